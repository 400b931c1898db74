"""Copies the fixtures that the tests of this room use out of the project's collection, with what is expected of them.

    python subset.py COLLECTION_FOLDER

Deterministic. All files are taken but the large frames; only the fields that the tests compare are kept."""
import json
import os
import re
import shutil
import sys

source, here = sys.argv[1], os.path.dirname(os.path.abspath(__file__))

FRAMES = ["frame/luma-like.exr", "frame/luma-like-rgba.exr"]


def trim(name, entry):
    attributes = not re.match("codec|content|order|size|tiled|value|yc", name)  # those have nothing special
    parts = []
    for part in entry["parts"]:
        p = {k: part[k] for k in ("name", "type", "compression", "dataWindow", "displayWindow", "lineOrder",
                                  "chunkCount", "channels")}
        if attributes:
            p["attributes"] = part["attributes"]
        p["levels"] = [level(entry) for entry in part["levels"]]
        parts.append(p)
    return dict(flags=entry["flags"], parts=parts)


def level(entry):
    kept = {k: entry[k] for k in ("level", "width", "height", "deep") if k in entry}
    kept["count"] = {n: c["count"] for n, c in entry["channels"].items()}
    kept["crc32"] = {n: c["crc32"] for n, c in entry["channels"].items()}
    return kept


def copy(name):
    os.makedirs(os.path.dirname(os.path.join(here, name)), exist_ok=True)
    shutil.copyfile(os.path.join(source, name), os.path.join(here, name))


def write(name, entries):
    with open(os.path.join(here, name), "w") as f:
        f.write("{\n" + ",\n".join(json.dumps(n) + ":" + json.dumps(e, separators=(",", ":"))
                                   for n, e in entries.items()) + "\n}\n")


with open(os.path.join(source, "expected.json")) as f:
    files = json.load(f)["files"]
with open(os.path.join(source, "frame", "expected.json")) as f:
    frames = json.load(f)
frames = frames.get("files", frames)
files.update((name, frames[name]) for name in FRAMES)
for name in sorted(files):
    copy(name)
write("expected.json", {name: trim(name, files[name]) for name in sorted(files)})

with open(os.path.join(source, "bad", "bad.json")) as f:
    bad = json.load(f)
for name in bad:
    copy("bad/" + name)
write("bad/bad.json", {n: {k: e[k] for k in ("why", "expect", "base") if k in e} for n, e in bad.items()})
