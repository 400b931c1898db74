#!/usr/bin/env python3
"""What OpenColorIO makes of colors with the looks that come with SceneLinear: one CSV for each look.

    pip install opencolorio==2.6.0 numpy
    python figures.py FOLDER_OF_CLF_FILES FOLDER_OF_CSV_FILES

Each row: r, g, b in ACES2065-1 before, then after. The colors are grays from 12 stops below middle gray to 10 above, sixty
random ones within AP0 at random exposures, and imaginary ones with negative components.
"""
import glob
import os
import sys

import numpy as np
import PyOpenColorIO as ocio


def colors():
    grays = 0.18 * 2.0 ** np.arange(-12, 11)
    random = np.random.default_rng(7)
    mixed = random.random((60, 3)) * 0.18 * 2.0 ** random.uniform(-12, 10, (60, 1))
    imaginary = np.array([[-0.1, 0.2, 0.3], [0.5, -0.02, 0.1], [0.3, 0.1, -0.4], [-1, -1, -1], [60000, -500, 3],
                          [0, 0, 0], [65504, 65504, 65504], [0.001, -60000, 60000]])
    return np.concatenate([np.repeat(grays[:, None], 3, 1), mixed, imaginary]).astype(np.float32)


config = ocio.Config.CreateRaw()
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.clf"))):
    transform = ocio.FileTransform(path, interpolation=ocio.INTERP_TETRAHEDRAL)
    processor = config.getProcessor(transform).getOptimizedCPUProcessor(ocio.OPTIMIZATION_LOSSLESS)
    before = colors()
    after = before.copy()
    processor.applyRGB(after)
    name = os.path.splitext(os.path.basename(path))[0] + ".csv"
    with open(os.path.join(sys.argv[2], name), "w", encoding="utf-8") as out:
        for a, b in zip(before, after):
            out.write(",".join(np.format_float_scientific(v, unique=True, trim="-") for v in (*a, *b)) + "\n")
