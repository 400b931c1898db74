/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.FalseColor;
import org.scenelinear.inspect.FalseColor.Zone;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;
import org.scenelinear.ui.FalseColorLegend;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows exposure by color, as a picture of its own or over the image. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>False Color...", headless = true)
public class FalseColorCommand extends MenuCommand {
    private static final String CUSTOM = "custom";
    private static final String OVERLAY = "overlay";
    private static final String NONE = "none";

    private static final Signature SIGNATURE = new Signature(
            "False Color...",
            "Shows exposure by color: stops above and below middle gray (0.18).",
            List.of(
                    org.scenelinear.command.macro.Parameter.choice(
                            "Preset",
                            "stops: a color for each stop. ARRI: in the style of that maker's cameras, the rest gray. EL Zone:"
                                    + " the zones of that system. custom: those of the next field.",
                            Stream.concat(FalseColor.presets().stream(), Stream.of(CUSTOM))
                                    .toList()),
                    org.scenelinear.command.macro.Parameter.text(
                            "Zones",
                            "Of preset=custom: the lower end of each in stops and its color, [-6 #0000FF; -1 none; 5 #FF0000].",
                            text -> zones(text).map(FalseColorCommand::text),
                            "pairs of a rising number of stops and a color #RRGGBB or none, with semicolons between"),
                    org.scenelinear.command.macro.Parameter.text(
                            "Zebra (stops)",
                            "Stripes from so many stops above middle gray on; if it is not given, none.",
                            FalseColorCommand::number,
                            "a number of stops"),
                    org.scenelinear.command.macro.Parameter.choice(
                            "Legend",
                            "right: a strip beside the picture says which color is what.",
                            List.of("right", NONE)),
                    org.scenelinear.command.macro.Parameter.choice(
                            "Result",
                            "new: an RGB image. overlay: over the image itself, whose pixels stay as they are; Image > Overlay"
                                    + " > Remove Overlay takes it away.",
                            List.of("new", OVERLAY)),
                    SourceSpace.FROM));

    @Parameter(required = false, persist = false)
    String preset;

    @Parameter(required = false, persist = false)
    String zones;

    @Parameter(required = false, persist = false)
    String zebra;

    @Parameter(required = false, persist = false)
    String legend;

    @Parameter(required = false, persist = false)
    String result;

    @Parameter(required = false, persist = false)
    String from;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    private static Optional<String> number(String text) {
        try {
            double stops = Double.parseDouble(text.strip());
            return Double.isFinite(stops) ? Optional.of(MacroOptions.number(stops)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<Zone>> zones(String text) {
        List<Zone> found = new ArrayList<>();
        try {
            for (String pair : text.split(";")) {
                String[] words = pair.strip().split("\\s+");
                if (words.length != 2 || !(words[1].equalsIgnoreCase(NONE) || words[1].matches("#[0-9A-Fa-f]{6}"))) {
                    return Optional.empty();
                }
                double stops = Double.parseDouble(words[0]);
                found.add(new Zone(
                        stops,
                        words[1].equalsIgnoreCase(NONE) ? -1 : Integer.parseInt(words[1].substring(1), 16),
                        MacroOptions.number(stops)));
            }
            FalseColor.of(found);
            return Optional.of(found);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(List<Zone> found) {
        return found.stream()
                .map(zone -> MacroOptions.number(zone.from()) + " "
                        + (zone.isColored() ? String.format(Locale.ROOT, "#%06X", zone.rgb()) : NONE))
                .collect(Collectors.joining("; "));
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        if (arguments.text("result").equals(OVERLAY)) {
            image.setOverlay(overlay(image, arguments, this::isCanceled));
        } else {
            picture(image, arguments, this::isCanceled).show();
        }
    }

    /** The RGB image; not yet shown. */
    static ImagePlus picture(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        FalseColor colors = colors(arguments);
        Optional<BufferedImage> strip = arguments.text("legend").equals(NONE)
                ? Optional.empty()
                : Optional.of(FalseColorLegend.paint(colors, image.getHeight()));
        int width = image.getWidth() + strip.map(BufferedImage::getWidth).orElse(0);
        ImageStack stack = new ImageStack(width, image.getHeight());
        visit(image, arguments, colors, canceled, (painted, place) -> {
            ColorProcessor whole = new ColorProcessor(width, image.getHeight());
            whole.insert(painted, 0, 0);
            strip.ifPresent(legend -> whole.insert(new ColorProcessor(legend), image.getWidth(), 0));
            stack.addSlice(image.getTitle(), whole);
        });
        ImagePlus picture = new ImagePlus(image.getTitle() + " (false color)", stack);
        picture.setDimensions(1, ImagePlusConversion.slices(image), image.getNFrames());
        picture.setOpenAsHyperStack(picture.getNSlices() > 1 && picture.getNFrames() > 1);
        return picture;
    }

    private static Overlay overlay(ImagePlus image, Arguments arguments, BooleanSupplier canceled)
            throws StepException {
        Overlay overlay = new Overlay();
        boolean single = image.getNFrames() * ImagePlusConversion.slices(image) == 1;
        visit(image, arguments, colors(arguments), canceled, (painted, place) -> {
            ImageRoi roi = new ImageRoi(0, 0, painted);
            if (!single) {
                roi.setPosition(
                        0, image instanceof CompositeImage || image.isHyperStack() ? place.slice() : 0, place.time());
            }
            overlay.add(roi);
        });
        return overlay;
    }

    private static FalseColor colors(Arguments arguments) throws StepException {
        Optional<FalseColor> known = FalseColor.preset(arguments.text("preset"));
        String own = arguments.text("zones");
        if (known.isPresent()) {
            if (!own.isEmpty()) {
                throw new StepException(SIGNATURE.label() + ": zones=" + own + " is for preset=" + CUSTOM + " only");
            }
            return known.get();
        }
        if (own.isEmpty()) {
            throw new StepException(SIGNATURE.label() + ": preset=" + CUSTOM + " needs zones");
        }
        return FalseColor.of(zones(own).orElseThrow());
    }

    @FunctionalInterface
    private interface Painted {
        void take(ColorProcessor picture, Frames.Frame place);
    }

    private static void visit(
            ImagePlus image, Arguments arguments, FalseColor colors, BooleanSupplier canceled, Painted painted)
            throws StepException {
        String stripes = arguments.text("zebra");
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visitAll(image, run, (frame, place, inside) -> {
                float[] luminance = luminance(frame, arguments, inside);
                int[] argb = new int[luminance.length];
                inside.forEach("coloring", frame.height(), () -> colors, (shared, line) -> {
                    shared.paint(luminance, line * frame.width(), argb, line * frame.width(), frame.width());
                });
                if (!stripes.isEmpty()) {
                    FalseColor.zebra(luminance, argb, frame.width(), Double.parseDouble(stripes));
                }
                painted.take(new ColorProcessor(frame.width(), frame.height(), argb), place);
            });
            return null;
        });
    }

    private static float[] luminance(FloatImage frame, Arguments arguments, Run run) throws StepException {
        LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
        ColorSpace space = light.space();
        Matrix3 toXyz = space.chromaticities().toXyz();
        float[] luminance = new float[frame.width() * frame.height()];
        float red = (float) toXyz.get(1, 0);
        float green = (float) toXyz.get(1, 1);
        float blue = (float) toXyz.get(1, 2);
        for (int i = 0; i < luminance.length; i++) {
            luminance[i] = red * light.rgb()[0][i] + green * light.rgb()[1][i] + blue * light.rgb()[2][i];
            if (Float.isNaN(luminance[i])) { // of infinities too, where a weight is negative
                luminance[i] = light.rgb()[0][i] + light.rgb()[1][i] + light.rgb()[2][i];
            }
        }
        return luminance;
    }
}
