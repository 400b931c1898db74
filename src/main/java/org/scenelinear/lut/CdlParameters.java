/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;

/**
 * The two elements of a color decision, slope, offset and power in one, saturation in the other, as they stand in the
 * files of the American Society of Cinematographers and in the Common LUT Format. Either may be missing, then it
 * changes nothing. Known by both their spellings, {@code SOPNode} and {@code ASC_SOP}, {@code SatNode} and
 * {@code ASC_SAT}.
 */
final class CdlParameters {
    private static final Set<String> SLOPE_OFFSET_POWER = Set.of("SOPNode", "ASC_SOP");
    private static final Set<String> SATURATION = Set.of("SatNode", "SATNode", "ASC_SAT");
    private static final Set<String> TRIPLES = Set.of("Slope", "Offset", "Power");

    private final XmlCursor xml;
    private final List<String> descriptions = new ArrayList<>();
    private final Map<String, ChannelValues> triples = new HashMap<>();
    private Double saturation;

    CdlParameters(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor stands at, if it is one of these. */
    boolean read() throws FileProblemException {
        if (SLOPE_OFFSET_POWER.contains(xml.name())) {
            if (!triples.isEmpty()) {
                throw xml.invalid("a second " + xml.name());
            }
            slopeOffsetPower(xml.name());
            return true;
        }
        if (SATURATION.contains(xml.name())) {
            if (saturation != null) {
                throw xml.invalid("a second " + xml.name());
            }
            saturation(xml.name());
            return true;
        }
        return false;
    }

    private void slopeOffsetPower(String element) throws FileProblemException {
        while (xml.nextChild()) {
            String name = xml.name();
            if (name.equals("Description")) {
                descriptions.add(xml.text());
            } else if (TRIPLES.contains(name)) {
                double[] n = numbers(3);
                if (triples.put(name, new ChannelValues(n[0], n[1], n[2])) != null) {
                    throw xml.invalid("a second " + name);
                }
            } else {
                throw xml.invalid("the element " + name + " is not known in " + element);
            }
        }
        for (String name : List.of("Slope", "Offset", "Power")) {
            if (!triples.containsKey(name)) {
                throw xml.invalid("the element " + name + " is missing");
            }
        }
    }

    private void saturation(String element) throws FileProblemException {
        while (xml.nextChild()) {
            if (xml.name().equals("Description")) {
                descriptions.add(xml.text());
            } else if (xml.name().equals("Saturation")) {
                if (saturation != null) {
                    throw xml.invalid("a second Saturation");
                }
                saturation = numbers(1)[0];
            } else {
                throw xml.invalid("the element " + xml.name() + " is not known in " + element);
            }
        }
        if (saturation == null) {
            throw xml.invalid("the element Saturation is missing");
        }
    }

    /** The numbers in the element that the cursor stands at. */
    private double[] numbers(int count) throws FileProblemException {
        List<Double> numbers = new ArrayList<>();
        xml.words(word -> {
            try {
                double value = Numbers.parse(word);
                if (numbers.size() <= count) {
                    numbers.add(value);
                }
                if (Double.isFinite(value)) {
                    return;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw xml.invalid("not a finite number: " + XmlCursor.quoted(word));
        });
        if (numbers.size() != count) {
            throw xml.invalid((count == 1 ? "one number is" : count + " numbers are") + " needed");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What the two elements say in words. */
    List<String> descriptions() {
        return descriptions;
    }

    /**
     * The transform.
     *
     * @throws IllegalArgumentException if the numbers are not those of a color decision
     */
    CdlTransform transform(CdlTransform.Style style) {
        return new CdlTransform(
                style,
                triples.getOrDefault("Slope", ChannelValues.ONE),
                triples.getOrDefault("Offset", ChannelValues.ZERO),
                triples.getOrDefault("Power", ChannelValues.ONE),
                saturation == null ? 1 : saturation);
    }
}
