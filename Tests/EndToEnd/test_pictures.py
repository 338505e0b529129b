"""Pictures as input, and labels."""

import pathlib

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, PICTURES, TEN_DIGITS, made, refuse, scratch, succeed, succeed_json

ROOT = pathlib.Path(DIGITS).parent


def written(name, data):
    path = scratch(name)
    pathlib.Path(path).write_bytes(data)
    return path


def logits(net, picture):
    path = scratch("picture-logits.safetensors")
    succeed("run", net, "--input", picture, "-o", path)
    return tensors.floats(path, "logits")


@test
def digits_are_recognised_as_pictures():
    """The ten digits beside the sample are recognised from their .pgm files, with nearly the tensors' logits."""
    path = scratch("ten.safetensors")
    succeed("run", DIGITS, "--input", TEN_DIGITS, "-o", path)
    expected = tensors.floats(path, "logits")
    worst = 0.0
    for digit in range(10):
        seen = logits(DIGITS, ROOT / f"digit-{digit}.pgm")
        equal(max(range(10), key=seen.__getitem__), digit, f"class of digit {digit}")
        # Sixteenths were rounded to 255 levels.
        error = max(abs(a - b) for a, b in zip(seen, expected[digit * 10:]))
        check(error < 0.05, f"digit {digit}: logits differ by {error}")
        worst = max(worst, error)
    return f"worst {worst:.1e}"


@test
def every_kind_of_file_runs():
    """Each picture of the fixtures runs, whatever its name, on networks of three and of one channel."""
    colour = FIXTURES / "official-plain-deploy.safetensors"
    files = [path for path in sorted(PICTURES.iterdir())
             if path.suffix in (".png", ".jpg", ".ppm", ".pgm")]
    check(len(files) > 25, f"{len(files)} pictures")
    for file in files:
        nameless = written("nameless.dat", file.read_bytes())
        for net in [colour, DIGITS]:
            report = succeed_json("run", net, "--input", nameless, "--top", "3")
            equal(len(report["pictures"][0]), 3, f"classes of {file.name}")
            check("resized to" in report["preparation"], f"{file.name}: {report['preparation']!r}")


@test
def same_pixels_give_the_same_logits():
    """PNG, interlaced PNG and PPM of the same pixels give the same logits, and no others do."""
    net = made("pictures.rvg", "8x1,16x1", "--classes", "7", "--size", "40")
    reference = logits(net, PICTURES / "rgb.png")
    for file in ["interlaced.png", "rgb.ppm", "rgba.png", "gamma.png"]:
        equal(logits(net, PICTURES / file), reference, file)
    check(logits(net, PICTURES / "grey.png") != reference, "a grey picture gave the same logits")


@test
def labels_come_from_a_file():
    """--labels names the classes, synsets left out, in text and JSON, without control characters."""
    picture = ROOT / "digit-3.pgm"
    names = [f"n0144{number:04} digit {number}, numeral" for number in range(10)]
    path = written("synsets.txt", "\r\n".join(names).encode() + b"\r\n\r\n")
    text = succeed("run", DIGITS, "--input", picture, "--labels", path, "--top", "1")
    check("class 3 (digit 3, numeral)" in text and "n0144" not in text, text)
    report = succeed_json("run", DIGITS, "--input", TEN_DIGITS, "--labels", path, "--top", "1")
    equal([places[0]["label"] for places in report["pictures"]],
          [f"digit {number}, numeral" for number in range(10)], "labels")
    equal(report["preparation"], None, "preparation of a tensor")
    path = written("wild.txt", b"\n".join(b"\x1b[31mred%d" % number for number in range(10)))
    text = succeed("run", DIGITS, "--input", picture, "--labels", path)
    check("\\x1b[31mred3" in text and "\x1b" not in text, repr(text))


@test
def wrong_labels_are_refused():
    """Another number of labels is wrong usage; a missing file and bytes that are no text end with status 3."""
    picture = ROOT / "digit-3.pgm"
    for count in [1, 9, 11, 1000]:
        path = written("count.txt", b"name\n" * count)
        told = refuse(2, "run", DIGITS, "--input", picture, "--labels", path)
        check(f"{count} labels" in told and "10 classes" in told, told)
    for path in ["/nonexistent", written("binary.txt", b"\xff\xfe\0"), written("none.txt", b"")]:
        refuse(3, "run", DIGITS, "--input", picture, "--labels", path)


@test
def broken_pictures_end_with_status_3():
    """Pictures that are cut, damaged, absurdly large or of another format end with status 3 and one line."""
    for file in ["rgb.png", "420.jpg", "progressive.jpg", "rgb.ppm"]:
        data = (PICTURES / file).read_bytes()
        for length in [12, 60, len(data) // 2, len(data) - 1]:
            refuse(3, "run", DIGITS, "--input", written("cut", data[:length]))
        refuse(3, "--input", written("cut", data[:60]), DIGITS)
    png = bytearray((PICTURES / "rgb.png").read_bytes())
    png[-14] ^= 1
    told = refuse(3, "run", DIGITS, "--input", written("crc.png", png))
    check("CRC" in told, told)
    for data in [b"P5 65535 65535 255\n", b"P6 0 1 255\n", b"GIF89a" + b"." * 50, b"RIFF....WEBPVP8 "]:
        refuse(3, "run", DIGITS, "--input", written("odd", data))
    told = refuse(3, "run", DIGITS, "--input", written("text", b"What is no picture is no picture."))
    check("no PNG, JPEG, PPM or PGM" in told, told)
