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

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.ZonePainter.Background;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link FalseColor}, which can also lay the colors over the image. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>False Color...", headless = true)
public class FalseColorCommand extends StepCommand {
    private static final String NAME = "false color";

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String zones;

    @Parameter(required = false, persist = false)
    String custom;

    @Parameter(required = false, persist = false)
    String zebra;

    @Parameter(required = false, persist = false)
    String legend;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return FalseColor.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return FalseColor.of(arguments);
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        if (!arguments.text("result").equals(FalseColor.OVERLAY)) {
            super.execute(arguments);
            return;
        }
        ImagePlus image = source();
        FalseColor colors = FalseColor.of(arguments);
        List<Roi> layers = ImageJRun.call(this::isCanceled, run -> layers(image, colors, run));
        lay(layers, image);
    }

    /** The colors of every slice and time, and the legend; pixels whose zone has no color are seen through. */
    static List<Roi> layers(ImagePlus image, FalseColor colors, Run run) throws StepException {
        List<Roi> layers = new ArrayList<>();
        Frames.visitAll(image, run, (frame, place, inside) -> {
            ImageRoi layer = new ImageRoi(0, 0, picture(frame, colors.paint(frame, Background.TRANSPARENT, inside)));
            setPlace(layer, image, place);
            layers.add(layer);
        });
        Optional<BufferedImage> strip = colors.strip(image.getHeight());
        strip.ifPresent(drawn -> layers.add(new ImageRoi(Math.max(0, image.getWidth() - drawn.getWidth()), 0, drawn)));
        layers.forEach(layer -> layer.setName(NAME));
        return layers;
    }

    private static BufferedImage picture(FloatImage frame, int[] argb) {
        BufferedImage picture = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB);
        picture.getRaster().setDataElements(0, 0, frame.width(), frame.height(), argb);
        return picture;
    }

    private static void setPlace(Roi layer, ImagePlus image, Frames.Frame place) {
        if (ImagePlusConversion.slices(image) * image.getNFrames() == 1) {
            return; // it lies over all channels
        }
        if (image.isHyperStack()) {
            layer.setPosition(0, place.slice(), place.time());
        } else {
            layer.setPosition(image.getStackIndex(1, place.slice(), place.time()));
        }
    }

    /** Puts layers over an image, in the place of those of an earlier call; what else lies there stays. */
    static void lay(List<Roi> layers, ImagePlus image) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        overlay.remove(NAME);
        layers.forEach(overlay::add);
        image.setOverlay(overlay);
    }
}
