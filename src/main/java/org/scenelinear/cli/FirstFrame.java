/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.file.ExrInfo;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * The first thing to run after a build. With a screen it starts ImageJ with the plugin in its menus and shows the
 * sample frame in the live view. Without one, or with file names, it renders a frame for sRGB, converts it to ACEScg,
 * and says what it found and wrote.
 *
 * <pre>{@code
 * ./mvnw -q compile exec:java
 * ./mvnw -q compile exec:java -Dexec.args="in.exr out.png"
 * }</pre>
 */
public final class FirstFrame {
    private static final String SAMPLE = "/org/scenelinear/sample/sample.exr";
    private static final Path SAMPLE_FOLDER = Path.of("target", "first-frame");
    private static final double MIDDLE_GRAY = 0.18;

    private FirstFrame() {}

    /** Starts; arguments are none, or the file to read and the PNG file to write. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            if (arguments.length == 2) {
                convert(Path.of(arguments[0]), Path.of(arguments[1]), out);
            } else if (arguments.length != 0) {
                throw new StepException("give a file to read and a .png file to write, or nothing");
            } else if (GraphicsEnvironment.isHeadless()) {
                convert(sample(), SAMPLE_FOLDER.resolve("sample_sRGB.png"), out);
            } else {
                FirstWindow.open(sample());
                out.println("ImageJ shows the sample frame in the live view: Plugins > SceneLinear has the rest.");
                out.println("Without a screen, or for files of your own: -Dexec.args=\"in.exr out.png\"");
            }
        } catch (IOException | StepException e) {
            // Not System.exit: the program may run inside Maven, which shall tell that it failed.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The sample frame as a file of its own. */
    private static Path sample() throws IOException {
        Files.createDirectories(SAMPLE_FOLDER);
        Path file = SAMPLE_FOLDER.resolve("sample.exr");
        try (InputStream in = FirstFrame.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IOException("the sample frame is not on the class path: " + SAMPLE);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /**
     * Renders and converts a frame, and tells about it.
     *
     * @param in an OpenEXR file
     * @param picture the PNG file to write; beside it the ACEScg file gets its name
     * @param out takes the report
     */
    static void convert(Path in, Path picture, PrintStream out) throws IOException, StepException {
        Path converted = picture.resolveSibling(acesCgName(picture));
        for (Path written : List.of(picture, converted)) {
            if (Files.exists(written) && Files.exists(in) && Files.isSameFile(in, written)) {
                throw new StepException(written + " would replace the file to read; give another name for the picture");
            }
        }
        Run run = InfoCommand.parallel(new PrintWriter(out, true, StandardCharsets.UTF_8));
        FloatImage frame = ImageFiles.open(in, OpenOptions.EVERYTHING, run);
        out.print(ExrInfo.text(in));
        out.println();
        report(frame, out);

        FloatImage rendered = Recipes.parse("ACES Output Transform", "").apply(frame, run);
        ImageFiles.save(rendered, picture, SaveOptions.DEFAULT, run);
        out.println("Rendered:  " + rendered.color().evidence() + ", 8-bit PNG, " + picture);

        FloatImage acesCg = Recipes.parse("Convert Color Space", "to=ACEScg").apply(frame, run);
        SaveOptions options = new SaveOptions(Compression.DWAB, SaveOptions.DEFAULT_DWA_LEVEL, SaveOptions.Pixels.HALF);
        ImageFiles.save(acesCg, converted, options, run);
        out.println("Converted: linear ACEScg, half floats, DWAB, " + converted);
        out.println();
        out.println("The file that was read is as it was.");
    }

    /** {@code shot_ACEScg.exr} for {@code shot_sRGB.png} and for {@code shot.png}. */
    private static String acesCgName(Path picture) throws StepException {
        String name = String.valueOf(picture.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new StepException(picture + ": give a name that ends in .png for the rendered picture");
        }
        return name.substring(0, name.length() - 4).replaceFirst("_sRGB$", "") + "_ACEScg.exr";
    }

    private static void report(FloatImage frame, PrintStream out) throws StepException {
        ColorSpace space = frame.color()
                .space()
                .orElseThrow(() -> new StepException("the color space of " + frame.name() + " is not known"));
        float[][] rgb = frame.rgb().orElseThrow(() -> new StepException(frame.name() + " has no channels R, G and B"));
        out.println("Space:     " + space.name() + ", from " + frame.color().evidence());
        if (!ColorSpaces.all().contains(space)) {
            out.println("           (a space without a name, known by its primaries)");
        }
        out.println("Range:     " + range(rgb));
    }

    /** From the darkest to the brightest component above 0, in stops from middle gray. */
    private static String range(float[][] rgb) {
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        long negative = 0;
        for (float[] plane : List.of(rgb[0], rgb[1], rgb[2])) {
            for (float value : plane) {
                if (value > 0 && value < Float.POSITIVE_INFINITY) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                } else if (value < 0) {
                    negative++;
                }
            }
        }
        Optional<String> stops = most > 0
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%.4g to %.4g: %.1f to %+.1f stops from middle gray (0.18)",
                        least,
                        most,
                        stops(least),
                        stops(most)))
                : Optional.empty();
        return stops.orElse("nothing above 0") + (negative > 0 ? ", " + negative + " negative components" : "");
    }

    private static double stops(float value) {
        return Math.log(value / MIDDLE_GRAY) / Math.log(2);
    }
}
