/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Parameter.Kind;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;

/**
 * ImageJ's dialogs for the parameters of a menu entry: a file chooser for a file to read, then a dialog for all that is
 * no file, then a file chooser for a file to write, which asks before it replaces one. ImageJ records the first word of
 * each label and title as the key.
 */
final class ParameterDialog {
    private ParameterDialog() {}

    /**
     * Asks for values.
     *
     * @param signature the parameters
     * @param suggested values by key to show first instead of the defaults
     * @return values by key, empty if the user canceled
     */
    static Optional<Map<String, String>> ask(Signature signature, Map<String, String> suggested) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean answered = askFile(signature, Kind.INPUT_FILE, suggested, values)
                && askOptions(signature, suggested, values)
                && askFile(signature, Kind.OUTPUT_FILE, suggested, values);
        return answered ? Optional.of(values) : Optional.empty();
    }

    private static boolean askFile(
            Signature signature, Kind kind, Map<String, String> suggested, Map<String, String> values) {
        for (Parameter parameter : signature.parameters()) {
            if (parameter.kind() == kind) {
                String known = suggested.get(parameter.key());
                boolean optional = parameter.defaultValue().isPresent();
                String path = optional && known != null ? known : choose(parameter, kind, known);
                if (path == null) {
                    return false;
                }
                values.put(parameter.key(), path);
            }
        }
        return true;
    }

    private static String choose(Parameter parameter, Kind kind, String known) {
        if (kind == Kind.INPUT_FILE) {
            return new OpenDialog(parameter.label() + " to open...").getPath();
        }
        String proposed =
                known == null ? "untitled" : String.valueOf(Path.of(known).getFileName());
        SaveDialog dialog = new SaveDialog(parameter.label() + " to save...", proposed, ".exr");
        String name = dialog.getFileName();
        return name == null ? null : dialog.getDirectory() + name;
    }

    private static boolean askOptions(Signature signature, Map<String, String> suggested, Map<String, String> values) {
        List<Parameter> options = signature.parameters().stream()
                .filter(p -> p.kind() != Kind.INPUT_FILE && p.kind() != Kind.OUTPUT_FILE)
                .toList();
        if (options.isEmpty()) {
            return true;
        }
        GenericDialog dialog = new GenericDialog(signature.label().replaceAll("[.]+$", ""));
        for (Parameter option : options) {
            add(dialog, option, suggested);
        }
        dialog.addHelp(help(signature));
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return false;
        }
        for (Parameter option : options) {
            values.put(option.key(), next(dialog, option));
        }
        return true;
    }

    private static void add(GenericDialog dialog, Parameter option, Map<String, String> suggested) {
        String value = Optional.ofNullable(suggested.get(option.key()))
                .or(option::defaultValue)
                .orElse("");
        switch (option.kind()) {
            case CHOICE ->
                dialog.addChoice(
                        option.label(),
                        MenuCommand.dialogChoices(option, suggested.get(option.key()))
                                .toArray(String[]::new),
                        value);
            case NUMBER, WHOLE_NUMBER -> dialog.addNumericField(option.label(), Double.parseDouble(value), 0);
            default -> dialog.addStringField(option.label(), value, 20);
        }
    }

    private static String next(GenericDialog dialog, Parameter option) {
        return switch (option.kind()) {
            case CHOICE -> dialog.getNextChoice();
            case NUMBER, WHOLE_NUMBER -> text(dialog.getNextNumber());
            default -> dialog.getNextString();
        };
    }

    private static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    private static String help(Signature signature) {
        StringBuilder text =
                new StringBuilder("<html><p>").append(signature.help()).append("</p>");
        for (Parameter parameter : signature.parameters()) {
            text.append("<p><b>").append(parameter.label()).append("</b>: ");
            text.append(parameter.help()).append("</p>");
        }
        return text.append("</html>").toString();
    }
}
