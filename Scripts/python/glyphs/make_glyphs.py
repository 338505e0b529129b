#!/usr/bin/env python3
"""Draws the bitmaps of characters for PNG pictures from DejaVu Sans Mono.

    Scripts/glyphs                     # in the pinned Python
    make_glyphs.py FONT_FOLDER OUTPUT

Cells have 9 x 18 and 18 x 36 pixels, letters 15 and 30 to the em, regular and bold: four faces. The file, all
numbers little-endian:

    "CELLS" 0, u16 characters
    u32 scalar of each character, rising
    u32 offset in the file of each bitmap, characters of the first face, then of the second, ...
    bitmaps: u8 left, top, width, height within the cell, then a nibble a pixel, row by row, the high one first:
    how much of the pixel is ink, 0 to 15

The faces are: small, small bold, large, large bold. A blank has no width and no height.
"""

import struct
import sys
from pathlib import Path

from PIL import Image

from characters import characters
from letters import Face

FACES = [("DejaVuSansMono.ttf", 1), ("DejaVuSansMono-Bold.ttf", 1),
         ("DejaVuSansMono.ttf", 2), ("DejaVuSansMono-Bold.ttf", 2)]


def bitmap(cell):
    """A cell's ink as the file has it, cut to where there is any."""
    levels = cell.point(lambda value: (value * 15 + 127) // 255)
    left, top, right, bottom = levels.getbbox() or (0, 0, 0, 0)
    pixels = list(levels.crop((left, top, right, bottom)).tobytes())
    pixels += [0] * (len(pixels) % 2)
    packed = bytes(high << 4 | low for high, low in zip(pixels[::2], pixels[1::2]))
    return bytes([left, top, right - left, bottom - top]) + packed


def font_file(folder):
    faces = [Face(folder / name, scale) for name, scale in FACES]
    drawn = [c for c in characters() if faces[0].has(c)]
    body, offsets = bytearray(), []
    start = 8 + 4 * len(drawn) * (1 + len(faces))
    for face in faces:
        for character in drawn:
            offsets.append(start + len(body))
            body += bitmap(face.cell(character))
    head = b"CELLS\0" + struct.pack("<H", len(drawn))
    scalars = struct.pack(f"<{len(drawn)}I", *map(ord, drawn))
    return head + scalars + struct.pack(f"<{len(offsets)}I", *offsets) + body


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(font_file(Path(sys.argv[1])))
