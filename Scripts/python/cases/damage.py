"""Numbers that are none, and variances that cannot be."""

import torch

from .blocks import MobileOneBlock
from .classifier import BLOCKS, network

NAN, INFINITY = float("nan"), float("inf")


def put(name, place, value):
    """A change that damages one element, or the whole tensor where `place` is None."""

    def change(tensors):
        tensors = type(tensors)(tensors)
        damaged = tensors[name].clone()
        damaged[... if place is None else tuple(place)] = value
        tensors[name] = damaged
        return tensors

    return change


def write(book):
    book.kind = "damaged numbers"
    for name, tensor, place, value, block in (
        ("nan-head", "linear.weight", None, NAN, None),
        ("nan-head-bias", "linear.bias", [1], NAN, None),
        ("infinite-head", "linear.weight", [2, 1], -INFINITY, None),
        ("nan-kernel", "stage1.0.rbr_dense.conv.weight", [1, 0, 0, 1], NAN, "stage1.0"),
        ("infinite-kernel", "stage1.0.rbr_1x1.conv.weight", [1, 0, 0, 0], INFINITY, "stage1.0"),
        ("nan-mean", "stage1.0.rbr_identity.running_mean", [1], NAN, "stage1.0"),
        ("nan-gamma", "stage0.rbr_dense.bn.weight", [0], NAN, "stage0"),
        ("infinite-variance", "stage1.0.rbr_dense.bn.running_var", [1], INFINITY, "stage1.0"),
        ("negative-variance", "stage1.0.rbr_1x1.bn.running_var", [1], -0.5, "stage1.0"),
    ):
        network(
            book,
            name,
            f"{value} in {tensor}; the other blocks are right",
            put(tensor, place, value),
            blocks={it: it for it in BLOCKS if it != block},
            damaged={tensor: place or [0, 0]},
        )
    block = MobileOneBlock(2, 2, groups=2)
    book.blocks(
        "nan-beside",
        "NaN in a tensor that belongs to no block, which is nobody's business but is kept",
        {"mixer": block},
        {"decoder.w": torch.tensor([1.0, NAN])},
        opaque=["decoder.w"],
    )
