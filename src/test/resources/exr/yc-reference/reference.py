"""Reference figures for luminance/chroma pictures: the formulas of OpenEXR's documentation in float64.

    python reference.py LIBRARY

LIBRARY is library.cpp compiled, the witness; needs numpy and OpenEXR (pip) too. Written from the description in the Technical Introduction ("Luminance/Chroma
Images") and the comments of ImfRgbaYca.h; shares nothing with the program under test.
"""

import json
import pathlib
import subprocess
import sys

import numpy as np
import OpenEXR

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent
# Taps at the distances 1, 3, ... 13 from the middle; the decimation filter also has a middle one.
RECONSTRUCT = [0.627123, -0.186077, 0.087929, -0.043159, 0.019597, -0.007540, 0.002128]
DECIMATE = [0.313659, -0.093067, 0.043978, -0.021586, 0.009801, -0.003771, 0.001064]
DECIMATE_MIDDLE = 0.499846
REC709 = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290)
REC2020 = (0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290)


def weights(chromaticities):
    """The Y of each primary when all three together are the white with Y = 1."""
    c = np.array(chromaticities, np.float64).reshape(4, 2)
    xyz = np.stack([c[:, 0], c[:, 1], 1 - c[:, 0] - c[:, 1]])
    amounts = np.linalg.solve(xyz[:, :3], xyz[:, 3] / c[3, 1])
    luminance = amounts * c[:3, 1]
    return luminance / luminance.sum()


def along(array, axis, count, taps_of):
    """Builds a picture line by line along an axis; taps_of(i) lists (weight, line) of line i."""
    source = np.moveaxis(array, axis, 0)
    lines = [sum(w * source[k] for w, k in taps_of(i)) for i in range(count)]
    return np.moveaxis(np.array(lines), 0, axis)


def expand(samples, axis, factor):
    n = samples.shape[axis]
    clamp = lambda k: min(max(k, 0), n - 1)

    def taps(i):
        k, t = divmod(i, factor)
        if t == 0:
            return [(1.0, k)]
        if factor == 2:
            return [(w, clamp(k + s)) for j, w in enumerate(RECONSTRUCT) for s in (-j, 1 + j)]
        return [(1 - t / factor, k), (t / factor, clamp(k + 1))]

    return along(samples, axis, n * factor, taps)


def reduce(full, axis):
    n = full.shape[axis]
    # RgbaOutputFile repeats the first line before the picture and the last but one behind it.
    place = lambda k: 0 if k < 0 else (n - 2 if k >= n else k)

    def taps(i):
        pairs = [(w, place(2 * i + s)) for j, w in enumerate(DECIMATE) for s in (-1 - 2 * j, 1 + 2 * j)]
        return pairs + [(DECIMATE_MIDDLE, 2 * i)]

    return along(full, axis, n // 2, taps)


def mix(y, ry, by, yw):
    r, b = (ry + 1) * y, (by + 1) * y
    return np.stack([r, (y - r * yw[0] - b * yw[2]) / yw[1], b])


def saturation(rgb):
    top, bottom = rgb.max(0), rgb.min(0)
    return np.where(top > 0, 1 - bottom / np.where(top > 0, top, 1), 0)


def fix_saturation(rgb, above, below, yw):
    s = saturation(np.concatenate([above[:, None], rgb, below[:, None]], 1))
    s = np.pad(s, ((0, 0), (1, 1)), "edge")
    mean = np.minimum(1, (s[:-2, :-2] + s[:-2, 2:] + s[2:, :-2] + s[2:, 2:]) / 4)
    own = s[1:-1, 1:-1]
    most = np.minimum(1, 1 - (1 - mean) * 0.25)
    f = np.where(own > most, most / np.where(own > most, own, 1), 1)
    top = rgb.max(0)
    pale = np.maximum(top - (top - rgb) * f, 0)
    luminance = lambda p: np.tensordot(yw, p, 1)
    scale = np.where(luminance(pale) > 0, luminance(rgb) / np.where(luminance(pale) > 0, luminance(pale), 1), 1)
    return np.where(own > most, pale * scale, rgb), int((own > most).sum())


def to_rgb(y, ry, by, yw, sx, sy):
    rows = [expand(expand(c, 1, sx), 0, sy) for c in (ry, by)]
    rgb = mix(y, rows[0], rows[1], yw)
    if 2 not in (sx, sy):
        return rgb, 0
    above, below = rgb[:, 0], rgb[:, -1]
    if sy == 2:  # as RgbaInputFile fills the lines it has not: see PROVENANCE.md
        n = y.shape[0]
        chroma = [sum(w * (c[0] + c[min(2 * j, n - 2)]) for j, w in enumerate(RECONSTRUCT)) for c in rows]
        above, below = mix(y[0], chroma[0], chroma[1], yw), rgb[:, -2]
    return fix_saturation(rgb, above, below, yw)


def from_rgb(rgb, yw):
    rgb = np.where(np.isfinite(rgb) & (rgb >= 0), rgb, 0)
    y = np.tensordot(yw, rgb, 1)
    chroma = []
    for c in (rgb[0], rgb[2]):
        valid = (y > 0) & (np.abs(c - y) < 65504 * y)
        full = np.where(valid, (c - y) / np.where(valid, y, 1), 0)
        full[(rgb[0] == rgb[1]) & (rgb[1] == rgb[2])] = 0
        chroma.append(reduce(reduce(full, 1), 0))
    return y, chroma[0], chroma[1]


def numbers(array, digits=9):
    return [float(f"%.{digits}g" % v) for v in np.asarray(array, np.float64).ravel()]


def library(program, mode, *arguments):
    subprocess.run([program, mode, *map(str, arguments)], check=True)


def write(name, case):
    (HERE / name).write_text(json.dumps(case, separators=(",", ":")) + "\n")


def write_noise(path, program):
    """Strong colors beside each other, up to all edges: many pixels that must be made paler."""
    rgb = np.random.default_rng(5).uniform(0, 1, (20, 24, 4)) ** 3
    rgb.astype(np.float16).tofile(HERE / "library.tmp")
    library(program, "write", HERE / "library.tmp", 24, 20, -6, 4, path)
    (HERE / "library.tmp").unlink()


def decode_case(name, file, chromaticities, program):
    channels = OpenEXR.File(str(FIXTURES / file), separate_channels=True).channels()
    y, ry, by = (channels[c].pixels.astype(np.float64) for c in ("Y", "RY", "BY"))
    yw = weights(chromaticities)
    rgb, fixed = to_rgb(y, ry, by, yw, 2, 2)
    case = dict(width=y.shape[1], height=y.shape[0], xSampling=2, ySampling=2, fixed=fixed)
    case.update(chromaticities=chromaticities, weights=numbers(yw))
    case.update(Y=numbers(y), RY=numbers(ry), BY=numbers(by))
    case.update(R=numbers(rgb[0], 7), G=numbers(rgb[1], 7), B=numbers(rgb[2], 7))
    library(program, "read", FIXTURES / file, HERE / "library.tmp")
    halfs = np.fromfile(HERE / "library.tmp", np.float16).astype(np.float64).reshape(-1, 4)
    (HERE / "library.tmp").unlink()
    case.update({"library" + name: numbers(halfs[:, i], 5) for i, name in enumerate("RGB")})
    difference = np.abs(halfs[:, :3].T.reshape(rgb.shape) - rgb).max()
    print(name, "pixels made paler:", fixed, "largest value:", rgb.max(), "largest distance to library:", difference)
    write(name, case)


def sampling_case(name, width, height, sx, sy):
    random = np.random.default_rng(sx * 100 + sy)
    y = random.uniform(0.05, 2, (height, width)).astype(np.float16).astype(np.float64)
    chroma = [random.uniform(-0.9, 1.5, (height // sy, width // sx)).astype(np.float16).astype(np.float64) for _ in "RB"]
    yw = weights(REC709)
    rgb, fixed = to_rgb(y, chroma[0], chroma[1], yw, sx, sy)
    case = dict(width=width, height=height, xSampling=sx, ySampling=sy, fixed=fixed)
    case.update(chromaticities=REC709, weights=numbers(yw), Y=numbers(y), RY=numbers(chroma[0]), BY=numbers(chroma[1]))
    case.update(R=numbers(rgb[0], 7), G=numbers(rgb[1], 7), B=numbers(rgb[2], 7))
    print(name, "pixels made paler:", fixed)
    write(name, case)


def edges(width, height):
    """Hard edges between strong colors, with a ramp, black, gray, and a negative: what rings most."""
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    rgb = np.stack([0.02 + x / width, 0.02 + y / height, 0.5 + 0.4 * np.sin(x * 0.7 + y * 0.3)])
    rgb[:, 5:12, 4:15] = np.array([4.0, 0.05, 0.02])[:, None, None]
    rgb[:, 12:19, 15:28] = np.array([0.01, 0.02, 3.0])[:, None, None]
    rgb[:, 20:25, 3:9] = 0
    rgb[:, 3:9, 20:31] = 0.18
    rgb[0, 26, 26] = -1
    return rgb.astype(np.float16)


def encode_case(name, chromaticities, program):
    rgb = edges(34, 32)
    yw = weights(chromaticities)
    y, ry, by = from_rgb(rgb.astype(np.float64), yw)
    case = dict(width=rgb.shape[2], height=rgb.shape[1], chromaticities=chromaticities, weights=numbers(yw))
    case.update(R=numbers(rgb[0]), G=numbers(rgb[1]), B=numbers(rgb[2]), Y=numbers(y, 7), RY=numbers(ry, 7), BY=numbers(by, 7))
    rgba = np.concatenate([rgb, np.ones_like(rgb[:1])])
    np.moveaxis(rgba, 0, 2).copy().tofile(HERE / "library.tmp")
    written = HERE / "library.tmp.exr"
    library(program, "write", HERE / "library.tmp", rgb.shape[2], rgb.shape[1], -6, 4, written)
    channels = OpenEXR.File(str(written), separate_channels=True).channels()
    for channel, mine in (("Y", y), ("RY", ry), ("BY", by)):
        theirs = channels[channel].pixels.astype(np.float64)
        case["library" + channel] = numbers(theirs, 5)
        print(name, channel, "largest value:", mine.max(), "largest distance to library:", np.abs(theirs - mine).max())
    (HERE / "library.tmp").unlink()
    written.unlink()
    write(name, case)


if __name__ == "__main__":
    witness = pathlib.Path(sys.argv[1]).resolve()
    decode_case("even.json", "yc/none-even.exr", REC709, witness)
    decode_case("offset.json", "yc/none-offset.exr", REC709, witness)
    decode_case("rec2020.json", "color/yc-rec2020.exr", REC2020, witness)
    noise = HERE / "noise.tmp.exr"
    write_noise(noise, witness)
    decode_case("noise.json", noise, REC709, witness)
    noise.unlink()
    for sx, sy in ((4, 1), (1, 3), (2, 1), (1, 1), (3, 2)):
        sampling_case(f"sampling-{sx}x{sy}.json", 24, 18, sx, sy)
    encode_case("encode.json", REC709, witness)
