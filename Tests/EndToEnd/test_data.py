"""`--data`: the pictures that networks are tried on."""

import os
import shutil
import struct

import tensors
from harness import check, equal, test
from program import DIGITS, ROOT, TEN_DIGITS, made, program, refuse, scratch, succeed

ALL_DIGITS = str(ROOT / "Samples/digits-data.safetensors")


def account(*words):
    """What the file screen says, without a terminal."""
    return succeed(*words, "--plain", "--script", "screen file")


@test
def digits_are_built_in():
    """The sample has its digits, from wherever it is opened, and a network of another shape has none."""
    for words in [[], [DIGITS]]:
        check("digits: 1,797 pictures, 360 held out" in account(*words), f"no digits for {words}")
    other = made("data-other.rvg", "16x1/1,32x2/2")
    check("held out" not in account(other), "digits for a network of another shape")


@test
def data_are_told():
    """What --data names is told on the file screen: labels and split, or that they are missing."""
    text = account(DIGITS, "--data", ALL_DIGITS)
    check("digits-data.safetensors: 1,797 pictures, 360 held out" in text, text)
    text = account(DIGITS, "--data", TEN_DIGITS)
    check("digits-test.safetensors: 10 pictures, which of them were trained on is not known" in text, text)
    check("agreement" not in text, "labelled data are called unlabelled")
    header, data = tensors.parts(TEN_DIGITS)
    del header["__metadata__"]
    bare = tensors.write(scratch("bare.safetensors"), header, data)
    check("agreement with the whole network, never accuracy" in account(DIGITS, "--data", bare), "no warning")
    picture = scratch("data.txt")
    succeed("shot", DIGITS, "--data", bare, "--script", "screen file", "--size", "100x60", "-o", picture)
    with open(picture, encoding="utf-8") as file:
        check("bare.safetensors" in file.read(), "the picture does not tell")


@test
def data_of_one_network_are_not_for_another():
    """Levels serve every network that they fit; what was normalised serves the first one only."""
    second = scratch("data-second.rvg")
    succeed("fold", DIGITS, "-o", second)
    for data, told in [(ALL_DIGITS, "digits-data.safetensors"), (TEN_DIGITS, "digits: 1,797")]:
        text = succeed(DIGITS, second, "--data", data, "--plain", "--script", "other-model; screen file")
        check(told in text, f"{data}: {text}")


@test
def a_folder_of_pictures_has_no_labels():
    """Every picture of a folder counts, other files do not, and nothing there is a label."""
    folder = scratch("folder")
    os.makedirs(folder + "/nothing.png")
    line = refuse(3, DIGITS, "--data", folder)
    check(folder in line and "holds no PNG" in line, line)
    for digit in range(3):
        shutil.copy(ROOT / f"Samples/digit-{digit}.pgm", folder)
    shutil.copy(ROOT / "Samples/README.md", folder)
    text = account(DIGITS, "--data", folder)
    check("folder/: 3 pictures, which of them were trained on is not known" in text, text)
    check("agreement with the whole network, never accuracy" in text, text)
    with open(folder + "/4.pgm", "wb") as file:
        file.write(b"P5 8 8 255 cut")
    check("4.pgm" in refuse(3, DIGITS, "--data", folder), "a damaged picture is not named")


@test
def wrong_data_end_with_status_3():
    """Data that are none, or do not fit the network, end with status 3 and one line that names the file."""
    other = made("data-other.rvg", "16x1/1,32x2/2")
    line = refuse(3, other, "--data", ALL_DIGITS)
    check(ALL_DIGITS in line and "1x8x8; the network takes" in line, line)
    header, data = tensors.parts(ALL_DIGITS)
    begin, _ = header["labels"]["data_offsets"]
    wrong = tensors.write(scratch("labels.safetensors"), header, data[:begin] + struct.pack("B", 12) + data[begin + 1:])
    check("the label 12" in refuse(3, DIGITS, "--data", wrong), "label")
    header["__metadata__"].pop("levels")
    bare = tensors.write(scratch("levels.safetensors"), header, data)
    for words in [[DIGITS], [DIGITS, "--plain"], ["shot", DIGITS, "-o", scratch("never.svg")]]:
        for path in [wrong, bare, DIGITS, "/nonexistent", str(ROOT / "README.md")]:
            line = refuse(3, *words, "--data", path)
            check(path in line, f"{words} {path}: {line}")
    equal(program("--data").returncode, 2, "status without a file")
