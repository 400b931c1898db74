#!/usr/bin/env python3
"""Develops a frame of 24 megapixels stage by stage with agx-photo and with ours, in turn, one thread each; CPU seconds.

Build the peer first: cargo build --release --manifest-path benchmarks/agx-photo/Cargo.toml. It renders packed pixels,
ours planes; both make new ones. --peer names its program.
"""

import os
import pathlib
import statistics
import subprocess
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
GROUPS = {
    "white balance and tone": BALANCE + TONE,
    "detail": DETAIL,
    "dehaze": DEHAZE,
    "noise reduction": NOISE,
    "grain": GRAIN,
    "all of these": BALANCE + TONE + DETAIL + DEHAZE + NOISE + GRAIN,
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
    parser.add_argument("--only", nargs="*", choices=GROUPS, default=list(GROUPS))
    options = parser.parse_args()
    width, height = options.size
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "pixels.raw"
        np.stack(frame.photographic(width, height)).astype("<f4").tofile(raw)
        for name in options.only:
            preset = pathlib.Path(folder) / "preset.toml"
            preset.write_text(GROUPS[name])
            compare(name, (preset, raw, width, height), options)


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
