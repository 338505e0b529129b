"""The pixels of a PNG of 8 bits, as Python alone can read them: whichever zlib wrote it, they are the same."""

import struct
import sys
import zlib


def chunks(data):
    """The name and the bytes of each chunk."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at:at + 4])
        yield data[at + 4:at + 8].decode(), data[at + 8:at + 8 + length]
        at += 12 + length


def pixels(data):
    """Width, height, and three bytes a pixel."""
    parts = list(chunks(data))
    width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", parts[0][1])
    assert (depth, interlaced) == (8, 0) and color in (2, 3), "not of the kind that the program writes"
    step = 3 if color == 2 else 1
    rows = zlib.decompress(b"".join(body for name, body in parts if name == "IDAT"))
    row = bytearray(width * step)
    out = bytearray()
    for y in range(height):
        start = y * (width * step + 1)
        row = unfiltered(rows[start], rows[start + 1:start + 1 + width * step], row, step)
        out += row
    if color == 3:
        palette = next(body for name, body in parts if name == "PLTE")
        colors = [bytes(palette[at:at + 3]) for at in range(0, len(palette), 3)]
        out = b"".join([colors[number] for number in out])
    return width, height, bytes(out)


def unfiltered(kind, line, above, step):
    """A row as it was before its filter, where `above` is the row above it."""
    if kind == 0:
        return bytearray(line)
    row = bytearray(len(line))
    for at, value in enumerate(line):
        left = row[at - step] if at >= step else 0
        up = above[at]
        if kind == 1:
            value += left
        elif kind == 2:
            value += up
        elif kind == 3:
            value += (left + up) // 2
        else:
            corner = above[at - step] if at >= step else 0
            guess = left + up - corner
            value += min((left, up, corner), key=lambda near: abs(guess - near))
        row[at] = value & 255
    return row


if __name__ == "__main__":
    one, other = (pixels(open(path, "rb").read()) for path in sys.argv[1:3])
    sys.exit(0 if one == other else 1)
