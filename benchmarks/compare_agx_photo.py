#!/usr/bin/env python3
"""Develops a frame of 24 megapixels stage by stage with agx-photo and with ours, in turn, one thread each; CPU seconds.

With --heap MEGABYTES it only asks whether everything can be done with a heap of that size, and how full that gets.
Build the peer first: cargo build --release --manifest-path benchmarks/agx-photo/Cargo.toml. It renders packed pixels,
ours planes; both make new ones. --peer names its program.
"""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import numpy as np

import frame
import turns

TONE = "[tone]\nexposure = 0.3\ncontrast = 15\nhighlights = -30\nshadows = 20\nwhites = 5\nblacks = -8\n"
BALANCE = "[white_balance]\ntemperature = 12\ntint = -4\n"
DETAIL = "[detail]\ntexture = 20\nclarity = 20\nsharpening = {amount = 50, radius = 1.2, threshold = 2, masking = 20}\n"
DEHAZE = "[dehaze]\namount = 30\n"
NOISE = "[noise_reduction]\nluminance = 30\ncolor = 40\ndetail = 20\n"
GRAIN = "[grain]\namount = 25\nsize = 40\nseed = 7\n"
VIGNETTE = "[vignette]\namount = -30\n"
CURVES = """[tone_curve.rgb]
points = [[0, 0], [0.25, 0.2], [0.75, 0.82], [1, 1]]
[tone_curve.luma]
points = [[0, 0.01], [0.5, 0.53], [1, 0.99]]
[tone_curve.red]
points = [[0, 0], [0.5, 0.52], [1, 1]]
"""
HSL = """[hsl]
red = {hue = 8, saturation = 10, luminance = -4}
green = {hue = -12, saturation = -20, luminance = 3}
blue = {hue = 5, saturation = 15, luminance = -10}
"""
GRADING = """[color_grading]
balance = 10
shadows = {hue = 210, saturation = 14, luminance = -2}
highlights = {hue = 45, saturation = 10, luminance = 1}
"""
LUT = "[lut]\npath = 'table.cube'\n"
PIXELS = BALANCE + TONE + CURVES + HSL + GRADING + LUT
GROUPS = {
    "white balance and tone": BALANCE + TONE,
    "curves": CURVES,
    "HSL": HSL,
    "color grading": GRADING,
    "LUT 33x33x33": LUT,
    "all pixel by pixel": PIXELS + VIGNETTE,
    "detail": DETAIL,
    "dehaze": DEHAZE,
    "noise reduction": NOISE,
    "grain": GRAIN,
    "everything": PIXELS + DETAIL + DEHAZE + NOISE + GRAIN + VIGNETTE,
}
PROGRAM = turns.ROOT / "benchmarks" / "agx-photo" / "target" / "release" / "time-agx-photo"


class Peer:
    """The peer's program: renders once for each call of once()."""

    def __init__(self, program, *job):
        self.process = subprocess.Popen(
            [program, *map(str, job)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "RAYON_NUM_THREADS": "1"},
        )

    def once(self):
        """CPU seconds of the process."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = turns.arguments(__doc__)
    parser.set_defaults(rounds=3, warm_up=5)
    parser.add_argument("--peer", type=pathlib.Path, default=PROGRAM)
    parser.add_argument("--size", type=int, nargs=2, default=(6000, 4000), metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--heap", type=int, metavar="MEGABYTES")
    parser.add_argument("--only", nargs="*", choices=GROUPS, default=list(GROUPS))
    options = parser.parse_args()
    width, height = options.size
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "pixels.raw"
        np.stack(frame.photographic(width, height)).astype("<f4").tofile(raw)
        write_table(pathlib.Path(folder) / "table.cube")
        if options.heap:
            (pathlib.Path(folder) / "preset.toml").write_text(GROUPS["everything"])
            measure_heap(folder, raw, options)
            return
        for name in options.only:
            preset = pathlib.Path(folder) / "preset.toml"
            preset.write_text(GROUPS[name])
            compare(name, (preset, raw, width, height), options)


def write_table(path, size=33):
    """A table as people use them: a little contrast, warm highlights, less saturation."""
    axis = np.linspace(0, 1, size)
    b, g, r = np.meshgrid(axis, axis, axis, indexing="ij")
    luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    planes = [luma + 0.9 * (plane - luma) for plane in (r, g, b)]
    planes = [plane * plane * (3 - 2 * plane) * 0.4 + plane * 0.6 for plane in planes]
    planes[0] = planes[0] * (1 + 0.03 * luma)
    table = np.clip(np.stack(planes, axis=-1).reshape(-1, 3), 0, 1)
    lines = "\n".join(" ".join(f"{value:.6f}" for value in entry) for entry in table)
    path.write_text(f"LUT_3D_SIZE {size}\n{lines}\n")


def measure_heap(folder, raw, options):
    log = pathlib.Path(folder) / "gc.log"
    flags = (f"-Xmx{options.heap}m", f"-Xlog:gc*=info:file={log}")
    width, height = options.size
    ours = turns.Java(options.java, "develop", pathlib.Path(folder) / "preset.toml", raw, width, height, flags=flags)
    try:
        seconds = [ours.once()[0] for _ in range(options.rounds)]
    except turns.Failed:
        sys.exit(f"everything: not with a heap of {options.heap} MB")
    ours.close()
    text = log.read_text()
    full = [int(megabytes) for megabytes in re.findall(r"Pause .*?(\d+)M->\d+M", text)]
    pixels = 12 * width * height / 2**20
    print(
        f"everything, heap of {options.heap} MB: {statistics.median(seconds):.2f} s, at most {max(full)} MB in use, "
        f"{pixels:.0f} MB of it the source and {pixels:.0f} MB the result"
    )


def compare(name, job, options):
    ours = turns.Java(options.java, "develop", *job)
    peer = Peer(options.peer, *job)
    turns.warm_up(ours, options.warm_up)
    pairs = [(peer.once(), ours.once()[0]) for _ in range(options.rounds)]
    ours.close()
    peer.close()
    ratios = sorted(theirs / our for theirs, our in pairs)
    print(
        f"{name:24} ours {statistics.median(our for _, our in pairs):6.2f} s, "
        f"agx-photo {statistics.median(theirs for theirs, _ in pairs):6.2f} s, "
        f"ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})",
        flush=True,
    )


if __name__ == "__main__":
    main()
