"""Tensors beside the blocks: of every type, in every layout, counters, metrics, the losses' own."""

from collections import OrderedDict

import torch

from .blocks import MobileOneBlock, Net, RepVGGBlock
from .book import state
from .classifier import network
from .values import generator, season


def write(book):
    types(book)
    layouts(book)
    counters(book)


def floats(*shape):
    return torch.randn(shape, generator=generator(f"beside {shape}"))


def types(book):
    book.kind = "tensors of other types beside blocks"
    given = {
        "decoder.freqs": torch.complex(floats(2), floats(1, 2)[0]),
        "decoder.w": floats(2),
        "decoder.w8": floats(2, 2).to(torch.float8_e4m3fn),
    }
    every = {
        "buffers.anchors": torch.arange(6).reshape(2, 3),
        "buffers.mask": torch.tensor([True, False, True]),
        "buffers.palette": torch.arange(250, 256, dtype=torch.uint8),
        "buffers.small": torch.tensor([-3, 4], dtype=torch.int8),
        "buffers.short": torch.tensor([-300, 400], dtype=torch.int16),
        "buffers.index": torch.tensor([[7]], dtype=torch.int32),
        "decoder.half": floats(3).half(),
        "decoder.brain": floats(2, 3).bfloat16(),
        "decoder.double": floats(5).double(),
        "decoder.w5": floats(2, 2).to(torch.float8_e5m2),
        "decoder.empty": torch.zeros(0, 4),
        "decoder.scale": torch.tensor(0.75),
        "decoder.not_a_number": torch.tensor([float("nan"), float("inf"), -0.0]),
    }
    parts = {"backbone.a": RepVGGBlock(2, 2, identity=False)}
    book.blocks("fold-drops", "complex64 and float8", parts, given, opaque=list(given))
    parts = {"backbone.a": RepVGGBlock(2, 2)}
    book.blocks("fold-types", "every other type, empty, scalar", parts, every, opaque=list(every))
    for name, more in (("fold-drops-pickled", given), ("fold-types-pickled", every)):
        parts = {"backbone.a": RepVGGBlock(2, 3), "backbone.b": RepVGGBlock(3, 3)}
        about = (
            "the same in a checkpoint of torch.save; their values stand beside the right kernels"
        )
        book.blocks(name, about, parts, more, "pth", opaque=list(more), expected=dict(more))


def layouts(book):
    """Tensors that share or skip parts of a storage; the expected file has them one after another."""
    whole = floats(4, 6)
    shared = floats(12)
    odd = {
        "neck.transposed": whole.t(),
        "neck.columns": whole[:, 1::2],
        "neck.expanded": floats(1, 3).expand(4, 3),
        "neck.last": floats(1, 2, 2, 2).contiguous(memory_format=torch.channels_last),
        "neck.first_half": shared[:6],
        "neck.second_half": shared[6:],
        "neck.again": shared[6:],
        "neck.complex_columns": torch.complex(whole, -whole)[:, ::3],
        "neck.bytes": torch.arange(10, dtype=torch.uint8)[1::3],
    }
    values = {name: value.contiguous().clone() for name, value in odd.items()}
    parts = {"backbone.a": RepVGGBlock(2, 2)}
    about = "not contiguous, expanded, one storage for three"
    book.blocks("fold-layouts", about, parts, odd, "pth", opaque=list(odd), expected=values)
    parts = {"backbone.a": RepVGGBlock(2, 2)}

    def tied(tensors):
        return tensors | {"decoder.tied": tensors["backbone.a.rbr_dense.conv.weight"]}

    book.blocks(
        "fold-tied",
        "a tensor elsewhere is a block's own kernel",
        parts,
        extension="pth",
        change=tied,
        opaque=["decoder.tied"],
    )


def counters(book):
    book.kind = "counters and metrics"
    for name, about, odd in (
        (
            "thop",
            "buffers of the thop profiler, within blocks too",
            {"total_ops": torch.zeros(1), "stage0.rbr_dense.conv.total_ops": torch.zeros(1)},
        ),
        (
            "thop-params",
            "both counts, in double, in modules that have no other tensor",
            {
                "total_ops": torch.zeros(1).double(),
                "total_params": torch.zeros(1).double(),
                "stage1.0.nonlinearity.total_ops": torch.zeros(1).double(),
                "stage1.0.rbr_identity.total_params": torch.zeros(1).double(),
                "gap.total_ops": torch.zeros(1).double(),
            },
        ),
        ("steps", "a count of steps", {"steps": torch.tensor(1200)}),
        (
            "metrics-flat",
            "metrics that were registered as buffers, and a loss with weights",
            {
                "best_acc1": torch.tensor(71.5),
                "val_f1.confmat": torch.eye(3, dtype=torch.int64) * 7,
                "criterion.weight": torch.tensor([0.2, 0.3, 0.5]),
            },
        ),
    ):
        network(book, name, about, ignored=list(odd), extra=odd)
    odd = {"best_acc1": torch.tensor(0.71)}
    network(book, "best-acc", "a metric beside the weights", extra=odd, ignored=list(odd))
    averaged(book)
    for name, about, odd in (
        ("lightning", "a metric of torchmetrics", {"train_acc.total": torch.tensor(64)}),
        (
            "lightning-metrics",
            "several metrics and a loss",
            {
                "train_acc.tp": torch.zeros(3, dtype=torch.int64),
                "val_f1.confmat": torch.eye(3, dtype=torch.int64),
                "val_loss.mean_value": torch.tensor(1.5),
                "val_loss.weight": torch.tensor(64.0),
                "criterion.weight": torch.tensor([0.2, 0.3, 0.5]),
            },
        ),
    ):
        network(
            book,
            name,
            about,
            change=lambda it, odd=odd: {f"model.{key}": value for key, value in it.items()} | odd,
            wrap=lambda it: {"state_dict": it, "epoch": 1, "pytorch-lightning_version": "2.4.0"},
            ignored=list(odd),
            wrapper="model.",
            set="state_dict",
        )
    parts = {"stage1.0": MobileOneBlock(2, 2, count=2)}
    odd = {"stage1.0.total_ops": torch.zeros(1), "stage1.0.rbr_conv.total_params": torch.zeros(1)}
    about = "thop's buffers in a list of branches"
    book.blocks("thop-mobileone", about, parts, odd, ignored=list(odd))


def averaged(book):
    """What torch.optim.swa_utils.AveragedModel has: a count, and a prefix."""

    def counted(tensors):
        moved = OrderedDict(n_averaged=torch.tensor(9))
        return moved | {f"module.{key}": value for key, value in tensors.items()}

    facts = {"change": counted, "ignored": ["n_averaged"], "wrapper": "module."}
    plain = state({"": season(Net(), "averaged/model")})
    network(
        book,
        "averaged",
        "beside the network that it averages",
        wrap=lambda it: {"model": plain, "model_ema": it, "epoch": 3},
        set="model_ema",
        **facts,
    )
    network(book, "averaged-bare", "alone", **facts)
    about = "under a key of its own"
    network(book, "averaged-swa", about, wrap=lambda it: {"swa": it}, set="swa", **facts)
