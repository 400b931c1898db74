#!/usr/bin/env python3
"""Decodes and encodes frames with OpenEXR's library and with ours, in turn; MB/s of raw pixels.

Decoding opens the file, allocates the planes and decodes all channels to samples as the file has them; with --floats
ours go into float planes, as ImageJ needs them, while OpenEXR's stay as they are. Encoding writes the planes, as the
source has them, to a file. All files lie in memory where the system has a folder there.
"""

import os
import pathlib
import tempfile

import numpy as np
import OpenEXR

import frame
import turns

COMPRESSIONS = ["NO", "RLE", "ZIPS", "ZIP", "PIZ", "PXR24", "B44", "B44A", "DWAA", "DWAB", "ZSTD"]
MEMORY = pathlib.Path("/dev/shm")


def main():
    parser = turns.arguments(__doc__)
    parser.add_argument("file", nargs="*", type=pathlib.Path, help="EXR files to use instead of the frames made here")
    parser.add_argument("--compression", nargs="*", default=COMPRESSIONS, help="for the frames made here")
    parser.add_argument("--content", nargs="*", default=["half", "float"], help="half: half RGBA, float: float RGB")
    parser.add_argument("--direction", nargs="*", default=["decode", "encode"])
    parser.add_argument("--floats", action="store_true", help="decode ours into float planes")
    options = parser.parse_args()
    OpenEXR.set_global_thread_count(0 if options.threads == 1 else options.threads)
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        folder = pathlib.Path(name)
        if options.file:
            for path in options.file:
                compare(options, folder, path.name, path, path)
        else:
            for content in options.content:
                source = write(folder / f"{content}.exr", frame_of(content), "NO")
                for compression in options.compression:
                    packed = write(folder / "packed.exr", read(source).channels(), compression)
                    compare(options, folder, f"{content} {compression}", source, packed)


def compare(options, folder, name, source, packed):
    """Decodes the packed file, and encodes the pixels of the source as that one is."""
    amount = sum(channel.pixels.nbytes for channel in read(packed).channels().values()) / 1e6
    if "decode" in options.direction:
        ours = turns.Java(options.java, "floats" if options.floats else "read", packed)
        turns.compare(f"{name} decode", amount, "MB/s", ours, lambda: read(packed), options)
    if "encode" in options.direction:
        compression = read(packed).header()["compression"]
        peers, our = folder / "peer.exr", folder / "ours.exr"
        file = OpenEXR.File({"compression": compression, "type": OpenEXR.scanlineimage}, read(source).channels())
        label = compression.name.removesuffix("_COMPRESSION").replace("NO", "NONE")
        ours = turns.Java(options.java, "write", source, our, label)
        if turns.compare(f"{name} encode", amount, "MB/s", ours, lambda: file.write(str(peers)), options):
            print(f"    file size: ours {our.stat().st_size / peers.stat().st_size:.4f} of the peer's", flush=True)


def read(path):
    return OpenEXR.File(str(path), separate_channels=True)


def frame_of(content):
    planes = dict(zip("RGB", frame.photographic()))
    if content == "float":
        return planes
    planes["A"] = frame.matte()
    return {name: plane.astype(np.float16) for name, plane in planes.items()}


def write(path, channels, compression):
    header = {"compression": getattr(OpenEXR, f"{compression}_COMPRESSION"), "type": OpenEXR.scanlineimage}
    OpenEXR.File(header, channels).write(str(path))
    return path


if __name__ == "__main__":
    main()
