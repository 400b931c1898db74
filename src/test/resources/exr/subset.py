"""Copies the fixtures that the tests of this room use out of the project's collection, with what is expected of them.

    python subset.py COLLECTION_FOLDER

Deterministic. Only the fields that the tests compare are kept."""
import json
import os
import re
import shutil
import sys

source, here = sys.argv[1], os.path.dirname(os.path.abspath(__file__))

TAKE = [
    r"attr/.*",
    r"codec/(none|rle|zips|zip)-scan-half", r"codec/(zips|zip)-scan-mixed", r"codec/(none|zip)-scan-uint",
    r"codec/zip-scan-float", r"codec/(rle|zip)-tile-mixed", r"codec/none-tile-half",
    r"codec/dwa[ab]-(plinear|scan-.*|tall|tile-half)", r"codec/dwaa-(layers|tile-mixed)", r"codec/dwaa-level.*",
    r"color/(aces-container|ap0|custom|degenerate|interop-conflict|none|rec709-whiteluminance|yc-rec2020)",
    r"content/(none|rle|zips|zip)-(flat|runs|special)", r"content/(rle|zip)-noise", r"content/dwa[ab]-.*",
    r"deep/scan-zips-one", r"deep/tile-zips-mip",
    r"layers/(a-only|longname|lower|many|multiview|normals|rg|types-differ|unicode|z-only)",
    r"multipart/(all-types|one|two-scan)",
    r"order/(rle|zip|zips)-(inc|dec)", r"order/dwaa-dec", r"order/piz-inc", r"order/zstd-inc",
    r"size/(none|rle|zips|zip|dwaa|dwab)-.*",
    r"tiled/(mip-zip|mip-down-1x21|mip-up-37x29|rip-down-40x5|order-.*-one|order-random-mip|tile-.*)",
    r"tiled/(mip-dwaa|mip-dwab)",
    r"value/(all-half|uint-range)-(none|rle|zips|zip)", r"value/float-range-zip", r"value/(float|uint)-range-dwaa",
    r"value/third-half-dwa[ab]",
    r"window/(aspect|crop-tiled)", r"window/.*-zip", r"window/(far|negative|overscan)-dwaa",
    r"yc/(none|rle|zips|zip|dwaa|dwab)-.*", r"yc/(luminance|luminance-alpha|sampling-4x1)",
]
FRAMES = ["frame/luma-like.exr", "frame/luma-like-rgba.exr"]
LEAVE = r"(garbage|ones|bitflips|cut)-(piz|pxr24|b44a?|htj2k256|htj2k32|lj2k|zstd)\.exr|deep-.*|truncated-deep.*"


def trim(name, entry):
    attributes = not re.match("codec|content|order|size|tiled|value|yc", name)  # those have nothing special
    parts = []
    for part in entry["parts"]:
        p = {k: part[k] for k in ("name", "type", "compression", "dataWindow", "displayWindow", "lineOrder",
                                  "chunkCount", "channels")}
        if attributes:
            p["attributes"] = part["attributes"]
        full = part["levels"][0]
        p["crc32"] = {n: c["crc32"] for n, c in full["channels"].items()}
        p["count"] = {n: c["count"] for n, c in full["channels"].items()}
        parts.append(p)
    return dict(flags=entry["flags"], parts=parts)


def copy(name):
    os.makedirs(os.path.dirname(os.path.join(here, name)), exist_ok=True)
    shutil.copyfile(os.path.join(source, name), os.path.join(here, name))


expected = {}
with open(os.path.join(source, "expected.json")) as f:
    files = json.load(f)["files"]
for name in sorted(files):
    if any(re.fullmatch(t + r"\.exr", name) for t in TAKE):
        copy(name)
        expected[name] = trim(name, files[name])
with open(os.path.join(source, "frame", "expected.json")) as f:
    frames = json.load(f)
frames = frames.get("files", frames)
for name in FRAMES:
    copy(name)
    expected[name] = trim(name, frames[name])
with open(os.path.join(here, "expected.json"), "w") as f:
    f.write("{\n" + ",\n".join(json.dumps(n) + ":" + json.dumps(e, separators=(",", ":"))
                               for n, e in expected.items()) + "\n}\n")

with open(os.path.join(source, "bad", "bad.json")) as f:
    bad = json.load(f)
kept = {}
for name, entry in bad.items():
    if not re.fullmatch(LEAVE, name):
        copy("bad/" + name)
        kept[name] = {k: entry[k] for k in ("why", "expect", "base") if k in entry}
with open(os.path.join(here, "bad", "bad.json"), "w") as f:
    f.write("{\n" + ",\n".join(json.dumps(n) + ":" + json.dumps(e) for n, e in kept.items()) + "\n}\n")
