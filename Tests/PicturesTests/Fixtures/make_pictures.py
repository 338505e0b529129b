#!/usr/bin/env python3
"""Draws small pictures in every kind of file, and writes what Pillow and torchvision make of them.

    python3 Tests/PicturesTests/Fixtures/make_pictures.py [OUTPUT_FOLDER]

Seeded; README.md beside this script lists the files. The pictures are drawn here, none is a photograph.
"""

import argparse
import io
import json
import pathlib
import struct
import sys
import zlib

import numpy
import torch
from PIL import Image
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "Scripts" / "python"))

from timm_nets import import_byobnet  # noqa: E402

WIDTH, HEIGHT = 97, 61
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
GREY = ("1", "L", "LA", "I", "I;16")
ALSO_GREY = ("rgb.png", "palette.png", "cmyk.jpg")
GREY_MEAN, GREY_DEVIATION = (0.3054,), (0.3762,)


def drawing(width=WIDTH, height=HEIGHT, levels=255):
    """Slopes, waves, hard edges, a disc and a little noise: H x W x 3 of 0...levels."""
    y, x = numpy.mgrid[0:height, 0:width]
    noise = numpy.random.default_rng(4).uniform(-0.04, 0.04, (height, width, 3))
    red = x / width
    green = 0.5 + 0.5 * numpy.sin(x * y / 60)
    blue = (x // 8 + y // 8) % 2 * 1.0
    planes = numpy.stack([red, green, blue], 2)
    disc = (x - width * 0.6) ** 2 + (y - height * 0.4) ** 2 < (height * 0.25) ** 2
    planes[disc] = (0.95, 0.75, 0.1)
    return ((planes + noise).clip(0, 1) * levels).round().astype(numpy.uint16)


def png(rows, width, height, depth, color, chunks=()):
    """A PNG of packed `rows` (bytes of each row), not interlaced, with `chunks` before the data."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    body = b"".join(chunk(name, data) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def interlaced(samples):
    """An Adam7 PNG of H x W x 3 bytes; Pillow cannot write one."""
    height, width, _ = samples.shape
    rows = []
    for x, y, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                         (1, 0, 2, 2), (0, 1, 1, 2)]:
        rows += [row.tobytes() for row in samples[y::dy, x::dx]]
    file = bytearray(png(rows, width, height, 8, 2))
    file[28] = 1
    file[29:33] = struct.pack(">I", zlib.crc32(bytes(file[12:29])))
    return bytes(file)


def packed(levels, bits):
    """The rows of H x W values of `bits` bits each, as PNG packs them."""
    return [numpy.packbits((row[:, None] >> numpy.arange(bits - 1, -1, -1)) & 1).tobytes()
            for row in levels.astype(numpy.uint8)]


def saved(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def inked(image):
    """The picture in CMYK with black taken out of the colours."""
    cmy = 255 - numpy.asarray(image).astype(int)
    black = cmy.min(2) // 2
    return Image.fromarray(numpy.dstack([cmy - black[..., None], black]).astype(numpy.uint8), "CMYK")


def with_orientation(image):
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(image, "JPEG", quality=90, exif=exif)


def pnm(kind, samples, largest=255):
    height, width = samples.shape[:2]
    head = f"{kind}\n# drawn by make_pictures.py\n{width} {height}\n{largest}\n".encode()
    if kind in ("P2", "P3"):
        lines = (" ".join(map(str, row.reshape(-1))) for row in samples)
        return head + "\n".join(lines).encode() + b"\n"
    return head + samples.astype(">u2" if largest > 255 else "u1").tobytes()


def pictures():
    """Every file by name."""
    deep, wide = drawing(levels=65535), drawing()
    samples = wide.astype(numpy.uint8)
    image = Image.fromarray(samples)
    grey = image.convert("L")
    levels = numpy.asarray(grey)
    small = samples[:23, :31]
    alpha = Image.fromarray((levels.astype(int) * 7 % 256).astype(numpy.uint8))
    rows = lambda array: [row.tobytes() for row in array]  # noqa: E731
    palette = image.quantize(64)
    with_alpha = image.copy()
    with_alpha.putalpha(alpha)
    yield "rgb.png", saved(image, "PNG")
    yield "grey.png", saved(grey, "PNG")
    for bits in (1, 2, 4):
        yield f"grey-{bits}.png", png(packed(levels >> (8 - bits), bits), WIDTH, HEIGHT, bits, 0)
    yield "grey-16.png", png(rows(deep[..., 1].astype(">u2")), WIDTH, HEIGHT, 16, 0)
    yield "rgb-16.png", png(rows(deep.astype(">u2")), WIDTH, HEIGHT, 16, 2)
    yield "rgba.png", saved(with_alpha, "PNG")
    yield "grey-alpha.png", saved(with_alpha.convert("LA"), "PNG")
    yield "palette.png", saved(palette, "PNG")
    yield "palette-4.png", saved(image.quantize(11), "PNG")
    yield "palette-clear.png", saved(palette, "PNG", transparency=bytes(range(0, 256, 4)))
    colour = struct.pack(">HHH", *samples[5, 5].tolist())
    yield "rgb-clear.png", png(rows(samples), WIDTH, HEIGHT, 8, 2, [(b"tRNS", colour)])
    shade = struct.pack(">H", int(levels[5, 5]))
    yield "grey-clear.png", png(rows(levels), WIDTH, HEIGHT, 8, 0, [(b"tRNS", shade)])
    yield "gamma.png", png(rows(samples), WIDTH, HEIGHT, 8, 2, [(b"gAMA", struct.pack(">I", 100000))])
    yield "interlaced.png", interlaced(samples)
    yield "420.jpg", saved(image, "JPEG", quality=90, subsampling="4:2:0")
    yield "422.jpg", saved(image, "JPEG", quality=75, subsampling="4:2:2")
    yield "444.jpg", saved(image, "JPEG", quality=95, subsampling="4:4:4")
    yield "progressive.jpg", saved(image, "JPEG", quality=80, progressive=True)
    yield "grey.jpg", saved(grey, "JPEG", quality=90)
    yield "cmyk.jpg", saved(inked(image), "JPEG", quality=90)
    yield "keep-rgb.jpg", saved(image, "JPEG", quality=90, keep_rgb=True)
    yield "turned.jpg", with_orientation(image)
    yield "rgb.ppm", pnm("P6", samples)
    yield "plain.ppm", pnm("P3", small)
    yield "rgb-1000.ppm", pnm("P6", drawing(31, 23, 1000), 1000)
    yield "grey.pgm", pnm("P5", levels)
    yield "plain.pgm", pnm("P2", levels[:23, :31] // 17, 15)
    yield "grey-16.pgm", pnm("P5", deep[:23, :31, 1], 65535)


def opened(name, file, mode):
    """The picture as Pillow gives it in `mode`.

    Of 16-bit grey Pillow makes everything above 255 white, which is of no use to anybody; there the
    upper bits are taken, and for PGM the rule that Pillow has for colour, `round(x / largest * 255)`.
    """
    image = Image.open(io.BytesIO(file))
    if image.mode in ("I;16", "I"):
        values = numpy.asarray(image).astype(int)
        values = values >> 8 if name.endswith(".png") else numpy.round(values / 65535 * 255)
        image = Image.fromarray(values.astype(numpy.uint8))
    return image.convert(mode)


def cases():
    """Ways to prepare a picture: C, H, W, share of the crop (None to stretch), interpolation, normalised."""
    yield 3, 61, 61, 1.0, "bilinear", False  # the very height of some
    for interpolation in ("bilinear", "bicubic"):
        yield 3, 56, 56, 0.875, interpolation, True     # up
        yield 3, 32, 32, 0.875, interpolation, True     # down, not by a whole number
        yield 3, 33, 33, 0.95, interpolation, True      # an odd rest at the crop
        yield 3, 24, 40, 0.9, interpolation, True       # not a square
        yield 3, 40, 24, 0.875, interpolation, True
        yield 3, 19, 45, None, interpolation, True      # stretched
        yield 1, 8, 8, None, interpolation, True
        yield 1, 28, 28, 0.875, interpolation, False
        yield 3, 1, 1, 1.0, interpolation, False
        yield 3, 3, 2, 0.5, interpolation, False


def torchvision_transform(case):
    """The transform of timm's evaluation, spelled in torchvision's classes."""
    from timm.data.transforms import ResizeKeepRatio
    from torchvision import transforms

    channels, height, width, share, interpolation, normalised = case
    mode = transforms.InterpolationMode(interpolation)
    if share is None:
        steps = [transforms.Resize((height, width), mode)]
    else:
        frame = (int(height / share), int(width / share))
        resize = transforms.Resize(frame[0], mode) if frame[0] == frame[1] else ResizeKeepRatio(
            frame, interpolation=interpolation)
        steps = [resize, transforms.CenterCrop((height, width))]
    steps.append(transforms.ToTensor())
    if normalised:
        mean, deviation = (MEAN, DEVIATION) if channels == 3 else (GREY_MEAN, GREY_DEVIATION)
        steps.append(transforms.Normalize(mean, deviation))
    return transforms.Compose(steps)


def main():
    parser = argparse.ArgumentParser(description="Draws the pictures of the tests.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    import_byobnet()

    files = dict(pictures())
    decoded = {}
    for name, file in files.items():
        (folder / name).write_bytes(file)
        # Every file in its own colours, and some of those in colour also turned to grey.
        is_grey = Image.open(io.BytesIO(file)).mode in GREY
        for mode in ["L"] if is_grey else ["RGB", "L"] if name in ALSO_GREY else ["RGB"]:
            decoded[f"{name}.{mode}"] = torch.tensor(numpy.array(opened(name, file, mode)))
    save_file(decoded, folder / "decoded.safetensors")

    prepared, described = {}, {}
    image = Image.open(io.BytesIO(files["rgb.png"]))
    sources = {"rgb.png": image, "tall.png": image.transpose(Image.Transpose.ROTATE_90)}
    # Pillow 13 resamples columns first where many more rows than columns vanish, as here at every size.
    sources["pole.png"] = Image.fromarray(drawing(41, 149).astype(numpy.uint8))
    for source, image in sources.items():
        image.save(folder / source)
        for number, case in enumerate(cases()):
            name = f"{source}.{number}"
            mode = "RGB" if case[0] == 3 else "L"
            prepared[name] = torchvision_transform(case)(image.convert(mode)).contiguous()
            described[name] = json.dumps(case)
    save_file(prepared, folder / "prepared.safetensors", metadata=described)
    for name in ("decoded.safetensors", "prepared.safetensors"):
        (folder / name).chmod(0o644)


if __name__ == "__main__":
    main()
