"""Makes the pictures that lossy encoders are measured with, and measures those of the reference library, OpenEXR 3.5.3.

    python make.py

Deterministic. `expected.json` has, for each picture and compression, the size of the reference library's file in bytes
and what it lost: the largest and the root-mean-square difference of each channel, of values that were first limited by
log2(1 + |v|) with their sign, so that highlights do not hide everything else."""
import json
import os

import numpy as np
import OpenEXR

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTH, HEIGHT = 200, 150
COMPRESSIONS = ["PXR24", "B44", "B44A", "DWAA", "DWAB"]


def picture(kind):
    """Soft light, a texture, sharp edges, a highlight, grain; a little below zero in places."""
    random = np.random.default_rng(17)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    light = 0.18 + 0.6 * x / WIDTH + 0.2 * np.sin(y / 11)
    texture = 0.05 * np.sin(x / 1.7) * np.cos(y / 2.3)
    edges = np.where((x // 25 + y // 30) % 2 == 0, 0.12, 0)
    highlight = 40 * np.exp(-((x - 150) ** 2 + (y - 40) ** 2) / 60)
    planes = {}
    for name, tint in (("R", 1.1), ("G", 0.9), ("B", 0.6)):
        grain = random.normal(1, 0.02, (HEIGHT, WIDTH))
        planes[name] = (tint * (light + texture + edges + highlight) * grain - 0.05).astype(kind)
    if kind == np.float16:
        planes["A"] = np.clip(1.2 - np.hypot(x - 100, y - 75) / 90, 0, 1).astype(kind)
    return planes


def write(name, planes, compression):
    header = {"compression": getattr(OpenEXR, compression + "_COMPRESSION"), "type": OpenEXR.scanlineimage}
    OpenEXR.File(header, dict(planes)).write(name)


def read(name):
    with OpenEXR.File(name, separate_channels=True) as f:
        return {n: c.pixels.copy() for n, c in f.channels().items()}


def limited(values):
    values = values.astype(np.float64)
    return np.sign(values) * np.log2(1 + np.abs(values))


def main():
    expected = {}
    for label, kind in (("half", np.float16), ("float", np.float32)):
        planes = picture(kind)
        write(os.path.join(HERE, label + ".exr"), planes, "ZIP")
        for compression in COMPRESSIONS:
            name = os.path.join(HERE, "reference.tmp")
            write(name, planes, compression)
            found = read(name)
            errors = {}
            for channel, pixels in planes.items():
                difference = np.abs(limited(found[channel]) - limited(pixels))
                errors[channel] = [float(difference.max()), float(np.sqrt((difference**2).mean()))]
            expected[f"{label} {compression}"] = {"bytes": os.path.getsize(name), "errors": errors}
            os.remove(name)
    with open(os.path.join(HERE, "expected.json"), "w") as f:
        json.dump(expected, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()
