"""Files of this project's own kind at the edge of what they may say, after docs/FORMAT.md."""

import json
import struct

from rvg import ALIGNMENT

from .blocks import RepVGGBlock, norm
from .values import between, generator, season


def average(dilation=1):
    """The facts of a block whose only branch is the average of 3x3 pixels."""
    return facts(1, 1, 1, dilation, [{"role": "average", "bias": False}])


def facts(inputs, outputs, stride, dilation, branches, activation="identity"):
    return {
        "in": inputs,
        "out": outputs,
        "stride": stride,
        "groups": 1,
        "dilation": dilation,
        "branches": branches,
        "activation": activation,
    }


def document(name, blocks, side=5, tensors=None):
    """The bytes of a file of one stage with a classifier of one class."""
    width = blocks[-1]["out"]
    network = {
        "name": name,
        "input": {
            "channels": blocks[0]["in"],
            "height": side,
            "width": side,
            "mean": [],
            "deviation": [],
        },
        "classes": 1,
        "stages": [blocks],
    }
    head = {
        "linear.weight": between(-1, 1, (1, width), generator("rvg weight")),
        "linear.bias": between(-1, 1, 1, generator("rvg bias")),
    }
    metadata = {"format": "rvg", "rvg.version": "1", "rvg.network": json.dumps(network)}
    header, data = {"__metadata__": metadata}, b""
    for key, value in sorted((head | (tensors or {})).items()):
        part = value.contiguous().numpy().tobytes()
        place = [len(data), len(data) + len(part)]
        header[key] = {"dtype": "F32", "shape": list(value.shape), "data_offsets": place}
        data += part
    text = json.dumps(header).encode()
    text += b" " * (-(8 + len(text)) % ALIGNMENT)
    return struct.pack("<Q", len(text)) + text + data


def write(book):
    book.kind = "this project's own files"
    for name, dilation in (("average-dilated", 2), ("average-dilated-3", 3)):
        book.save(f"{name}.rvg", document("avgdil", [average(dilation)]))
        about = "an average is never dilated: the same everywhere, or refused at the file"
        book.case(name, about, f"{name}.rvg", error="dilat")
    module = season(RepVGGBlock(3, 2, 2), "verify-64k")
    tensors = {f"stage0.{key}": it for key, it in module.state_dict().items()}
    tensors = {key: it for key, it in tensors.items() if not key.endswith("num_batches_tracked")}
    each = {"bias": False, "norm": {"epsilon": norm(1).eps, "affine": True}}
    branches = [{"role": role} | each for role in ("3x3", "1x1")]
    block = facts(3, 2, 2, 1, branches, "relu")
    for name, side in (("verify-64k", 65_536), ("verify-48k", 49_152)):
        book.save(f"{name}.rvg", document("large", [block], side, tensors))
        about = f"pictures of {side} pixels a side, for which nobody has the memory"
        book.again(
            name,
            about,
            f"{name}.rvg",
            {"stage0": module},
            blocks={"stage0": "stage0"},
            classes=1,
            memory=True,
        )
