"""Asks OpenEXR's checkColorMetadata what it makes of headers: writes answers.json.

    python ask.py

Needs OpenEXR 3.5.3 (pip). "files" are the fixtures of exr/, "headers" are made here, parts of one file each.
"""

import json
import pathlib

import OpenEXR

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent.parent / "exr"
WARNINGS = OpenEXR.ColorMetadataWarning.__members__.items()

AP0 = (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.32168, 0.33767)
AP1 = (0.713, 0.293, 0.165, 0.830, 0.128, 0.044, 0.32168, 0.33767)
REC709 = (0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329)
REC2020 = (0.708, 0.292, 0.17, 0.797, 0.131, 0.046, 0.3127, 0.329)
P3 = (0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.3127, 0.329)
ADOBE = (0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.329)
SPACES = dict(
    lin_ap0_scene=AP0, lin_ap1_scene=AP1, lin_rec709_scene=REC709, lin_rec2020_scene=REC2020, lin_p3d65_scene=P3,
    lin_adobergb_scene=ADOBE)
OTHER_IDS = ["", "data", "unknown", "g22_rec709_scene", "srgb_rec709_scene", "lin_ciexyzd65_scene", "LIN_AP0_SCENE",
             "lin_ap0_display", "something"]


def moved(chromaticities, index, distance):
    values = list(chromaticities)
    values[index] += distance
    return tuple(values)


def headers():
    flag, ident, chroma = "acesImageContainerFlag", "colorInteropID", "chromaticities"
    yield [{}]
    for name in [*SPACES, *OTHER_IDS]:
        yield [{ident: name}]
        for chromaticities in (AP0, AP1, REC709, REC2020, P3, ADOBE):
            yield [{ident: name, chroma: chromaticities}]
        yield [{ident: name, "whiteLuminance": 100.0}]
        yield [{ident: name, "adoptedNeutral": (0.3, 0.3)}]
        yield [{ident: name, flag: 1}]
        yield [{ident: name, flag: 1, chroma: AP0}]
        yield [{ident: name, flag: 1, chroma: REC709}]
        for first in [*SPACES, *OTHER_IDS]:
            yield [{ident: first}, {ident: name}]
        yield [{}, {ident: name}]
        yield [{ident: name}, {}]
        yield [{ident: name}, {ident: name}, {ident: "lin_ap1_scene"}]
    for value in (0, 1, 2, -1, 1.0, "1"):
        yield [{flag: value}]
        yield [{flag: value, chroma: AP0}]
        yield [{flag: value, chroma: AP1}]
        yield [{flag: value, ident: "data", chroma: AP0}]
    for index in (0, 3, 4, 6, 7):
        for distance in (1e-5, 2e-4, 9.9e-4, 1.01e-3, -9.9e-4, -1.01e-3, 5e-3):
            yield [{ident: "lin_ap0_scene", chroma: moved(AP0, index, distance)}]
            yield [{flag: 1, chroma: moved(AP0, index, distance)}]
    yield [{ident: "data", chroma: AP0, "whiteLuminance": 1.0, "adoptedNeutral": (0.3, 0.3), flag: 0}]
    yield [{ident: 3}]
    yield [{ident: "lin_ap0_scene", chroma: "wide"}]
    yield [{ident: "data", "whiteLuminance": "bright"}]
    yield [{flag: 1, chroma: AP0}, {chroma: REC709}, {flag: 1}]


def answers(parts):
    result = []
    for number, header in enumerate(parts):
        bits = OpenEXR.checkColorMetadata(header, parts[0]) if number else OpenEXR.checkColorMetadata(header)
        result.append([name for name, bit in WARNINGS if bits & int(bit)])
    return result


def main():
    files = {}
    for folder in ("color", "multipart", "attr", "layers"):
        for path in sorted((FIXTURES / folder).glob("*.exr")):
            parts = [part.header for part in OpenEXR.File(str(path), header_only=True).parts]
            files[f"{folder}/{path.name}"] = answers(parts)
    made, refused = [], []
    for parts in headers():
        try:
            made.append(dict(parts=parts, warnings=answers(parts)))
        except (TypeError, ValueError, RuntimeError) as problem:
            refused.append((parts, str(problem)))
    lines = [json.dumps(case, separators=(",", ":")) for case in made]
    with open(HERE / "answers.json", "w", newline="\n") as out:
        out.write('{"files":' + json.dumps(files, separators=(",", ":")) + ',\n"headers":[\n')
        out.write(",\n".join(lines) + "\n]}\n")
    for case in refused:
        print("not a header for the library:", *case)


if __name__ == "__main__":
    main()
