"""Asks OpenImageIO which pictures it would write as ACES Image Containers: writes answers.json and some such files.

    python ask.py

Needs OpenImageIO 3.2 (pip). Its policy "strict" refuses what SMPTE ST 2065-4 does not allow.
"""

import json
import os
import pathlib

import OpenImageIO as oiio

HERE = pathlib.Path(__file__).parent
AP0 = (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.32168, 0.33767)
REC709 = (0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329)
NAMES = [
    "cameraFirmwareVersion", "cameraIdentifier", "cameraLabel", "cameraMake", "cameraModel", "cameraSerialNumber",
    "comments", "creator", "lensAttributes", "lensFirmwareVersion", "lensMake", "lensModel", "lensSerialNumber",
    "owner", "recorderFirmwareVersion", "recorderMake", "recorderModel", "recorderSerialNumber", "reelName",
    "storageMediaSerialNumber", "cameraUuid", "software", "wrapmodes"]


def write(path, channels, pixels="half", compression="none", **attributes):
    """Whether OpenImageIO writes such a picture."""
    spec = oiio.ImageSpec(4, 3, len(channels), pixels)
    spec.channelnames = channels
    spec.attribute("compression", compression)
    for name, value in attributes.items():
        if isinstance(value, tuple):
            spec.attribute(name, oiio.TypeDesc(f"float[{len(value)}]"), value)
        else:
            spec.attribute(name, value)
    spec.attribute("openexr:ACESContainerPolicy", "strict")
    out = oiio.ImageOutput.create(str(path))
    accepted = out.open(str(path), spec)
    if accepted:
        buffer = oiio.ImageBuf(spec)
        oiio.ImageBufAlgo.fill(buffer, tuple(0.1 * (i + 1) for i in range(len(channels))))
        assert out.write_image(buffer.get_pixels()) and out.close()
    return accepted


def cases():
    rgb, rgba = ["R", "G", "B"], ["R", "G", "B", "A"]
    left = ["left." + name for name in rgba]
    for channels in (rgb, rgba, rgb + left[:3], rgba + left, rgb[:2], ["Y"], ["Y", "A"], rgb + ["Z"], rgba + ["Z"],
                     rgba + left[:3], rgb + left, left[:3], rgb + ["right.R", "right.G", "right.B"],
                     ["X", "Y", "Z"], ["r", "g", "b"], rgb + ["diffuse.R"]):
        yield dict(channels=channels)
    for compression in ("rle", "zips", "zip", "piz", "pxr24", "b44", "b44a", "dwaa", "dwab"):
        yield dict(channels=rgb, compression=compression)
    for pixels in ("float", "uint"):
        yield dict(channels=rgb, pixels=pixels)
    for chromaticities in (AP0, REC709, (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.3217, 0.3377)):
        yield dict(channels=rgb, chromaticities=chromaticities)
    for name in ("lin_ap0_scene", "lin_ap1_scene", "data", "unknown"):
        yield dict(channels=rgb, colorInteropID=name)
    for flag in (0, 1, 2):
        yield dict(channels=rgb, acesImageContainerFlag=flag)
    for name in NAMES:
        yield {"channels": rgb, name: ""}
        yield {"channels": rgb, name: "x"}


def main():
    answers = []
    temporary = HERE / "temporary.exr"
    for case in cases():
        answers.append(dict(case, accepted=write(temporary, **case)))
        temporary.unlink(missing_ok=True)
    with open(HERE / "answers.json", "w", newline="\n") as out:
        out.write("[\n" + ",\n".join(json.dumps(answer) for answer in answers) + "\n]\n")
    assert write(HERE / "rgba.exr", ["R", "G", "B", "A"], owner="nobody", DateTime="2000:01:01 00:00:00")
    assert write(HERE / "stereo.exr", ["R", "G", "B", "left.R", "left.G", "left.B"], DateTime="2000:01:01 00:00:00")


if __name__ == "__main__":
    main()
