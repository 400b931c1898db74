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

import org.scenelinear.color.TransferCurve;
import org.scenelinear.color.TransferCurves;

class AcesCctCurveTest extends CurveContractTest {
    @Override
    protected TransferCurve curve() {
        return TransferCurves.ACESCCT;
    }

    @Override
    protected double blackTolerance() {
        return 1e-8;
    }
}
