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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.ExrPart;
import org.scenelinear.exr.ExrWriter;
import org.scenelinear.exr.LevelReduction;
import org.scenelinear.exr.Selection;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.AttributeValue.StringList;
import org.scenelinear.exr.meta.AttributeValue.StringValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Window;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Run;

/** OpenEXR files as images: which channels, which window, which color. */
final class ExrImages {
    /** The attribute that carries an image's history from one save to the next. */
    private static final String HISTORY = "scenelinearHistory";

    private static final List<String> FIRST = List.of("R", "G", "B", "A", "Y");

    /** The attribute that carries its ledger of losses. */
    private static final String LOSSES = "scenelinearLosses";

    private ExrImages() {}

    static FloatImage open(Path path, OpenOptions options, Run run) throws FileProblemException {
        try (ExrFile file = ExrFile.open(path)) {
            Selection selection = selection(file, options);
            Header header = file.headers().get(selection.part());
            Box2i window = file.window(selection);
            List<Channel> chosen = choose(file, header, options.layer());
            String prefix = prefix(chosen, options.layer());
            SizeLimits.requireMemory(
                    file.name(), "part " + selection.part(), planeBytes(header, window, chosen, options));
            List<ImageChannel> channels = read(file, selection, chosen, prefix, options, run);
            channels.sort(Comparator.comparingInt(ExrImages::rank));
            boolean fullSize = selection.level().equals(Level.FULL);
            FloatImage image = new FloatImage(
                    name(path, header, prefix, file.headers().size()),
                    window(window),
                    window(fullSize ? header.displayWindow() : header.window(selection.level())),
                    header.pixelAspectRatio(),
                    channels,
                    color(header),
                    texts(header, HISTORY),
                    CarriedAttributes.of(header),
                    texts(header, LOSSES));
            return options.displayWindow() ? DisplayWindow.cut(file.name(), image) : image;
        }
    }

    private static List<String> texts(Header header, String attribute) {
        return header.attribute(attribute, StringList.class)
                .map(StringList::values)
                .orElse(List.of());
    }

    private static Selection selection(ExrFile file, OpenOptions options) throws InvalidFileException {
        int part = options.part();
        if (part < 0 || part >= file.headers().size()) {
            throw nothing(
                    file,
                    "there is no part " + part + ", only " + file.headers().size());
        }
        List<Level> levels = file.headers().get(part).levels();
        Level level = new Level(options.xLevel(), options.yLevel());
        if (!levels.contains(level)) {
            throw nothing(
                    file, "part " + part + " has no " + level + "; the smallest is " + levels.get(levels.size() - 1));
        }
        Selection selection = Selection.part(part).level(level);
        if (options.region().isEmpty()) {
            return selection;
        }
        Box2i window = file.window(selection);
        Box2i wanted = box(options.region().get());
        return selection.region(window.intersection(wanted)
                .orElseThrow(() -> nothing(
                        file,
                        "the region " + wanted.numbers() + " is not within the data window " + window.numbers())));
    }

    private static List<ImageChannel> read(
            ExrFile file, Selection selection, List<Channel> chosen, String prefix, OpenOptions options, Run run)
            throws FileProblemException {
        Set<String> problems = new LinkedHashSet<>();
        Damage damage = options.partial() ? problem -> problems.add(problem.getMessage()) : Damage.REFUSE;
        List<ImageChannel> found = new ExrSamples(file, selection, damage, run).read(chosen);
        if (!problems.isEmpty()) {
            run.warn(problems.size() + " chunks are missing or broken, their pixels are 0; the first: "
                    + problems.iterator().next());
        }
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : found) {
            channels.add(
                    new ImageChannel(channel.name().substring(prefix.length()), channel.source(), channel.samples()));
        }
        return channels;
    }

    static void save(FloatImage image, Path path, SaveOptions options, Run run) throws IOException {
        Header.Builder builder = Header.builder()
                .dataWindow(box(image.dataWindow()))
                .displayWindow(box(image.displayWindow()))
                .pixelAspectRatio(image.pixelAspectRatio())
                .compression(options.compression());
        options.tiles().ifPresent(builder::tiles);
        if (options.compression().isDwa()) {
            builder.attribute(ExrWriter.DWA_LEVEL, new Numbers.FloatValue(options.dwaLevel()));
        }
        image.color().space().ifPresent(space -> {
            builder.attribute("chromaticities", HeaderChromaticities.write(space.chromaticities()));
            builder.attribute("colorInteropID", new StringValue(InteropId.of(space)));
        });
        CarriedAttributes.add(image, builder);
        if (!image.history().isEmpty()) {
            builder.attribute(HISTORY, new StringList(image.history()));
        }
        if (!image.losses().isEmpty()) {
            builder.attribute(LOSSES, new StringList(image.losses()));
        }
        List<Channel> channels = new ArrayList<>();
        Map<String, Plane> planes = new HashMap<>();
        for (ImageChannel channel : image.channels()) {
            PixelType type = options.types().getOrDefault(channel.name(), pixelType(channel, options.pixels()));
            channels.add(new Channel(channel.name(), type));
            planes.put(channel.name(), Plane.of(channel.samples()));
            if (type == PixelType.HALF) {
                warnOfInfinities(channel, path, run);
            }
        }
        Header plain = build(builder.channels(channels)::build, path);
        boolean aces = options.container() == SaveOptions.Container.ACES;
        Header header = aces ? build(() -> AcesContainer.prepare(plain), path) : plain;
        ExrWriter.write(path, List.of(new ExrPart(header, LevelReduction.levels(header, planes, run))), run);
    }

    /** Tells how many finite samples become infinite because a half holds nothing so large. */
    private static void warnOfInfinities(ImageChannel channel, Path path, Run run) {
        int count = 0;
        for (float sample : channel.samples()) {
            float magnitude = Math.abs(sample);
            count += magnitude >= HalfFloat.OVERFLOW && magnitude <= Float.MAX_VALUE ? 1 : 0;
        }
        if (count > 0) {
            run.warn(path + ", channel \"" + channel.name() + "\": " + count
                    + " samples exceed 65504, the largest half, and are saved as infinity; pixels=float keeps them");
        }
    }

    /** Images from other formats and from ImageJ may have what a file cannot hold, such as very long names. */
    private static Header build(Supplier<Header> header, Path path) throws UnsupportedFileException {
        try {
            return header.get();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFileException(path.toString(), "", "cannot be such a file: " + e.getMessage(), e);
        }
    }

    /** What a header tells of its color. */
    static ColorState color(Header header) {
        boolean half = header.channel("R")
                .map(channel -> channel.type() == PixelType.HALF)
                .orElse(false);
        return new ColorEvidence(
                        header.attribute("chromaticities", ChromaticitiesValue.class)
                                .map(HeaderChromaticities::read),
                        header.attribute("colorInteropID", StringValue.class)
                                .map(StringValue::value)
                                .filter(id -> !id.isEmpty()),
                        header.attribute("acesImageContainerFlag", Numbers.IntValue.class)
                                .map(flag -> flag.value() == 1)
                                .orElse(false),
                        header.compression().isDwa() && half)
                .conclude();
    }

    private static InvalidFileException nothing(ExrFile file, String what) {
        return new InvalidFileException(file.name(), "", what);
    }

    private static List<Channel> choose(ExrFile file, Header header, String layer) throws InvalidFileException {
        List<Channel> all = header.channels();
        if (layer.equals(OpenOptions.ALL_CHANNELS)) {
            return all;
        }
        String wanted = layer;
        if (layer.isEmpty() && all.stream().noneMatch(c -> c.layer().isEmpty()) && !all.isEmpty()) {
            wanted = all.get(0).layer();
        }
        String name = wanted;
        List<Channel> chosen = all.stream().filter(c -> c.layer().equals(name)).toList();
        if (chosen.isEmpty()) {
            throw new InvalidFileException(
                    file.name(),
                    "",
                    all.isEmpty()
                            ? "there are no channels"
                            : "there is no layer " + layer + "; layers are "
                                    + String.join(
                                            ", ",
                                            all.stream()
                                                    .map(Channel::layer)
                                                    .distinct()
                                                    .toList()));
        }
        return chosen;
    }

    /** What to leave off the chosen channels' names: their layer and its dot, unless all layers were asked for. */
    private static String prefix(List<Channel> chosen, String layer) {
        if (layer.equals(OpenOptions.ALL_CHANNELS) || chosen.get(0).layer().isEmpty()) {
            return "";
        }
        return chosen.get(0).layer() + ".";
    }

    private static String name(Path path, Header header, String prefix, int parts) {
        String name = String.valueOf(path.getFileName());
        if (parts > 1 && header.name().isPresent()) {
            name += " " + header.name().get();
        }
        return prefix.isEmpty() ? name : name + " " + prefix.substring(0, prefix.length() - 1);
    }

    private static long planeBytes(Header header, Box2i window, List<Channel> chosen, OpenOptions options) {
        long pixels = (long) window.width() * window.height();
        if (options.displayWindow()) {
            pixels += (long) header.displayWindow().width()
                    * header.displayWindow().height();
        }
        return pixels * chosen.size() * Float.BYTES;
    }

    private static int rank(ImageChannel channel) {
        int index = FIRST.indexOf(channel.name());
        return index < 0 ? FIRST.size() : index;
    }

    private static PixelType pixelType(ImageChannel channel, SaveOptions.Pixels pixels) {
        return switch (pixels) {
            case HALF -> PixelType.HALF;
            case FLOAT -> PixelType.FLOAT;
            case SOURCE ->
                switch (channel.source()) {
                    case HALF, BYTE -> PixelType.HALF;
                    case FLOAT, SHORT -> PixelType.FLOAT;
                    case UINT -> PixelType.UINT;
                };
        };
    }

    private static Window window(Box2i box) {
        return new Window(box.xMin(), box.yMin(), box.xMax(), box.yMax());
    }

    private static Box2i box(Window window) {
        return new Box2i(window.xMin(), window.yMin(), window.xMax(), window.yMax());
    }
}
