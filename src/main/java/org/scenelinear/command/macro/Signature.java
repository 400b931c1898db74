/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.image.StepException;

/**
 * What an operation is called and which parameters it takes: the one source of its dialog, its macro keys and its entry
 * in the list of all operations.
 *
 * @param label the label in the menu, with dots: {@code Convert Color Space...}
 * @param help what it does, a sentence or two
 * @param parameters in the order of the dialog
 */
public record Signature(String label, String help, List<Parameter> parameters) {
    /**
     * Keeps an unmodifiable copy of the list.
     *
     * @throws IllegalArgumentException if a parameter stands before the one its choices depend on
     */
    public Signature {
        parameters = List.copyOf(parameters);
        List<String> before = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (!before.containsAll(parameter.leader().stream().toList())) {
                throw new IllegalArgumentException(label + ": " + parameter.key() + " stands before "
                        + parameter.leader().orElseThrow());
            }
            before.add(parameter.key());
        }
    }

    /**
     * Arguments from the options of a macro line.
     *
     * @param options such as {@code to=ACEScg gamut=clip}; null counts as empty
     * @throws StepException if a key is unknown, a value is not allowed or does not go with another, or a required one
     *     is missing
     */
    public Arguments parse(String options) throws StepException {
        try {
            return read(MacroOptions.parse(options));
        } catch (StepException e) {
            throw labeled(e);
        }
    }

    /**
     * Arguments from values by key.
     *
     * @param values as users wrote them; what is missing takes its default
     * @throws StepException as {@link #parse}
     */
    public Arguments arguments(Map<String, String> values) throws StepException {
        try {
            return read(values);
        } catch (StepException e) {
            throw labeled(e);
        }
    }

    private Arguments read(Map<String, String> values) throws StepException {
        List<String> keys = parameters.stream().map(Parameter::key).toList();
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (!keys.contains(given.getKey())) {
                throw new StepException(given.getKey() + "=" + given.getValue() + " is unknown here; the keys are "
                        + (keys.isEmpty() ? "none" : String.join(", ", keys)));
            }
        }
        Map<String, String> canonical = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String key = parameter.key();
            String value = values.get(key);
            if (value == null) {
                value = parameter.defaultValue().orElse("");
            }
            if (value.isEmpty() && parameter.defaultValue().isEmpty()) {
                throw new StepException(key + " is missing; give " + parameter.allowed());
            }
            canonical.put(key, parameter.read(value, canonical));
        }
        return new Arguments(this, canonical);
    }

    private StepException labeled(StepException problem) {
        return new StepException(label + ": " + problem.getMessage());
    }
}
