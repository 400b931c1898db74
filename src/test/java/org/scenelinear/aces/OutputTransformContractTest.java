/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformContractTest;

/** What every transform keeps to, for an output transform of each kind of encoding. */
class OutputTransformContractTest {
    @Nested
    class ToSrgb extends Contract {
        ToSrgb() {
            super("sRGB", "SDR 100 nits (Rec.709)");
        }
    }

    @Nested
    class ToPq extends Contract {
        ToPq() {
            super("Rec.2100-PQ", "HDR 1000 nits (P3 D65)");
        }
    }

    @Nested
    class ToHlg extends Contract {
        ToHlg() {
            super("Rec.2100-HLG", "HDR 1000 nits (P3 D65)");
        }
    }

    @Nested
    class ToGamma extends Contract {
        ToGamma() {
            super("Gamma 2.6 P3-D65", "SDR 100 nits (P3 D65)");
        }
    }

    @Nested
    class FromSrgb extends Contract {
        FromSrgb() {
            super("sRGB", "SDR 100 nits (Rec.709)");
        }

        @Override
        protected ColorTransform transform() {
            return super.transform().inverse().orElseThrow();
        }

        /**
         * Code values of colors that are neither dark nor saturated, where small differences of light are small ones of
         * code.
         */
        @Override
        protected float value(Random random) {
            return 0.4f + 0.2f * random.nextFloat();
        }
    }

    private abstract static class Contract extends TransformContractTest {
        private final String display;
        private final String view;

        Contract(String display, String view) {
            this.display = display;
            this.view = view;
        }

        @Override
        protected ColorTransform transform() {
            return OutputTransforms.find(display, view).orElseThrow();
        }

        /** Colors that are not clipped, so that the inverse leads back to them. */
        @Override
        protected float value(Random random) {
            return 0.1f + 0.1f * random.nextFloat();
        }

        @Override
        protected double roundTripTolerance() {
            return 1e-4;
        }

        /** It counts as 0. */
        @Override
        protected boolean keepsNaN() {
            return false;
        }
    }
}
