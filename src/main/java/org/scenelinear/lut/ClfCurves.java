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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.ExponentTransform;
import org.scenelinear.transform.ExponentTransform.Power;
import org.scenelinear.transform.LogTransform;
import org.scenelinear.transform.LogTransform.Parameters;
import org.scenelinear.transform.RangeTransform;

/** The nodes of a Common LUT Format file that are a style and a few parameters. */
final class ClfCurves {
    static final Set<String> STYLE = Set.of("style");

    private static final Set<String> LIMITS = Set.of("minInValue", "maxInValue", "minOutValue", "maxOutValue");
    private static final Set<String> LOG_PARAMETERS = Set.of(
            "base",
            "logSideSlope",
            "logSideOffset",
            "linSideSlope",
            "linSideOffset",
            "linSideBreak",
            "linearSlope",
            "channel");
    private static final Set<String> EXPONENT_PARAMETERS = Set.of("exponent", "gamma", "offset", "channel");
    private static final String[] CHANNELS = {"R", "G", "B"};

    private ClfCurves() {}

    /** A range; its input values are codes of the input depth, its output values of the output depth. */
    static ColorTransform range(ClfNode node) throws FileProblemException {
        String style = node.attribute("style", "Clamp");
        if (!style.equals("Clamp") && !style.equals("noClamp")) {
            throw node.invalid("the style " + XmlCursor.quoted(style) + " is neither Clamp nor noClamp");
        }
        Map<String, Double> values = new HashMap<>();
        node.children(child -> {
            if (!LIMITS.contains(child)) {
                throw node.unknownChild();
            }
            double white = child.endsWith("InValue") ? node.in.white() : node.out.white();
            double value = node.number(node.xml.text(), child) / white;
            if (values.put(child, value) != null) {
                throw node.xml.invalid("a second " + child + " in one node");
            }
        });
        return new RangeTransform(
                values.getOrDefault("minInValue", Double.NEGATIVE_INFINITY),
                values.getOrDefault("maxInValue", Double.POSITIVE_INFINITY),
                values.getOrDefault("minOutValue", Double.NEGATIVE_INFINITY),
                values.getOrDefault("maxOutValue", Double.POSITIVE_INFINITY),
                style.equals("Clamp"));
    }

    /** What makes the parameters of one channel of attributes. */
    private interface ParameterReader<T> {
        T read(Map<String, String> attributes) throws FileProblemException;
    }

    /** The parameters for each channel: given once for all, or for each of R, G and B. */
    private static <T> Map<String, T> channels(
            ClfNode node, Set<String> elements, Set<String> known, ParameterReader<T> reader)
            throws FileProblemException {
        Map<String, T> found = new HashMap<>();
        node.children(child -> {
            if (!elements.contains(child)) {
                throw node.unknownChild();
            }
            Map<String, String> attributes = node.emptyChild(known);
            String channel = attributes.getOrDefault("channel", "");
            if (!channel.isEmpty() && !Arrays.asList(CHANNELS).contains(channel)) {
                throw node.xml.unsupported("the channel " + XmlCursor.quoted(channel) + " is none of R, G and B");
            }
            if (found.put(channel, reader.read(attributes)) != null) {
                throw node.xml.invalid("a second " + child + " for the same channel");
            }
        });
        if (found.containsKey("") && found.size() > 1) {
            throw node.invalid("parameters for all channels and for one");
        }
        for (String channel : CHANNELS) {
            if (found.containsKey("")) {
                found.put(channel, found.get(""));
            } else if (!found.isEmpty() && !found.containsKey(channel)) {
                throw node.invalid("the parameters of channel " + channel + " are missing");
            }
        }
        return found;
    }

    /** A logarithm. */
    static ColorTransform log(ClfNode node) throws FileProblemException {
        String name = node.requiredAttribute("style");
        LogTransform.Style style = Arrays.stream(LogTransform.Style.values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> node.invalid("the style " + XmlCursor.quoted(name) + " is not known"));
        Map<String, Parameters> parameters =
                channels(node, Set.of("LogParams"), LOG_PARAMETERS, attributes -> logParameters(node, attributes));
        if (!style.hasParameters()) {
            if (!parameters.isEmpty()) {
                throw node.invalid("the style " + name + " has no LogParams");
            }
            return LogTransform.plain(style);
        }
        if (parameters.isEmpty()) {
            throw node.invalid("the style " + name + " needs LogParams");
        }
        return new LogTransform(style, parameters.get("R"), parameters.get("G"), parameters.get("B"));
    }

    private static Parameters logParameters(ClfNode node, Map<String, String> attributes) throws FileProblemException {
        Map<String, Double> numbers = new HashMap<>();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().equals("channel")) {
                numbers.put(attribute.getKey(), node.number(attribute.getValue(), attribute.getKey()));
            }
        }
        return new Parameters(
                numbers.getOrDefault("base", 2.0),
                numbers.getOrDefault("logSideSlope", 1.0),
                numbers.getOrDefault("logSideOffset", 0.0),
                numbers.getOrDefault("linSideSlope", 1.0),
                numbers.getOrDefault("linSideOffset", 0.0),
                numbers.getOrDefault("linSideBreak", Double.NaN),
                numbers.getOrDefault("linearSlope", Double.NaN));
    }

    /** An exponent, which CTF calls gamma. */
    static ColorTransform exponent(ClfNode node) throws FileProblemException {
        String name = node.requiredAttribute("style");
        ExponentTransform.Style style = Arrays.stream(ExponentTransform.Style.values())
                .filter(each -> each.text().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> node.invalid("the style " + XmlCursor.quoted(name) + " is not known"));
        Map<String, Power> powers = channels(
                node,
                Set.of("ExponentParams", "GammaParams"),
                EXPONENT_PARAMETERS,
                attributes -> power(node, style, attributes));
        if (powers.isEmpty()) {
            throw node.invalid("the ExponentParams are missing");
        }
        return new ExponentTransform(style, powers.get("R"), powers.get("G"), powers.get("B"));
    }

    private static Power power(ClfNode node, ExponentTransform.Style style, Map<String, String> attributes)
            throws FileProblemException {
        boolean gamma = attributes.containsKey("gamma");
        if (gamma == attributes.containsKey("exponent")) {
            throw node.xml.invalid("the exponent is missing or given twice");
        }
        if (style.isMonitor() != attributes.containsKey("offset")) {
            throw node.xml.invalid(
                    "the style " + style.text() + (style.isMonitor() ? " needs an offset" : " has no offset"));
        }
        return new Power(
                node.number(attributes.get(gamma ? "gamma" : "exponent"), "exponent"),
                style.isMonitor() ? node.number(attributes.get("offset"), "offset") : 0);
    }

    /** A color decision. */
    static ColorTransform cdl(ClfNode node) throws FileProblemException {
        CdlTransform.Style style = cdlStyle(node);
        CdlParameters parameters = new CdlParameters(node.xml);
        node.children(child -> {
            if (!parameters.read()) {
                throw node.unknownChild();
            }
        });
        return parameters.transform(style);
    }

    /** The style, under its name in version 3 or before. */
    private static CdlTransform.Style cdlStyle(ClfNode node) throws FileProblemException {
        String name = node.attribute("style", "Fwd");
        return switch (name) {
            case "Fwd", "v1.2_Fwd" -> CdlTransform.Style.FORWARD;
            case "Rev", "v1.2_Rev" -> CdlTransform.Style.REVERSE;
            case "FwdNoClamp", "noClampFwd" -> CdlTransform.Style.FORWARD_NO_CLAMP;
            case "RevNoClamp", "noClampRev" -> CdlTransform.Style.REVERSE_NO_CLAMP;
            default -> throw node.invalid("the style " + XmlCursor.quoted(name) + " is not known");
        };
    }
}
