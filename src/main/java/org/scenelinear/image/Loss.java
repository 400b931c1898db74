/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a conversion of colors lost, as one entry of an image's ledger of losses. Entries of the frames of one image add
 * up to one.
 *
 * @param operation what was done: {@code ACES2065-1 to ACEScg, gamut=keep}
 * @param pixels how many pixels there were
 * @param outside pixels that had a negative component of linear light in the target's primaries
 * @param clipped pixels whose negative components became 0
 * @param left pixels that still have a negative component
 * @param invalid pixels with a NaN or an infinity
 * @param largestBefore the largest finite component of the source as stored
 * @param largestAfter the largest finite component of the result as stored
 * @param roundTrip the largest difference after converting back, relative to the largest component of its pixel
 * @param measured on how many pixels that was measured
 */
public record Loss(
        String operation,
        long pixels,
        long outside,
        long clipped,
        long left,
        long invalid,
        float largestBefore,
        float largestAfter,
        double roundTrip,
        long measured) {
    private static final Pattern TEXT = Pattern.compile(
            "(.+): (\\d+) of (\\d+) pixels outside the target's primaries \\((\\d+) clipped, (\\d+) left\\),"
                    + " (\\d+) with NaN or infinity; largest component (\\S+) before, (\\S+) after;"
                    + " there and back within (\\S+), measured on (\\d+) pixels");

    /** The entry: one line in plain words. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d pixels outside the target's primaries (%d clipped, %d left), %d with NaN or infinity;"
                        + " largest component %s before, %s after; there and back within %s, measured on %d pixels",
                operation,
                outside,
                pixels,
                clipped,
                left,
                invalid,
                largestBefore,
                largestAfter,
                Double.isInfinite(roundTrip) ? "Infinity" : String.format(Locale.ROOT, "%.1e", roundTrip),
                measured);
    }

    /** The loss that an entry tells of; empty if it tells of something else. */
    public static Optional<Loss> parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Loss(
                    found.group(1),
                    Long.parseLong(found.group(3)),
                    Long.parseLong(found.group(2)),
                    Long.parseLong(found.group(4)),
                    Long.parseLong(found.group(5)),
                    Long.parseLong(found.group(6)),
                    Float.parseFloat(found.group(7)),
                    Float.parseFloat(found.group(8)),
                    Double.parseDouble(found.group(9)),
                    Long.parseLong(found.group(10))));
        } catch (NumberFormatException e) {
            return Optional.empty(); // edited by somebody
        }
    }

    /**
     * An entry for people to read, with a warning if something was lost or soon will be.
     *
     * @param entry an entry of a ledger
     */
    public static String report(String entry) {
        return parse(entry)
                .flatMap(Loss::warning)
                .map(w -> entry + ". Warning: " + w)
                .orElse(entry);
    }

    /** What cannot be undone, or what the next step may make so; empty if there is no such thing. */
    public Optional<String> warning() {
        if (clipped > 0) {
            return Optional.of(clipped + " pixels were clipped; what they were cannot be recovered from the result");
        }
        if (left > 0) {
            return Optional.of(
                    left + " pixels have negative components; what cannot hold them, such as integers, clips them");
        }
        return Optional.empty();
    }

    /** Whether an entry of a ledger tells that something was lost or soon will be. */
    public static boolean isWarning(String entry) {
        return parse(entry).flatMap(Loss::warning).isPresent();
    }

    /**
     * The losses of several frames in as few entries as there are operations.
     *
     * @param frames the entries of each frame
     * @return losses by the same operation at the same place of the lists are added up; other entries stand once
     */
    public static List<String> together(List<List<String>> frames) {
        List<String> result = new ArrayList<>();
        for (List<String> frame : frames) {
            for (int i = 0; i < frame.size(); i++) {
                if (i >= result.size()) {
                    result.add(frame.get(i));
                    continue;
                }
                Optional<Loss> sum = parse(result.get(i));
                Optional<Loss> next = parse(frame.get(i));
                if (sum.isPresent() && next.isPresent() && sum.get().operation.equals(next.get().operation)) {
                    result.set(i, sum.get().plus(next.get()).text());
                }
            }
        }
        return result;
    }

    /** The loss of both; the first names the operation. */
    private Loss plus(Loss other) {
        return new Loss(
                operation,
                pixels + other.pixels,
                outside + other.outside,
                clipped + other.clipped,
                left + other.left,
                invalid + other.invalid,
                Math.max(largestBefore, other.largestBefore),
                Math.max(largestAfter, other.largestAfter),
                Math.max(roundTrip, other.roundTrip),
                measured + other.measured);
    }
}
