/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * Saves an image as OpenEXR and hands it on unchanged.
 *
 * @param file ends in {@code .exr}
 * @param options compression, level and samples
 */
public record SaveExr(Path file, SaveOptions options) implements Step {
    /** What names of such files end in. */
    static final String SUFFIX = ".exr";

    private static final int LARGEST_TILE = 65536;
    private static final int USUAL_TILE = 64;

    /** How to write a file: the keys that every operation takes whose result is saved. */
    public static final Signature WRITING = new Signature(
            "Save EXR...",
            "Saves the image with its color space, windows and history as OpenEXR.",
            List.of(
                    Parameter.choice(
                            "Compression",
                            "dwaa and dwab lose what is hard to see, the others lose nothing.",
                            compressions()),
                    Parameter.number(
                            "Level",
                            "The level of dwaa and dwab: a larger one makes smaller files and loses more.",
                            "45",
                            0,
                            100000),
                    Parameter.choice(
                            "Pixels",
                            "half: 16-bit floating point. float: 32-bit, exactly the samples in memory. source: as in the file the image came from.",
                            labels(SaveOptions.Pixels.values())),
                    Parameter.text(
                            "Types",
                            "Other samples for single channels: Z=float id=uint.",
                            ChannelTypes::canonical,
                            "words like Z=float, with half, float or uint"),
                    Parameter.numbers(
                            "Tiles",
                            "Width and height of tiles in pixels, or one number for both; empty for scan lines.",
                            "",
                            "one or two whole numbers from 1 to 65536",
                            numbers -> numbers.length <= 2
                                    && Arrays.stream(numbers).allMatch(n -> n >= 1 && n <= LARGEST_TILE)),
                    Parameter.choice(
                            "Mipmap",
                            "Smaller copies of the picture in the file: none, both sides halved together, or each on its own. They need tiles, 64 x 64 unless given.",
                            List.of("none", "mipmap", "ripmap")),
                    Parameter.choice(
                            "Container",
                            "aces: the rules of SMPTE ST 2065-4: ACES2065-1, half, uncompressed scan lines.",
                            labels(SaveOptions.Container.values()))));

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            WRITING.label(),
            WRITING.help(),
            Stream.concat(
                            Stream.of(Parameter.file(
                                    "File",
                                    Parameter.Kind.OUTPUT_FILE,
                                    "The file to write; .exr is added if it is left out.",
                                    null)),
                            WRITING.parameters().stream())
                    .toList());

    /** Those there is a codec for, the default first. */
    private static List<String> compressions() {
        Compression usual = SaveOptions.DEFAULT.compression();
        return Stream.concat(
                        Stream.of(usual), Arrays.stream(Compression.values()).filter(c -> c != usual))
                .filter(c -> Codecs.whyNotPacked(c).isEmpty())
                .map(Compression::label)
                .toList();
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the file's name ends in another suffix than {@code .exr}
     */
    public static SaveExr of(Arguments arguments) throws StepException {
        return new SaveExr(FileSuffix.ensure(arguments.path("file"), SUFFIX, SIGNATURE), options(arguments));
    }

    /**
     * How to write a file.
     *
     * @param arguments of {@link #SIGNATURE} or {@link #WRITING}
     */
    public static SaveOptions options(Arguments arguments) {
        return new SaveOptions(
                Compression.ofLabel(arguments.text("compression")).orElseThrow(),
                arguments.number("level"),
                SaveOptions.Pixels.valueOf(arguments.text("pixels").toUpperCase(Locale.ROOT)),
                ChannelTypes.of(arguments.text("types")),
                tiles(arguments.wholeNumbers("tiles"), arguments.text("mipmap")),
                SaveOptions.Container.valueOf(arguments.text("container").toUpperCase(Locale.ROOT)));
    }

    private static Optional<TileDescription> tiles(int[] sizes, String mipmap) {
        LevelMode levels = switch (mipmap) {
            case "mipmap" -> LevelMode.MIPMAP;
            case "ripmap" -> LevelMode.RIPMAP;
            default -> LevelMode.ONE_LEVEL;
        };
        if (sizes.length == 0 && levels == LevelMode.ONE_LEVEL) {
            return Optional.empty();
        }
        int width = sizes.length == 0 ? USUAL_TILE : sizes[0];
        int height = sizes.length == 0 ? USUAL_TILE : sizes[sizes.length - 1];
        return Optional.of(new TileDescription(width, height, levels, LevelRounding.DOWN));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        try {
            ImageFiles.save(source, file, options, run);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
        return source;
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        values.put("compression", options.compression().label());
        values.put("level", level());
        values.put("pixels", label(options.pixels()));
        if (!options.types().isEmpty()) {
            values.put("types", ChannelTypes.text(options.types()));
        }
        options.tiles().ifPresent(tiles -> {
            values.put("tiles", tiles.xSize() + " " + tiles.ySize());
            values.put(
                    "mipmap",
                    tiles.levels() == LevelMode.ONE_LEVEL
                            ? "none"
                            : tiles.levels().label());
        });
        if (options.container() != SaveOptions.Container.OPENEXR) {
            values.put("container", label(options.container()));
        }
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }

    private String level() {
        float level = options.dwaLevel();
        return level == (int) level ? String.valueOf((int) level) : String.valueOf(level);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> labels(Enum<?>[] values) {
        return Arrays.stream(values).map(SaveExr::label).toList();
    }
}
