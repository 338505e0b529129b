"""Words before every name, and several sets of tensors in one file."""

from collections import OrderedDict

import torch

from .blocks import Net
from .book import state
from .classifier import BLOCKS, network, prefixed
from .values import season


def write(book):
    prefixes(book)
    sets(book)


def prefixes(book):
    book.kind = "a common prefix"
    for name, words in (
        ("prefix-net", "net."),
        ("prefix-student", "student.model."),
        ("prefix-module-twice", "module.module."),
        ("prefix-compiled", "module._orig_mod."),
        ("prefix-number", "0."),
        ("prefix-long", "ema.online_encoder.net.0.backbone."),
        ("prefix-unicode", "modèle.网络."),
    ):
        about = f"{words} before every name"
        network(book, name, about, prefixed(words), wrapper=words)

    def apart(blocks, head):
        return lambda tensors: OrderedDict(
            (f"{head if key.startswith('linear.') else blocks}{key}", it)
            for key, it in tensors.items()
        )

    for name, blocks, head in (
        ("prefix-backbone-only", "backbone.", ""),
        ("prefix-two", "backbone.", "head."),
        ("prefix-two-deep", "model.encoder.body.", "model.decode."),
    ):
        about = f"{blocks[:-1]} before the blocks, {head[:-1] or 'nothing'} before the classifier"
        network(book, name, about, apart(blocks, head), wrapper=blocks)


def sets(book):
    book.kind = "several sets"

    def best(name, about, other, chosen, more=None):
        """The set that a reader would take first is `other`; only `chosen` opens."""

        def wrap(tensors):
            return {other[0]: other[1](tensors), chosen: tensors, **(more or {})}

        network(book, name, about, wrap=wrap, set=chosen)

    def without_blocks(tensors):
        return OrderedDict(decay=torch.tensor(0.999), shadow=torch.zeros(3))

    def complex_kernels(tensors):
        return OrderedDict(
            (key, torch.complex(it, it) if it.dim() == 4 else it) for key, it in tensors.items()
        )

    def quantized(tensors):
        return OrderedDict(
            (key, torch.quantize_per_tensor(it, 0.1, 0, torch.qint8) if it.dim() == 4 else it)
            for key, it in tensors.items()
        )

    best("set-ema-bare", "ema holds no block", ("ema", without_blocks), "state_dict")
    best(
        "set-ema-complex",
        "the kernels of state_dict_ema are complex",
        ("state_dict_ema", complex_kernels),
        "state_dict",
    )
    best(
        "set-ema-quantized",
        "the kernels of model_ema are quantized",
        ("model_ema", quantized),
        "model",
    )
    two = {key: season(Net(), f"set-two/{key}") for key in ("state_dict", "state_dict_ema")}
    book.save("set-two.pth", {key: state({"": net}) for key, net in two.items()})
    for key in two:
        book.again(
            f"set-two-{'ema' if 'ema' in key else 'plain'}",
            "both open: the averaged one is taken, unless the user says otherwise",
            "set-two.pth",
            {"": two[key]},
            blocks={it: it for it in BLOCKS},
            options={} if "ema" in key else {"set": key},
            set=key,
            classes=3,
        )
