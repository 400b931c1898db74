#!/usr/bin/env python3
"""Makes the frames beside it again; PROVENANCE.md says what they are. Needs numpy and zstandard."""

import pathlib
import zlib

import numpy as np
import zstandard

FOLDER = pathlib.Path(__file__).parent
WORDS = "scene linear display window data the of half chunk float channel layer view aces primaries white point".split()
SKIPPABLE = bytes.fromhex("5a2a4d18 07000000") + b"nothing"
random = np.random.default_rng(7)
expected = []


def text(size):
    words = (random.choice(WORDS) + ("" if random.random() < 0.8 else str(random.integers(1000))) for _ in range(size // 5))
    return " ".join(words).encode()[:size]


def shorts(count):
    values = np.cumsum(random.normal(0, 40, count)).astype(np.int16)
    planes = np.diff(values, prepend=np.int16(0)).astype("<u2").view(np.uint8).reshape(-1, 2)
    return planes[:, 0].tobytes() + planes[:, 1].tobytes()


def periods():
    parts = []
    for period in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31):
        start = random.bytes(5 + period)
        parts += [start, start[:period] * (300 // period)]
    return b"".join(parts)


def compressor(level):
    return zstandard.ZstdCompressor(level=level, write_checksum=level != 3, write_content_size=level != 9)


def in_blocks(level, pieces):
    stream = compressor(level).compressobj()
    blocks = [stream.compress(piece) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK) for piece in pieces[:-1]]
    return b"".join(blocks) + stream.compress(pieces[-1]) + stream.flush()


def put(name, frame, content):
    (FOLDER / f"{name}.zst").write_bytes(frame)
    expected.append(f"{name}.zst {len(content)} {zlib.crc32(content):08x}\n")


def main():
    contents = {
        "text": (text(30_000), (1, 3, 9, 19)),
        "long-text": (text(140_000), (9, 19)),
        "shorts": (shorts(20_000), (1, 19)),
        "periods": (periods(), (1, 3, 19)),
        "zeros": (bytes(500_000), (3,)),
        "noise": (random.bytes(1500), (3,)),
        "small": (text(60), (3, 19)),
        "short": (text(400), (3,)),
        "empty": (b"", (3,)),
        "mixed": (shorts(2000) + text(3000) + bytes(4000) + random.bytes(500), (1, 9, 19)),
    }
    record = random.bytes(40)
    contents["records"] = (b"".join(record + random.bytes(1) for _ in range(300)), (3,))
    contents["like-records"] = (b"".join(bytes([i * 37 % 256]) + record[:20] for i in range(60)), (3,))
    for name, (content, levels) in contents.items():
        for level in levels:
            frame = in_blocks(level, [content]) if level == 9 else compressor(level).compress(content)
            put(f"{name}-{level}", frame, content)

    small, mixed = contents["small"][0], contents["mixed"][0]
    frames = [compressor(4).compress(content) for content in (small, mixed, b"")]
    put("several", SKIPPABLE + frames[0] + SKIPPABLE + frames[1] + frames[2] + SKIPPABLE, small + mixed)

    content = contents["text"][0] + contents["shorts"][0][:20_000]
    put("flushed", in_blocks(6, [content[i : i + 3000] for i in range(0, len(content), 3000)]), content)

    # Between the matches always the same literal.
    base = random.bytes(400)
    slices = b"".join(base[k : k + 30 + int(random.integers(60))] + b"a" for k in random.integers(0, 300, 200))
    put("inserted-19", in_blocks(19, [base, slices]), base + slices)

    dictionary = zstandard.train_dictionary(2000, [text(500) for _ in range(200)])
    needy = zstandard.ZstdCompressor(level=3, dict_data=dictionary).compress(small)
    (FOLDER / "dictionary.zst").write_bytes(needy)
    (FOLDER / "expected.txt").write_text("".join(expected))


if __name__ == "__main__":
    main()
