/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.CustomSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.file.ColorSpaceFile;
import org.scenelinear.ij.KeptSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformRunner;

/** What operations on color need to know of their source: its color space, given or the image's own, and its planes. */
public final class SourceSpace {
    /** The parameter {@code from}: what the source's values mean; by default what the image says. */
    public static final Parameter FROM =
            space("From", "The color space of the image as it is. If it is not given, the image's own is taken.", "");

    private SourceSpace() {}

    /**
     * A parameter that names a color space.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default; empty if it may be left out, null if it must be given
     */
    public static Parameter space(String label, String help, String defaultValue) {
        return Parameter.named(
                label,
                help,
                defaultValue,
                Stream.concat(ColorSpaces.all().stream(), KeptSpaces.all().stream())
                        .map(ColorSpace::name)
                        .toList(),
                name -> byName(name).map(ColorSpace::name));
    }

    /**
     * The space of a name as users give it: of the catalog, defined by the user, or in a file.
     *
     * @param name a name or alias, the text of a custom space, the short name of one that is kept in the preferences,
     *     or the path of a {@link ColorSpaceFile}, followed by {@code #} and a short name if it holds several
     */
    public static Optional<ColorSpace> byName(String name) {
        return ColorSpaces.byName(name).or(() -> named(KeptSpaces.all(), name)).or(() -> inFile(name));
    }

    private static Optional<ColorSpace> named(List<ColorSpace> spaces, String name) {
        return spaces.stream()
                .filter(space -> CustomSpace.isCalled(space, name))
                .findFirst();
    }

    private static Optional<ColorSpace> inFile(String name) {
        int mark = name.indexOf(ColorSpaceFile.SUFFIX + "#");
        int end = mark < 0 ? name.length() : mark + ColorSpaceFile.SUFFIX.length();
        if (!name.substring(0, end).endsWith(ColorSpaceFile.SUFFIX)) {
            return Optional.empty();
        }
        try {
            List<ColorSpace> spaces = ColorSpaceFile.read(Path.of(name.substring(0, end)));
            return mark < 0
                    ? Optional.of(spaces.get(0)).filter(only -> spaces.size() == 1)
                    : named(spaces, name.substring(end + 1));
        } catch (FileProblemException e) {
            return Optional.empty();
        }
    }

    /** The space that {@code from} names; empty if it was not given. */
    public static Optional<ColorSpace> given(Arguments arguments) {
        return ColorSpaces.byName(arguments.text(FROM.key()));
    }

    /**
     * The space to take a source's values for.
     *
     * @param given what {@code from} says
     * @param source the image
     * @throws StepException if neither {@code from} nor the image says it
     */
    public static ColorSpace of(Optional<ColorSpace> given, FloatImage source) throws StepException {
        Optional<ColorSpace> space = given.or(() -> source.color().space());
        if (space.isEmpty()) {
            throw new StepException("the color space of " + source.name() + " is not known ("
                    + source.color().evidence() + "); give " + FROM.key() + "= " + FROM.allowed());
        }
        return space.get();
    }

    /**
     * The color state of a result that means what its source does, taken for a space.
     *
     * @param source whose state is kept if it says the same space
     * @param space what its values are taken for
     * @param evidence how that is known otherwise
     */
    public static ColorState state(FloatImage source, ColorSpace space, String evidence) {
        return source.color().space().equals(Optional.of(space)) ? source.color() : ColorState.of(space, evidence);
    }

    /** New planes in ACES2065-1 of planes in a space. */
    public static float[][] toAces(float[][] rgb, ColorSpace space, Run run) {
        ColorTransform conversion = ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        float[][] aces = new float[3][rgb[0].length];
        TransformRunner.apply(conversion.compile(), rgb, aces, rgb[0].length, run);
        return aces;
    }

    /**
     * The planes of R, G and B.
     *
     * @throws StepException if the image lacks one
     */
    public static float[][] rgb(FloatImage source) throws StepException {
        Optional<float[][]> rgb = source.rgb();
        if (rgb.isEmpty()) {
            throw new StepException("needs channels R, G and B; " + source.name() + " has "
                    + source.channels().stream().map(ImageChannel::name).collect(Collectors.joining(", ")));
        }
        return rgb.get();
    }
}
