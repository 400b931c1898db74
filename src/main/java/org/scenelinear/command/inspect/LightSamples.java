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
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.scenelinear.inspect.PixelReport;
import org.scenelinear.ui.InspectedPixel;

/**
 * The samples of an image: numbered marks in its overlay, which stand in every slice and time, and rows of a table.
 * Marks that an earlier inspector left are taken away by the first.
 */
final class LightSamples {
    private static final String MARK = "light sample ";
    private static final int TEXT_SIZE = 14;
    private static final int CROSS = 0;
    private static final int MEDIUM = 2;

    private final ImagePlus image;
    private final PixelTable table = new PixelTable();
    private final List<InspectedPixel> pixels = new ArrayList<>();

    LightSamples(ImagePlus image) {
        this.image = image;
        removeMarks();
    }

    /** Adds a sample, and shows it in image and table. */
    void add(InspectedPixel pixel, PixelReport report) {
        pixels.add(pixel);
        mark(pixel, pixels.size());
        table.add(pixels.size(), pixel.x(), pixel.y(), pixel.slice(), pixel.time(), report);
        table.results().show("Samples of " + image.getTitle());
    }

    private void mark(InspectedPixel pixel, int number) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        ImageCanvas canvas = image.getCanvas();
        double zoom = canvas == null ? 1 : canvas.getMagnification();
        PointRoi cross = new PointRoi(pixel.x() + 0.5, pixel.y() + 0.5);
        cross.setPointType(CROSS);
        cross.setSize(MEDIUM);
        cross.setStrokeColor(Color.BLACK);
        cross.setName(MARK + number);
        int size = Math.max(1, (int) Math.round(TEXT_SIZE / zoom)); // as large as this on the screen, now
        TextRoi text = new TextRoi(
                pixel.x() + 0.5 + size / 2.0,
                pixel.y() + 0.5 + size / 4.0,
                String.valueOf(number),
                new Font(Font.SANS_SERIF, Font.BOLD, size));
        text.setStrokeColor(Color.WHITE);
        text.setFillColor(Color.BLACK);
        text.setName(MARK + number);
        overlay.add(cross);
        overlay.add(text);
        image.setOverlay(overlay);
    }

    /** Where they are, as {@code x} and {@code y} of {@link InspectPixelCommand}. */
    Map<String, String> coordinates() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("x", numbers(InspectedPixel::x));
        options.put("y", numbers(InspectedPixel::y));
        return options;
    }

    private String numbers(ToIntFunction<InspectedPixel> coordinate) {
        return pixels.stream()
                .map(pixel -> String.valueOf(coordinate.applyAsInt(pixel)))
                .collect(Collectors.joining(" "));
    }

    /** Takes the marks away; the table stays until the next sample. */
    void clear() {
        pixels.clear();
        removeMarks();
    }

    private void removeMarks() {
        Overlay overlay = image.getOverlay();
        if (overlay == null) {
            return;
        }
        for (Roi roi : overlay.toArray()) {
            if (roi.getName() != null && roi.getName().startsWith(MARK)) {
                overlay.remove(roi);
            }
        }
        image.setOverlay(overlay.size() == 0 ? null : overlay);
    }
}
