/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SequentialInput;

/** Reads all headers of a file, of every kind of part. */
public final class HeaderReader {
    private final SequentialInput input;
    private VersionFlags flags = new VersionFlags(false, false, false, false);

    private HeaderReader(ByteSource source) {
        this.input = new SequentialInput(source, 0);
    }

    /** Whether bytes begin as an OpenEXR file does. */
    public static boolean isMagic(byte[] start) {
        return start.length >= 4
                && (start[0] & 0xFF | (start[1] & 0xFF) << 8 | (start[2] & 0xFF) << 16 | start[3] << 24)
                        == VersionFlags.MAGIC;
    }

    /**
     * Reads the headers.
     *
     * @param source a whole file
     * @throws FileProblemException if it is not an OpenEXR file, or its headers break a rule of the format
     */
    public static FileHeaders read(ByteSource source) throws FileProblemException {
        return new HeaderReader(source).read();
    }

    private FileHeaders read() throws FileProblemException {
        input.setPlace("start");
        if (input.remaining() < 8 || input.readInt() != VersionFlags.MAGIC) {
            throw input.invalid("this is not an OpenEXR file");
        }
        int field = input.readInt();
        if ((field & 0xFF) != VersionFlags.VERSION) {
            throw input.unsupported("version " + (field & 0xFF) + " of the format is not known");
        }
        if ((field & ~VersionFlags.KNOWN_BITS) != 0) {
            throw input.unsupported("the version field has flags that are not known: 0x"
                    + Integer.toHexString(field & ~VersionFlags.KNOWN_BITS));
        }
        flags = VersionFlags.ofField(field);
        List<Header> parts = new ArrayList<>();
        do {
            Optional<Header> part = readPart(flags.multiPart() ? "header of part " + parts.size() : "header");
            if (part.isEmpty()) {
                break;
            }
            parts.add(part.get());
        } while (flags.multiPart());
        if (parts.isEmpty()) {
            throw input.invalid("there is no attribute");
        }
        return new FileHeaders(flags, parts, input.position());
    }

    /** The next part, empty if the list of parts ends here. */
    private Optional<Header> readPart(String place) throws FileProblemException {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        Map<String, Long> positions = new HashMap<>();
        while (true) {
            long position = input.position();
            input.setPlace(place + " at byte " + position);
            String name = readName();
            if (name.isEmpty()) {
                break;
            }
            input.setPlace(place(place, name, position));
            String type = readName();
            int size = input.readInt();
            if (size < 0) {
                throw input.invalid("the value is said to have " + size + " bytes");
            }
            AttributeValue value = AttributeParser.parse(type, input.readBytes(size), input);
            if (attributes.put(name, value) != null) {
                throw input.invalid("this attribute is there twice");
            }
            positions.put(name, position);
        }
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        input.setPlace(place);
        PartType type = partType(attributes);
        Optional<HeaderChecks.Problem> problem = HeaderChecks.firstProblem(attributes, type);
        if (problem.isPresent()) {
            String name = problem.get().attribute();
            input.setPlace(place(place, name, positions.get(name)));
            throw input.invalid(problem.get().what());
        }
        return Optional.of(new Header(attributes, type));
    }

    private static String place(String part, String attribute, Long position) {
        return part + ", attribute \"" + attribute + "\"" + (position == null ? "" : " at byte " + position);
    }

    private String readName() throws FileProblemException {
        byte[] bytes = input.readTerminated(HeaderChecks.LONGEST_NAME);
        return AttributeParser.text(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private PartType partType(Map<String, AttributeValue> attributes) throws FileProblemException {
        AttributeValue value = attributes.get("type");
        if (flags.multiPart() && !(attributes.get("name") instanceof AttributeValue.StringValue)) {
            throw input.invalid("a part of a multi-part file needs the attribute \"name\"");
        }
        if (value == null) {
            if (flags.multiPart() || flags.nonImage()) {
                throw input.invalid("a part of a multi-part or deep file needs the attribute \"type\"");
            }
            return flags.tiled() ? PartType.TILED : PartType.SCAN_LINE;
        }
        if (!(value instanceof AttributeValue.StringValue label)) {
            throw input.invalid("the attribute \"type\" is not a text");
        }
        PartType type = PartType.ofLabel(label.value())
                .orElseThrow(() -> input.unsupported("parts of type \"" + label.value() + "\" are not known"));
        if (!flags.multiPart() && !type.isDeep() && flags.tiled() != type.isTiled()) {
            throw input.invalid("the version field says " + (flags.tiled() ? "tiles" : "scan lines")
                    + ", the attribute \"type\" says " + type.label());
        }
        return type;
    }
}
