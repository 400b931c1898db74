#!/usr/bin/env python3
"""Renders a frame through ACES 2 output transforms, and what comes out back again through their inverses, with
OpenColorIO and with ours, in turn, one thread each; Mpix/s.

OpenColorIO runs its CPU processor, optimized as it is by default, on packed float32 pixels as it likes them best;
ours runs on planes. Neither counts the loading of the frame; each makes its processor anew.
"""

import pathlib
import tempfile

import numpy as np
import PyOpenColorIO as ocio

import frame
import turns

VIEWS = [
    ("SDR", "sRGB - Display", "ACES 2.0 - SDR 100 nits (Rec.709)"),
    ("HDR", "Rec.2100-PQ - Display", "ACES 2.0 - HDR 1000 nits (P3 D65)"),
]


def main():
    parser = turns.arguments(__doc__)
    parser.add_argument("file", nargs="?", type=pathlib.Path, help="an ACES2065-1 EXR file instead of the frame made here")
    options = parser.parse_args()
    planes = loaded(options.file) if options.file else frame.photographic()
    height, width = planes[0].shape
    config = ocio.Config.CreateFromBuiltinConfig("studio-config-latest")
    scene = np.ascontiguousarray(np.stack(planes, axis=-1), dtype=np.float32)
    with tempfile.TemporaryDirectory() as folder:
        for name, display, view in VIEWS:
            codes = applied(config, display, view, ocio.TRANSFORM_DIR_FORWARD, scene)
            for job, direction, pixels in [
                ("aces", ocio.TRANSFORM_DIR_FORWARD, scene),
                ("inverse", ocio.TRANSFORM_DIR_INVERSE, codes),
            ]:
                raw = pathlib.Path(folder) / f"{name}-{job}.raw"
                np.ascontiguousarray(pixels.transpose(2, 0, 1)).astype("<f4").tofile(raw)
                ours = turns.Java(options.java, job, display, view, raw)

                def peer(display=display, view=view, direction=direction, pixels=pixels):
                    applied(config, display, view, direction, pixels)

                turns.compare(f"{name} {job}", width * height / 1e6, "Mpix/s", ours, peer, options)


def applied(config, display, view, direction, pixels):
    transform = ocio.DisplayViewTransform(src="ACES2065-1", display=display, view=view, direction=direction)
    processor = config.getProcessor(transform).getOptimizedCPUProcessor(
        ocio.BIT_DEPTH_F32, ocio.BIT_DEPTH_F32, ocio.OPTIMIZATION_DEFAULT
    )
    result = pixels.copy()
    processor.apply(ocio.PackedImageDesc(result, pixels.shape[1], pixels.shape[0], 3))
    return result


def loaded(path):
    import OpenEXR

    channels = OpenEXR.File(str(path), separate_channels=True).channels()
    return [channels[name].pixels.astype(np.float32) for name in "RGB"]


if __name__ == "__main__":
    main()
