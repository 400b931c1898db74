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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.PartStatistics;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChannelList;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.EnvironmentMap;
import org.scenelinear.exr.meta.Finding;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.NumericValue;
import org.scenelinear.exr.meta.Preview;
import org.scenelinear.exr.meta.StandardAttributes;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TimeCode;
import org.scenelinear.image.ColorState;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/** What the headers of an OpenEXR file say, as lines for people. No pixel is decoded. */
public final class ExrInfo {
    private ExrInfo() {}

    /**
     * All parts with their channels, windows, color and attributes.
     *
     * @param path an OpenEXR file, of any compression and kind of part
     * @return some lines, {@code name: value}
     * @throws FileProblemException if the file or a header of it is broken or cannot be read
     */
    public static String text(Path path) throws FileProblemException {
        try (ExrFile file = ExrFile.open(path)) {
            StringBuilder text = new StringBuilder();
            line(text, "File", path.getFileName() + ", " + file.size() + " bytes");
            for (int part = 0; part < file.headers().size(); part++) {
                Header header = file.headers().get(part);
                if (file.headers().size() > 1) {
                    text.append('\n');
                    line(text, "Part " + part, header.name().orElse("without a name"));
                }
                describe(text, header, file.chunkCount(part));
            }
            for (Finding finding : findings(file)) {
                line(text, "Note", finding.toString());
            }
            return text.toString();
        }
    }

    /**
     * What {@link #text} says, and how the pixels lie in the file: chunks, packed and unpacked bytes, bytes of each
     * channel.
     *
     * @param path an OpenEXR file
     * @param run how to work
     * @throws FileProblemException if the file or a chunk is broken or cannot be read
     */
    public static String textWithSizes(Path path, Run run) throws FileProblemException {
        StringBuilder text = new StringBuilder(text(path));
        try (ExrFile file = ExrFile.open(path)) {
            for (int part = 0; part < file.headers().size(); part++) {
                text.append('\n');
                sizes(text, file, part, run);
            }
        }
        return text.toString();
    }

    /** Says of a damaged part what is wrong with it: its header is of use all the same. */
    private static void sizes(StringBuilder text, ExrFile file, int part, Run run) {
        String where = file.headers().size() > 1 ? " of part " + part : "";
        try {
            PartStatistics sizes = PartStatistics.of(file, part, run);
            line(
                    text,
                    "Chunks" + where,
                    sizes.chunks() + ", of " + sizes.smallest() + " to " + sizes.largest() + " bytes, "
                            + sizes.storedRaw() + " of them unpacked");
            line(text, "Pixels" + where, share(sizes.packedBytes(), sizes.rawBytes(), "when unpacked"));
            sizes.channelBytes()
                    .forEach((channel, bytes) -> line(
                            text,
                            "Channel " + channel + where,
                            "about " + share(bytes, sizes.packedBytes(), "packed")));
        } catch (FileProblemException e) {
            line(text, "Chunks" + where, e.getMessage());
        }
    }

    private static String share(long bytes, long whole, String ofWhat) {
        return bytes + " bytes, " + (whole == 0 ? 100 : Math.round(100.0 * bytes / whole)) + " % of " + whole + " "
                + ofWhat;
    }

    /** What headers say that is wrong or contradicts itself. */
    static List<Finding> findings(ExrFile file) {
        List<Finding> findings = new ArrayList<>(StandardAttributes.check(file.headers()));
        findings.addAll(ColorMetadata.check(file.headers()));
        if (file.headers().stream().anyMatch(AcesContainer::isClaimed)) {
            findings.addAll(AcesContainer.check(file.flags(), file.headers()));
        }
        return findings;
    }

    private static void describe(StringBuilder text, Header header, long chunks) {
        Box2i data = header.dataWindow();
        line(text, "Size", data.width() + " x " + data.height() + " pixels");
        line(text, "Kind", header.type().label() + ", " + chunks + (chunks == 1 ? " chunk" : " chunks"));
        ColorState color = ExrImages.color(header);
        line(
                text,
                "Color space",
                color.space().map(space -> space.name()).orElse("unknown") + " (" + color.evidence() + ")");
        line(text, "Channels", header.channels().stream().map(ExrInfo::channel).collect(Collectors.joining(", ")));
        for (Attribute attribute : header.attributes()) {
            if (!(attribute.value() instanceof ChannelList)) {
                line(text, attribute.name(), value(attribute.value()) + meaning(attribute.name()));
            }
        }
    }

    /** In parentheses what an attribute means, if a standard says so. */
    private static String meaning(String name) {
        return StandardAttributes.byName(name)
                .map(key -> " (" + key.meaning() + ")")
                .orElse("");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String channel(Channel channel) {
        String text = channel.name() + " " + channel.type().name().toLowerCase(Locale.ROOT);
        return channel.xSampling() == 1 && channel.ySampling() == 1
                ? text
                : text + " every " + channel.xSampling() + " x " + channel.ySampling();
    }

    private static String value(AttributeValue value) {
        if (value instanceof Compression compression) {
            return compression.label();
        } else if (value instanceof LineOrder order) {
            return order.label();
        } else if (value instanceof EnvironmentMap map) {
            return map.label();
        } else if (value instanceof AttributeValue.StringValue string) {
            return string.value();
        } else if (value instanceof AttributeValue.StringList list) {
            return join(list.values());
        } else if (value instanceof AttributeValue.FloatList list) {
            return join(list.values());
        } else if (value instanceof TimeCode time) {
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d:%02d", time.hours(), time.minutes(), time.seconds(), time.frames());
        } else if (value instanceof TileDescription tiles) {
            return tiles.xSize() + " x " + tiles.ySize() + ", "
                    + (tiles.levels() + " " + tiles.rounding()).toLowerCase(Locale.ROOT);
        } else if (value instanceof Preview preview) {
            return preview.width() + " x " + preview.height() + " pixels";
        } else if (value instanceof AttributeValue.Opaque opaque) {
            return opaque.bytes().length + " bytes of type " + opaque.typeName();
        } else if (value instanceof NumericValue numbers) {
            return join(numbers.numbers());
        }
        return value.toString();
    }

    private static String join(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
