#!/usr/bin/env python3
"""Renders a frame through ACES 2 output transforms, and what comes out back again through their inverses, converts it
between color spaces and applies looks, with OpenColorIO and with ours, in turn, one thread each; Mpix/s.

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

# Names of ours and, where they differ, of OpenColorIO's. Of displays it has only built-in transforms from XYZ.
CONVERSIONS = [
    ("ACES2065-1", "ACEScg", None),
    ("ACEScg", "sRGB Encoded Rec.709 (sRGB)", None),
    ("sRGB Encoded Rec.709 (sRGB)", "ACEScg", None),
    ("ACEScg", "ARRI LogC4", None),
    ("ARRI LogC4", "ACEScg", None),
    ("ACEScg", "ACEScc", None),
    ("CIE XYZ-D65 - Display-referred", "Rec.2100-PQ - Display", "DISPLAY - CIE-XYZ-D65_to_REC.2100-PQ"),
    ("Rec.2100-PQ - Display", "CIE XYZ-D65 - Display-referred", "DISPLAY - CIE-XYZ-D65_to_REC.2100-PQ"),
    ("CIE XYZ-D65 - Display-referred", "Rec.2100-HLG - Display", "DISPLAY - CIE-XYZ-D65_to_REC.2100-HLG-1000nit"),
    ("Rec.2100-HLG - Display", "CIE XYZ-D65 - Display-referred", "DISPLAY - CIE-XYZ-D65_to_REC.2100-HLG-1000nit"),
]

GRADE = """<ColorCorrection id="grade">
  <SOPNode><Slope>1.1 1 0.9</Slope><Offset>0.01 0 -0.02</Offset><Power>1.2 1.1 0.95</Power></SOPNode>
  <SatNode><Saturation>0.8</Saturation></SatNode>
</ColorCorrection>
"""


def main():
    parser = turns.arguments(__doc__)
    parser.add_argument("file", nargs="?", type=pathlib.Path, help="an ACES2065-1 EXR file instead of the frame made here")
    parser.add_argument("--only", choices=["renderings", "conversions", "looks"], help="leave out the others")
    options = parser.parse_args()
    planes = loaded(options.file) if options.file else frame.photographic()
    config = ocio.Config.CreateFromBuiltinConfig("studio-config-latest")
    scene = np.ascontiguousarray(np.stack(planes, axis=-1), dtype=np.float32)
    for group in (renderings, conversions, looks):
        if options.only in (None, group.__name__):
            group(config, scene, options)


def renderings(config, scene, options):
    forward, inverse = ocio.TRANSFORM_DIR_FORWARD, ocio.TRANSFORM_DIR_INVERSE
    for name, display, view in VIEWS:
        transform = {
            direction: ocio.DisplayViewTransform(src="ACES2065-1", display=display, view=view, direction=direction)
            for direction in (forward, inverse)
        }
        codes = applied(config, transform[forward], scene)
        compare(f"{name} aces", ("aces", display, view), config, transform[forward], scene, options)
        compare(f"{name} inverse", ("inverse", display, view), config, transform[inverse], codes, options)


def conversions(config, scene, options):
    for source, target, builtin in CONVERSIONS:
        from_display = source.endswith("- Display")
        if builtin:
            forward = ocio.BuiltinTransform(builtin)
            transform = ocio.BuiltinTransform(builtin)
            if from_display:
                transform.setDirection(ocio.TRANSFORM_DIR_INVERSE)
            pixels = applied(config, forward, scene) if from_display else scene
        else:
            transform = ocio.ColorSpaceTransform(source, target)
            into = ocio.ColorSpaceTransform("ACES2065-1", source)
            pixels = scene if source == "ACES2065-1" else applied(config, into, scene)
        compare(f"{source} to {target}", ("convert", source, target), config, transform, pixels, options)


def looks(config, scene, options):
    """A grade in ACEScct, tables over noise, which no cache helps, and the gamut compression of ACES 1.3."""
    with tempfile.TemporaryDirectory() as folder:
        grade = pathlib.Path(folder) / "grade.cc"
        grade.write_text(GRADE)
        transform = ocio.GroupTransform([
            ocio.ColorSpaceTransform("ACES2065-1", "ACEScct"),
            ocio.CDLTransform(slope=[1.1, 1.0, 0.9], offset=[0.01, 0.0, -0.02], power=[1.2, 1.1, 0.95], sat=0.8),
            ocio.ColorSpaceTransform("ACEScct", "ACES2065-1"),
        ])
        compare("CDL in ACEScct", ("look", "ACEScct", grade), config, transform, scene, options)
        random = np.random.default_rng(7)
        noise = random.random(scene.shape, dtype=np.float32)
        for size in 33, 65:
            cube = pathlib.Path(folder) / f"noise{size}.cube"
            lines = "\n".join("%.6f %.6f %.6f" % tuple(entry) for entry in random.random((size**3, 3)))
            cube.write_text(f"LUT_3D_SIZE {size}\n{lines}\n")
            transform = ocio.FileTransform(str(cube), interpolation=ocio.INTERP_TETRAHEDRAL)
            compare(f"{size}^3 tetrahedral", ("look", "ACES2065-1", cube), config, transform, noise, options)
    transform = ocio.BuiltinTransform("ACES-LMT - ACES 1.3 Reference Gamut Compression")
    compare("Reference Gamut Compress", ("compress",), config, transform, scene, options)


def compare(name, job, config, transform, pixels, options):
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "pixels.raw"
        np.ascontiguousarray(pixels.transpose(2, 0, 1)).astype("<f4").tofile(raw)
        ours = turns.Java(options.java, *job, raw)
        result = np.empty_like(pixels)
        height, width, _ = pixels.shape
        turns.compare(
            name, width * height / 1e6, "Mpix/s", ours, lambda: apply(config, transform, pixels, result), options
        )


def applied(config, transform, pixels):
    result = np.empty_like(pixels)
    apply(config, transform, pixels, result)
    return result


def apply(config, transform, pixels, result):
    processor = config.getProcessor(transform).getOptimizedCPUProcessor(
        ocio.BIT_DEPTH_F32, ocio.BIT_DEPTH_F32, ocio.OPTIMIZATION_DEFAULT
    )
    height, width, _ = pixels.shape
    np.copyto(result, pixels)
    processor.apply(ocio.PackedImageDesc(result, width, height, 3))


def loaded(path):
    import OpenEXR

    channels = OpenEXR.File(str(path), separate_channels=True).channels()
    return [channels[name].pixels.astype(np.float32) for name in "RGB"]


if __name__ == "__main__":
    main()
