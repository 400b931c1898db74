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
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;

/** The regions of an image that a command looks at: its selection, or those of the ROI Manager. */
final class Regions {
    private static final String SELECTION = "selection";
    private static final String MANAGER = "manager";

    /** Where the regions come from. */
    static final Parameter ROI = Parameter.choice(
            "ROI (regions)",
            "selection: the image's selection, or all of it if there is none. manager: each region of the ROI Manager.",
            List.of(SELECTION, MANAGER));

    private Regions() {}

    /** A region and what people call it. */
    record Region(String name, Area area) {}

    /**
     * The regions to look at.
     *
     * @param image where they lie
     * @param arguments with {@link #ROI}
     * @return one or more; none is empty
     * @throws StepException if a region has no pixel in the image, or the ROI Manager has none
     */
    static List<Region> of(ImagePlus image, Arguments arguments) throws StepException {
        if (arguments.text(ROI.key()).equals(MANAGER)) {
            RoiManager manager = RoiManager.getInstance2();
            if (manager == null || manager.getCount() == 0) {
                throw new StepException("the ROI Manager has no region; add one, or give roi=" + SELECTION);
            }
            List<Region> regions = new ArrayList<>();
            for (Roi roi : manager.getRoisAsArray()) {
                regions.add(region(image, roi));
            }
            return regions;
        }
        return List.of(selection(image));
    }

    /**
     * The selection, or the whole image if there is none.
     *
     * @throws StepException if it has no pixel in the image
     */
    static Region selection(ImagePlus image) throws StepException {
        Roi roi = image.getRoi();
        return roi == null ? new Region("image", Area.whole(image.getWidth(), image.getHeight())) : region(image, roi);
    }

    private static Region region(ImagePlus image, Roi roi) throws StepException {
        String name = roi.getName() == null ? "selection" : roi.getName();
        if (!roi.isArea()) {
            throw new StepException("region " + name + " has no area; use a rectangle, oval, polygon or the like");
        }
        Rectangle bounds = roi.getBounds();
        Rectangle seen = bounds.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        Area area = seen.isEmpty() ? new Area(0, 0, 0, 0, null) : area(roi.getMask(), bounds, seen);
        if (area.count() == 0) {
            throw new StepException("region " + name + " has no pixel in " + image.getTitle());
        }
        return new Region(name, area);
    }

    private static Area area(ImageProcessor mask, Rectangle bounds, Rectangle seen) {
        if (mask == null) {
            return new Area(seen.x, seen.y, seen.width, seen.height, null);
        }
        boolean[] inside = new boolean[seen.width * seen.height];
        for (int y = 0; y < seen.height; y++) {
            for (int x = 0; x < seen.width; x++) {
                inside[y * seen.width + x] = mask.get(seen.x - bounds.x + x, seen.y - bounds.y + y) != 0;
            }
        }
        return new Area(seen.x, seen.y, seen.width, seen.height, inside);
    }
}
