#!/usr/bin/env python3
"""The handwritten digits of scikit-learn and their split; as a program, writes both as a safetensors file.

    python3 Samples/digits_data.py [OUTPUT_FILE]

Trains nothing. The split is the one that train_digits.py trains with, which takes it from here.
"""

import argparse
import json
import pathlib
import struct

import numpy
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).resolve().parent

SEED = 7
LEVELS = 16
FACTS = {
    "doi": "10.24432/C50P49",
    "levels": str(LEVELS),
    "licence": "CC BY 4.0",
    "source": "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, 1998, UCI Machine "
    "Learning Repository, as bundled with scikit-learn (load_digits)",
    "split": f"held_out is 1 for a stratified fifth, chosen with seed {SEED}",
}
ALIGNMENT = 64


def levels_and_labels():
    """Grey levels N x 1 x 8 x 8 from 0 to LEVELS and the digits N, as bytes in scikit-learn's order."""
    bunch = load_digits()
    return bunch.images.astype(numpy.uint8)[:, None], bunch.target.astype(numpy.uint8)


def split(labels):
    """The places of the training digits and of the held-out fifth, each in a random order."""
    return train_test_split(
        numpy.arange(len(labels)), test_size=0.2, random_state=SEED, stratify=labels
    )


def write(path, tensors, facts):
    """Writes bytes as a safetensors file in the order given; the data begin at a multiple of ALIGNMENT."""
    header, offset = {"__metadata__": facts}, 0
    for name, values in tensors.items():
        place = [offset, offset + values.size]
        header[name] = {"dtype": "U8", "shape": list(values.shape), "data_offsets": place}
        offset += values.size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % ALIGNMENT)
    data = b"".join(values.tobytes() for values in tensors.values())
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    parser = argparse.ArgumentParser(description="Writes the digits with their labels and split.")
    parser.add_argument("file", nargs="?", type=pathlib.Path, default=HERE / "digits-data.safetensors")
    path = parser.parse_args().file

    pictures, labels = levels_and_labels()
    held_out = numpy.zeros_like(labels)
    held_out[split(labels)[1]] = 1
    write(path, {"pictures": pictures, "labels": labels, "held_out": held_out}, FACTS)
    print(f"{path}: {len(labels)} digits, {held_out.sum()} held out")


if __name__ == "__main__":
    main()
