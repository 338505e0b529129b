"""Writes .rvg files as docs/FORMAT.md describes them, without the project's own code.

A .rvg is a safetensors file: 8 bytes with the header's length, the header (JSON, padded with spaces so
that the data begin at a multiple of 64 bytes), the data. `__metadata__` says what tensors cannot tell.
"""

import json
import struct

import torch
from torch import nn

from repvgg import Block, weights

ALIGNMENT = 64
TYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}

P1, P2, P3, P4, P5 = (
    0x9E3779B185EBCA87,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
    0x85EBCA77C2B2AE63,
    0x27D4EB2F165667C5,
)
MASK = (1 << 64) - 1


def _rotated(value, bits):
    return (value << bits | value >> (64 - bits)) & MASK


def _round(lane, word):
    return _rotated((lane + word * P2) & MASK, 31) * P1 & MASK


def xxh64(data):
    """XXH64 of `data` with seed 0, from xxHash's specification (doc/xxhash_spec.md)."""
    stripes = len(data) // 32
    if stripes:
        lanes = [(P1 + P2) & MASK, P2, 0, -P1 & MASK]
        for words in struct.iter_unpack("<4Q", data[: stripes * 32]):
            lanes = [_round(lane, word) for lane, word in zip(lanes, words)]
        value = sum(_rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & MASK
        for lane in lanes:
            value = ((value ^ _round(0, lane)) * P1 + P4) & MASK
    else:
        value = P5
    value = (value + len(data)) & MASK
    at = stripes * 32
    for at in range(at, len(data) - 7, 8):
        (word,) = struct.unpack_from("<Q", data, at)
        value = (_rotated(value ^ _round(0, word), 27) * P1 + P4) & MASK
    at = stripes * 32 + (len(data) % 32) // 8 * 8
    if len(data) - at >= 4:
        (word,) = struct.unpack_from("<I", data, at)
        value = (_rotated(value ^ word * P1 & MASK, 23) * P2 + P3) & MASK
        at += 4
    for byte in data[at:]:
        value = _rotated(value ^ byte * P5 & MASK, 11) * P1 & MASK
    value = (value ^ value >> 33) * P2 & MASK
    value = (value ^ value >> 29) * P3 & MASK
    return value ^ value >> 32


def _norm(norm):
    """What a batch norm's tensors do not say; None for any other module, or none."""
    if not isinstance(norm, nn.BatchNorm2d):
        return None
    return {"epsilon": norm.eps, "affine": norm.affine}


def _branches(block):
    if hasattr(block, "rbr_reparam"):
        return [{"role": "folded", "bias": True, "norm": None}]
    branches = [
        {"role": "3x3", "bias": False, "norm": _norm(block.rbr_dense.bn)},
        {"role": "1x1", "bias": False, "norm": _norm(getattr(block.rbr_1x1, "bn", None))},
    ]
    if hasattr(block, "rbr_identity"):
        identity = {"role": "identity", "bias": False, "norm": _norm(block.rbr_identity)}
        branches.append(identity)
    return branches


def _squeeze_excite(block):
    for name, placement in (("se", "before-activation"), ("post_se", "after-activation")):
        if hasattr(block, name):
            hidden = getattr(block, name).down.out_channels
            return {"hidden": hidden, "placement": placement}
    return None


def _block(block):
    conv = block.rbr_reparam if hasattr(block, "rbr_reparam") else block.rbr_dense.conv
    return {
        "in": conv.in_channels,
        "out": conv.out_channels,
        "stride": conv.stride[0],
        "groups": conv.groups,
        "dilation": conv.dilation[0],
        "branches": _branches(block),
        "postNorm": _norm(getattr(block, "bn", None)),
        "squeezeExcite": _squeeze_excite(block),
        "activation": "relu",
    }


def description(network, mean=(), deviation=(), labels=None):
    """The value of `rvg.network`: everything about a `repvgg.RepVGG` that its tensors do not say."""
    recipe = network.recipe
    facts = {
        "name": recipe.name,
        "input": {
            "channels": recipe.channels,
            "height": recipe.size,
            "width": recipe.size,
            "mean": list(mean),
            "deviation": list(deviation),
        },
        "classes": recipe.classes,
        "stages": [
            [_block(it) for it in stage.modules() if isinstance(it, Block)]
            for name, stage in network.named_children()
            if name.startswith("stage")
        ],
    }
    if labels is not None:
        facts["labels"] = list(labels)
    return facts


def save_rvg(network, path, source, **facts):
    """Writes `network` (either form) to `path`; `facts` are the keywords of `description`."""
    header, parts, offset = {}, [], 0
    for name, tensor in sorted(weights(network).items()):
        part = tensor.view(torch.uint8).numpy().tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(part)],
        }
        parts.append(part)
        offset += len(part)
    data = b"".join(parts)
    metadata = {
        "format": "rvg",
        "rvg.version": "1",
        "rvg.network": json.dumps(description(network, **facts), separators=(",", ":")),
        "rvg.source": source,
        "rvg.checksum": f"xxh64:{xxh64(data):016x}",
    }
    text = json.dumps({"__metadata__": metadata} | header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % ALIGNMENT)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)
