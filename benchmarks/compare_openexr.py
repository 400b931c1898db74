#!/usr/bin/env python3
"""Decodes a frame with OpenEXR's library and with ours, in turn, one thread each; MB/s of raw pixels.

Both open the file, allocate the planes and decode all channels to samples as the file has them; with --floats ours go
into float planes, as ImageJ needs them, while OpenEXR's stay half.
"""

import pathlib
import tempfile

import numpy as np
import OpenEXR

import frame
import turns


def main():
    parser = turns.arguments(__doc__)
    parser.add_argument("file", nargs="*", type=pathlib.Path, help="EXR files to use instead of the frame made here")
    parser.add_argument("--compression", nargs="*", default=["NO", "RLE", "ZIPS", "ZIP", "DWAA", "DWAB"])
    parser.add_argument("--floats", action="store_true", help="read ours into float planes")
    options = parser.parse_args()
    OpenEXR.set_global_thread_count(0)
    with tempfile.TemporaryDirectory() as folder:
        files = {path.name: path for path in options.file} or made(pathlib.Path(folder), options.compression)
        for name, path in files.items():
            raw = sum(c.pixels.nbytes for c in read(path).channels().values())
            ours = turns.Java(options.java, "floats" if options.floats else "read", path)
            turns.compare(
                name, raw / 1e6, "MB/s", ours, lambda p=path: read(p), options.rounds, options.warm_up
            )


def read(path):
    return OpenEXR.File(str(path), separate_channels=True)


def made(folder, compressions):
    planes = {name: plane.astype(np.float16) for name, plane in zip("RGB", frame.photographic())}
    files = {}
    for name in compressions:
        path = folder / f"{name}.exr"
        header = {"compression": getattr(OpenEXR, f"{name}_COMPRESSION"), "type": OpenEXR.scanlineimage}
        OpenEXR.File(header, planes).write(str(path))
        files[name] = path
    return files


if __name__ == "__main__":
    main()
