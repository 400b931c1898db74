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

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Writes the Common LUT Format, version 3. All numbers are written so that they read as the same floats; integers as
 * depth are not used.
 */
final class ClfWriter {
    private final Writer out;

    private ClfWriter(Writer out) {
        this.out = out;
    }

    /**
     * Writes a look.
     *
     * @throws IllegalArgumentException naming a transform for which the format has no node, or a text that XML cannot
     *     hold
     */
    static void write(LookFile look, Writer out) throws IOException {
        requireNodes(look.chain());
        new ClfWriter(out).write(look);
    }

    /** Refuses what cannot be written before anything is. */
    private static void requireNodes(TransformChain chain) {
        if (ClfNodes.flattened(chain).isEmpty()) {
            throw new IllegalArgumentException("a look that does nothing has no node to write");
        }
        ClfNodes.flattened(chain).forEach(ClfNodes::require);
    }

    private void write(LookFile look) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<ProcessList compCLFversion=\"3\" id=\"" + escaped(id(look)) + "\"");
        attribute("name", look.name());
        attribute("inverseOf", look.inverseOf());
        out.write(">\n");
        for (String description : look.descriptions()) {
            element("Description", description);
        }
        element("InputDescriptor", look.inputDescriptor());
        element("OutputDescriptor", look.outputDescriptor());
        info(look.info());
        for (ColorTransform transform : ClfNodes.flattened(look.chain())) {
            ClfNodes.write(transform, out);
        }
        out.write("</ProcessList>\n");
    }

    /** The id, which the format requires; where there is none, one made of what the look does. */
    private static String id(LookFile look) {
        if (!look.id().isEmpty()) {
            return look.id();
        }
        byte[] content = look.chain().description().getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(content);
    }

    private void attribute(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(" " + name + "=\"" + escaped(text) + "\"");
        }
    }

    private void element(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write("  <" + name + ">" + escaped(text) + "</" + name + ">\n");
        }
    }

    /** The block of what else there is, elements within elements by their paths. */
    private void info(List<LookFile.Info> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        out.write("  <Info>\n");
        String[] open = {};
        for (LookFile.Info entry : entries) {
            String[] path = entry.path().split("/");
            int shared = 0;
            while (shared < open.length && shared < path.length - 1 && open[shared].equals(path[shared])) {
                shared++;
            }
            close(open, shared);
            for (int i = shared; i < path.length - 1; i++) {
                out.write(indent(i) + "<" + path[i] + ">\n");
            }
            open = Arrays.copyOf(path, path.length - 1);
            String name = path[path.length - 1];
            out.write(indent(path.length - 1) + "<" + name + ">" + escaped(entry.text()) + "</" + name + ">\n");
        }
        close(open, 0);
        out.write("  </Info>\n");
    }

    private void close(String[] open, int from) throws IOException {
        for (int i = open.length - 1; i >= from; i--) {
            out.write(indent(i) + "</" + open[i] + ">\n");
        }
    }

    private static String indent(int depth) {
        return "    " + "  ".repeat(depth);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\uFFFE' || c == '\uFFFF') {
                        throw new IllegalArgumentException(
                                "XML cannot hold the character " + (int) c + " of the text " + XmlCursor.quoted(text));
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
