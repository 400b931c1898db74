/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.AttributeKey;
import org.scenelinear.exr.meta.AttributeValue.StringList;
import org.scenelinear.exr.meta.AttributeValue.StringValue;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Finding;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.StandardAttributes;
import org.scenelinear.exr.meta.VersionFlags;

/**
 * The ACES Image Container, SMPTE ST 2065-4:2013: a small part of what OpenEXR allows, for pictures in ACES2065-1.
 *
 * <ul>
 *   <li>One part (7.4), of scan lines (5.5), from the top or from the bottom (8.10), without compression (9.19).
 *   <li>Channels R, G, B, with or without A; or these for the right eye, and the same with {@code left.} before the
 *       name for the left (5.2, 5.3). All half, a sample at every pixel, not perceptually linear (9.16).
 *   <li>{@code acesImageContainerFlag} is 1 (9.2), {@code chromaticities} are those of ACES2065-1, bit by bit (9.17),
 *       and nothing else in the header names another space.
 *   <li>The header, from its first attribute to its end, has no more than 2^20 bytes. Text about camera, lens,
 *       recorder, owner and the like is not empty.
 * </ul>
 *
 * <p>Sources: the Academy's reference writer {@code aces_container} (limits and required attributes), OpenImageIO's
 * policy for such files (channel sets, text that is not empty), the page {@code exr2aces} of OpenEXR; numbers are
 * sections of the standard. Not checked: the ranges of single attributes, such as those of a key code, and checksums.
 */
public final class AcesContainer {
    private static final List<Set<String>> CHANNEL_SETS = List.of(
            Set.of("R", "G", "B"),
            Set.of("R", "G", "B", "A"),
            Set.of("R", "G", "B", "left.R", "left.G", "left.B"),
            Set.of("R", "G", "B", "A", "left.R", "left.G", "left.B", "left.A"));

    /** The views of a stereo picture; the channels of the first have no prefix. */
    private static final StringList STEREO_VIEWS = new StringList(List.of("right", "left"));

    private static final ChromaticitiesValue AP0 = HeaderChromaticities.write(ColorSpaces.ACES2065_1.chromaticities());

    /** The difference that rounding to a few printed digits makes. */
    private static final double ROUNDING = 1e-4;

    private static final int GREATEST_HEADER = 1 << 20;

    private static final Set<String> NEVER_EMPTY = Set.of(
            "cameraFirmwareVersion",
            "cameraIdentifier",
            "cameraLabel",
            "cameraMake",
            "cameraModel",
            "cameraSerialNumber",
            "comments",
            "creator",
            "lensAttributes",
            "lensFirmwareVersion",
            "lensMake",
            "lensModel",
            "lensSerialNumber",
            "owner",
            "recorderFirmwareVersion",
            "recorderMake",
            "recorderModel",
            "recorderSerialNumber",
            "reelName",
            "storageMediaSerialNumber");

    private AcesContainer() {}

    /**
     * Whether a file calls itself an ACES container: {@code acesImageContainerFlag} is 1. Only of such a file it is of
     * interest which rules it breaks.
     */
    public static boolean isClaimed(Header header) {
        return StandardAttributes.ACES_IMAGE_CONTAINER_FLAG.of(header).equals(Optional.of(new Numbers.IntValue(1)));
    }

    /**
     * Goes through a file, whether it calls itself an ACES container or not.
     *
     * @param flags the flags of its version field
     * @param parts the headers of its parts
     * @return what keeps it from being an ACES container; empty if nothing does
     */
    public static List<Finding> check(VersionFlags flags, List<Header> parts) {
        List<Finding> findings = new ArrayList<>();
        if (parts.size() > 1) {
            findings.add(finding("one part", "version field", "the file has " + parts.size() + " parts"));
        } else if (flags.multiPart()) {
            findings.add(finding("one part", "version field", "it says that the file may have several parts"));
        }
        for (int part = 0; part < parts.size(); part++) {
            checkLayout(parts.get(part), part, findings);
            checkChannels(parts.get(part), part, findings);
            checkColor(parts.get(part), part, findings);
            checkTexts(parts.get(part), part, findings);
        }
        return findings;
    }

    /**
     * The header that a picture needs to become an ACES container. It is given the flag, the exact chromaticities, the
     * name of the color space, and for a stereo picture the names of its views; scan lines without compression and
     * channels of half floats take the place of others; what only tiles, compressions or files of several parts use is
     * taken away, and text that must not be empty.
     *
     * @param header says by its chromaticities, its {@code colorInteropID} or the flag that colors are ACES2065-1
     * @return a header in which {@link #check} finds nothing
     * @throws IllegalArgumentException if this cannot become one: deep pixels, other channels, subsampled channels,
     *     colors in another space or none, or too many attributes; the message says what to do
     */
    public static Header prepare(Header header) {
        if (header.type().isDeep()) {
            throw refused("deep pixels (" + header.type().label() + ") have no place in it");
        }
        requireChannels(header);
        requireColor(header);
        Header.Builder builder = header.toBuilder()
                .type(PartType.SCAN_LINE)
                .compression(Compression.NONE)
                .channels(header.channels().stream()
                        .map(channel -> new Channel(channel.name(), PixelType.HALF))
                        .toList())
                .remove("tiles")
                .remove("type")
                .remove("name")
                .remove("version")
                .remove("chunkCount")
                .remove(StandardAttributes.DWA_COMPRESSION_LEVEL.name())
                .remove(StandardAttributes.MULTI_VIEW.name())
                .set(StandardAttributes.CHROMATICITIES, AP0)
                .set(StandardAttributes.COLOR_INTEROP_ID, new StringValue(ColorMetadata.ACES2065_1_ID))
                .set(StandardAttributes.ACES_IMAGE_CONTAINER_FLAG, new Numbers.IntValue(1));
        if (header.lineOrder() == LineOrder.RANDOM_Y) {
            builder.lineOrder(LineOrder.INCREASING_Y);
        }
        if (isStereo(header)) {
            builder.set(StandardAttributes.MULTI_VIEW, STEREO_VIEWS);
        }
        header.attributes().stream().filter(AcesContainer::isWronglyEmpty).forEach(a -> builder.remove(a.name()));
        Header prepared = builder.build();
        long size = size(prepared);
        if (size > GREATEST_HEADER) {
            throw refused("the attributes take " + size + " bytes, more than " + GREATEST_HEADER
                    + "; take away some, such as a preview or the history");
        }
        return prepared;
    }

    private static void checkLayout(Header header, int part, List<Finding> findings) {
        if (header.type() != PartType.SCAN_LINE) {
            String place = "part " + part;
            findings.add(finding(
                    "scan lines", place, "the part is of type " + header.type().label()));
        }
        if (header.compression() != Compression.NONE) {
            String label = header.compression().label();
            findings.add(finding(
                    "no compression", Finding.attribute(part, "compression"), "pixels are compressed: " + label));
        }
        if (header.lineOrder() == LineOrder.RANDOM_Y) {
            findings.add(
                    finding("line order", Finding.attribute(part, "lineOrder"), "scan lines are in no order: randomY"));
        }
        long size = size(header);
        if (size > GREATEST_HEADER) {
            findings.add(finding(
                    "size of the header",
                    "part " + part,
                    "attributes take " + size + " bytes, more than " + GREATEST_HEADER));
        }
    }

    private static void checkChannels(Header header, int part, List<Finding> findings) {
        if (!CHANNEL_SETS.contains(names(header))) {
            findings.add(finding(
                    "channels",
                    Finding.attribute(part, "channels"),
                    "there are channels " + String.join(", ", names(header))
                            + " instead of R, G, B, with or without A, or left.R and so on beside them"));
        }
        for (Channel channel : header.channels()) {
            String place = "part " + part + ", channel \"" + channel.name() + "\"";
            if (channel.type() != PixelType.HALF) {
                findings.add(finding(
                        "half floats",
                        place,
                        "samples are of type " + channel.type().name().toLowerCase(Locale.ROOT) + ", not half"));
            }
            if (channel.xSampling() != 1 || channel.ySampling() != 1) {
                findings.add(finding(
                        "a sample at every pixel",
                        place,
                        "there is a sample only at every " + channel.xSampling() + " x " + channel.ySampling()
                                + " pixels"));
            }
            if (channel.perceptuallyLinear()) {
                findings.add(finding("no perceptually linear channel", place, "the flag pLinear is set"));
            }
        }
        Optional<StringList> views = StandardAttributes.MULTI_VIEW.of(header);
        if (isStereo(header) && views.isPresent() && !isRightThenLeft(views.get())) {
            findings.add(finding(
                    "views",
                    Finding.attribute(part, StandardAttributes.MULTI_VIEW.name()),
                    "names the views " + String.join(", ", views.get().values())
                            + "; the second must be left, whose channels have a prefix"));
        }
    }

    private static void checkColor(Header header, int part, List<Finding> findings) {
        AttributeKey<?> flag = StandardAttributes.ACES_IMAGE_CONTAINER_FLAG;
        if (!isClaimed(header)) {
            String what = header.attribute(flag.name()).isPresent() ? "is not the number 1 of type int" : "is missing";
            findings.add(finding("flag", Finding.attribute(part, flag.name()), what));
        }
        Optional<ChromaticitiesValue> chromaticities = StandardAttributes.CHROMATICITIES.of(header);
        if (!chromaticities.equals(Optional.of(AP0))) {
            findings.add(finding(
                    "chromaticities",
                    Finding.attribute(part, StandardAttributes.CHROMATICITIES.name()),
                    chromaticities.isPresent()
                            ? "these are not exactly the chromaticities of ACES2065-1"
                            : "is missing; those of ACES2065-1 are required"));
        }
        otherId(header)
                .ifPresent(id -> findings.add(finding(
                        "color space",
                        Finding.attribute(part, StandardAttributes.COLOR_INTEROP_ID.name()),
                        "is \"" + id + "\", not " + ColorMetadata.ACES2065_1_ID)));
    }

    private static void checkTexts(Header header, int part, List<Finding> findings) {
        for (Attribute attribute : header.attributes()) {
            if (isWronglyEmpty(attribute)) {
                findings.add(finding(
                        "text is not empty",
                        Finding.attribute(part, attribute.name()),
                        "is empty; it must say something or be left out"));
            }
        }
    }

    private static void requireChannels(Header header) {
        if (!CHANNEL_SETS.contains(names(header))) {
            throw refused("the channels must be R, G, B, with or without A, or left.R and so on beside them, not "
                    + String.join(", ", names(header)) + "; save the others elsewhere");
        }
        for (Channel channel : header.channels()) {
            if (channel.xSampling() != 1 || channel.ySampling() != 1) {
                throw refused("channel \"" + channel.name() + "\" has a sample only at every " + channel.xSampling()
                        + " x " + channel.ySampling() + " pixels");
            }
        }
    }

    private static void requireColor(Header header) {
        Optional<ChromaticitiesValue> chromaticities = StandardAttributes.CHROMATICITIES.of(header);
        boolean other = chromaticities
                .map(found ->
                        !HeaderChromaticities.read(found).isCloseTo(ColorSpaces.ACES2065_1.chromaticities(), ROUNDING))
                .orElse(false);
        Optional<String> otherId = otherId(header).filter(id -> !id.isEmpty());
        if (other || otherId.isPresent()) {
            throw refused("its colors must be ACES2065-1, not " + otherId.orElse("of other chromaticities")
                    + "; convert them first");
        }
        boolean named = StandardAttributes.COLOR_INTEROP_ID
                .of(header)
                .filter(id -> !id.value().isEmpty())
                .isPresent();
        if (chromaticities.isEmpty() && !named && !isClaimed(header)) {
            throw refused(
                    "its colors must be ACES2065-1, but nothing says what they are; assign or convert them first");
        }
    }

    /** The name of the color space, if that is another one. */
    private static Optional<String> otherId(Header header) {
        return StandardAttributes.COLOR_INTEROP_ID
                .of(header)
                .map(StringValue::value)
                .filter(id -> !id.equals(ColorMetadata.ACES2065_1_ID));
    }

    private static boolean isRightThenLeft(StringList views) {
        return views.values().size() == 2 && views.values().get(1).equals("left");
    }

    private static boolean isStereo(Header header) {
        return header.channel("left.R").isPresent();
    }

    private static boolean isWronglyEmpty(Attribute attribute) {
        return NEVER_EMPTY.contains(attribute.name())
                && attribute.value() instanceof StringValue text
                && text.value().isEmpty();
    }

    private static Set<String> names(Header header) {
        return header.channels().stream().map(Channel::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bytes from the first attribute to the zero behind the last. */
    private static long size(Header header) {
        long size = 1;
        for (Attribute attribute : header.attributes()) {
            size += attribute.name().getBytes(StandardCharsets.UTF_8).length + 1L;
            size += attribute.value().typeName().getBytes(StandardCharsets.UTF_8).length + 1L;
            size += Integer.BYTES + (long) attribute.valueBytes().length;
        }
        return size;
    }

    private static Finding finding(String rule, String place, String sentence) {
        return new Finding("ACES container: " + rule, place, sentence);
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("this cannot be an ACES container: " + why);
    }
}
