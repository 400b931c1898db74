/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.image.Window;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class LightArithmeticTest {
    private static final Run HERE = Run.inThisThread();
    private static final Window WINDOW = Window.ofSize(37, 23);

    private final Random random = new Random(5);

    @Test
    void anOpaquePictureCoversAndATransparentOneShowsWhatIsBehind() {
        float[] front = light();
        float[] back = light();
        assertArrayEquals(front, LightArithmetic.over(at(front), opacity(1), at(back), WINDOW, HERE));
        assertArrayEquals(back, LightArithmetic.over(at(new float[size()]), opacity(0), at(back), WINDOW, HERE));
        assertArrayEquals(
                front, LightArithmetic.overStraight(at(front), opacity(1), at(back), opacity(1), WINDOW, HERE));
        assertArrayEquals(
                back, LightArithmetic.overStraight(at(front), opacity(0), at(back), opacity(1), WINDOW, HERE));
    }

    @Test
    void threePicturesMayBeLaidOverEachOtherInAnyGrouping() {
        float[][] alpha = {opacities(), opacities(), opacities()};
        float[][] color = {times(light(), alpha[0]), times(light(), alpha[1]), times(light(), alpha[2])};
        float[] topTwo = over(color[0], alpha[0], color[1]);
        float[] topAlpha = over(alpha[0], alpha[0], alpha[1]);
        float[] left = over(topTwo, topAlpha, color[2]);
        float[] right = over(color[0], alpha[0], over(color[1], alpha[1], color[2]));
        for (int i = 0; i < size(); i++) {
            assertEquals(right[i], left[i], 1e-6f * (color[0][i] + color[1][i] + color[2][i]));
        }
    }

    @Test
    void straightColorsGiveWhatPremultipliedOnesGiveDividedByAlpha() {
        float[] alpha = opacities();
        float[] backAlpha = opacities();
        float[] front = light();
        float[] back = light();
        float[] straight = LightArithmetic.overStraight(at(front), at(alpha), at(back), at(backAlpha), WINDOW, HERE);
        float[] color = over(times(front, alpha), alpha, times(back, backAlpha));
        float[] opacity = over(alpha, alpha, backAlpha);
        for (int i = 0; i < size(); i++) {
            assertEquals(color[i], straight[i] * opacity[i], 4e-7f * color[i]);
        }
    }

    @Test
    void whereNothingIsSeenStraightColorIsBlackAndNotUndefined() {
        float[] clear = LightArithmetic.overStraight(at(light()), opacity(0), at(light()), opacity(0), WINDOW, HERE);
        assertArrayEquals(new float[size()], clear);
    }

    @Test
    void aSumDoesNotDependOnTheOrderAndAProductNeither() {
        float[] a = light();
        float[] b = light();
        assertArrayEquals(
                LightArithmetic.sum(at(a), at(b), 1, WINDOW, HERE), LightArithmetic.sum(at(b), at(a), 1, WINDOW, HERE));
        assertArrayEquals(
                LightArithmetic.product(at(a), at(b), WINDOW, HERE),
                LightArithmetic.product(at(b), at(a), WINDOW, HERE));
    }

    @Test
    void aGainOfTwoPerStopIsUndoneByItsInverseToTheBit() {
        float[] light = light();
        float[] twice = LightArithmetic.scaled(at(light), 8, WINDOW, HERE);
        assertEquals(8 * light[11], twice[11]);
        assertArrayEquals(light, LightArithmetic.scaled(at(twice), 0.125f, WINDOW, HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "Infinity, 1, Infinity",
        "Infinity, -Infinity, NaN",
        "NaN, 1, NaN",
        "-1, 3e38, 3e38",
        "3e38, 3e38, Infinity"
    })
    void infinitiesAndNotANumberAddUpAsFloatsDo(float first, float second, float sum) {
        Window pixel = Window.ofSize(1, 1);
        PlacedPlane a = PlacedPlane.of(new float[] {first}, pixel, 0);
        PlacedPlane b = PlacedPlane.of(new float[] {second}, pixel, 0);
        assertEquals(sum, LightArithmetic.sum(a, b, 1, pixel, HERE)[0]);
    }

    @Test
    void anInfinityBehindAnOpaquePixelIsNotANumber() {
        Window pixel = Window.ofSize(1, 1);
        PlacedPlane front = PlacedPlane.of(new float[] {0.5f}, pixel, 0);
        PlacedPlane back = PlacedPlane.of(new float[] {Float.POSITIVE_INFINITY}, pixel, 0);
        PlacedPlane opaque = PlacedPlane.constant(1, pixel, 0);
        assertEquals(Float.NaN, LightArithmetic.over(front, opaque, back, pixel, HERE)[0]);
    }

    @Test
    void planesLieWhereTheirWindowsSayAndHaveOneValueElsewhere() {
        float[] samples = {1, 2, 3, 4, 5, 6};
        PlacedPlane plane = PlacedPlane.of(samples, new Window(-1, 1, 1, 2), 9);
        assertArrayEquals(
                new float[] {9, 9, 9, 9, 9, 1, 2, 3, 9, 4, 5, 6, 9, 9, 9, 9},
                LightArithmetic.placed(plane, new Window(-2, 0, 1, 3), HERE));
        assertArrayEquals(new float[] {2, 3}, LightArithmetic.placed(plane, new Window(0, 1, 1, 1), HERE));
        assertArrayEquals(new float[] {9, 9}, LightArithmetic.placed(plane, new Window(100, 1, 101, 1), HERE));
        PlacedPlane square = PlacedPlane.constant(1, new Window(0, 0, 0, 0), 0);
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0},
                LightArithmetic.placed(square, new Window(-1, -1, 1, 1), HERE));
    }

    @Test
    void linesLongerThanATileAreWhole() {
        Window wide = Window.ofSize(5000, 3);
        float[] samples = new float[15000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        assertArrayEquals(samples, LightArithmetic.placed(PlacedPlane.of(samples, wide, 0), wide, HERE));
    }

    @Test
    void theNumberOfWorkersChangesNoBit() {
        Window tall = Window.ofSize(300, 700);
        float[] a = new float[300 * 700];
        float[] b = new float[300 * 700];
        for (int i = 0; i < a.length; i++) {
            a[i] = random.nextFloat();
            b[i] = random.nextFloat();
        }
        Run four = Run.on(task -> new Thread(task).start(), 4, Progress.NONE, () -> false);
        PlacedPlane first = PlacedPlane.of(a, tall, 0);
        PlacedPlane second = PlacedPlane.of(b, tall, 0);
        assertArrayEquals(
                LightArithmetic.over(first, second, first, tall, HERE),
                LightArithmetic.over(first, second, first, tall, four));
    }

    @Test
    void aCancelEndsTheWork() {
        Run canceled = Run.on(Runnable::run, 1, Progress.NONE, () -> true);
        assertThrows(
                CancellationException.class, () -> LightArithmetic.product(at(light()), at(light()), WINDOW, canceled));
    }

    @Test
    void aPlaneOfAnotherSizeThanItsWindowIsRefused() {
        assertEquals(
                "3 samples for 37 x 23 pixels",
                assertThrows(IllegalArgumentException.class, () -> PlacedPlane.of(new float[3], WINDOW, 0))
                        .getMessage());
    }

    private static int size() {
        return WINDOW.width() * WINDOW.height();
    }

    private static PlacedPlane at(float[] samples) {
        return PlacedPlane.of(samples, WINDOW, 0);
    }

    private static PlacedPlane opacity(float alpha) {
        return PlacedPlane.constant(alpha, WINDOW, 0);
    }

    private static float[] over(float[] front, float[] alpha, float[] back) {
        return LightArithmetic.over(at(front), at(alpha), at(back), WINDOW, HERE);
    }

    private static float[] times(float[] color, float[] alpha) {
        return LightArithmetic.product(at(color), at(alpha), WINDOW, HERE);
    }

    /** Of many magnitudes, as scenes have them. */
    private float[] light() {
        float[] light = new float[size()];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) Math.exp(3 * random.nextGaussian());
        }
        return light;
    }

    private float[] opacities() {
        float[] alpha = new float[size()];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = random.nextFloat();
        }
        return alpha;
    }
}
