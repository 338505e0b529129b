"""Blocks without a branch that others have, and shared words elsewhere."""

import torch

from .blocks import MobileOneBlock, Net, RepVGGBlock, SuperGradientsBlock, TimmBlock
from .classifier import network
from .values import generator


def write(book):
    branches(book)
    identity_only(book)
    words(book)


def without(block, *names):
    for name in names:
        delattr(block, name)
        setattr(block, name, None)
    return block


def branches(book):
    book.kind = "a branch is missing"
    whole = Net()
    whole.stage1[0] = RepVGGBlock(2, 2, identity=False)
    network(
        book,
        "no-identity",
        "no block of the network has an identity, where one would fit",
        made=whole,
        conditions=["epsilon"],
    )
    parts = {"a": RepVGGBlock(2, 2), "b": without(RepVGGBlock(2, 2), "rbr_1x1")}
    book.blocks("no-1x1", "an identity and a 3x3", parts)
    parts = {"a": without(RepVGGBlock(3, 3), "rbr_1x1", "rbr_identity"), "b": RepVGGBlock(3, 3)}
    book.blocks("only-3x3", "a 3x3 alone, as its ablation has it", parts)
    parts = {"a": RepVGGBlock(3, 3), "b": without(RepVGGBlock(3, 3), "rbr_dense")}
    book.blocks("no-3x3", "an identity and a 1x1, which is the middle of a 3x3", parts)
    parts = {"a": MobileOneBlock(2, 2, groups=2), "b": MobileOneBlock(2, 2, groups=2, scale=False)}
    book.blocks("no-scale", "MobileOne without the 1x1", parts)
    parts = {
        "stage1.0": MobileOneBlock(3, 3, kernel=1, count=2, scale=False, skip=True),
        "stage1.1": MobileOneBlock(3, 3, kernel=3, count=3, scale=False),
    }
    book.blocks("no-scale-pointwise", "a pointwise block beside one of three kernels", parts)
    parts = {"stages.0.0": without(TimmBlock(3, 3), "conv_1x1"), "stages.0.1": TimmBlock(3, 3)}
    book.blocks("no-1x1-timm", "timm's", parts)
    parts = {"stage1.0": without(SuperGradientsBlock(3, 3), "branch_1x1")}
    book.blocks("no-1x1-sg", "super-gradients', with its identity", parts)


def identity_only(book):
    book.kind = "an identity alone"

    def beside(name, about, whole, left):
        """Two blocks, each with its prefix: one that folds, and one of which only the identity is there."""
        parts, reasons = dict([whole, left]), {left[0]: "kernel"}
        book.blocks(name, about, parts, blocks=[whole[0]], opaque_blocks=reasons)

    beside(
        "identity-only",
        "FastViT's token mixer: its norm is a block without a kernel",
        ("mixer", MobileOneBlock(2, 2, groups=2)),
        ("norm", MobileOneBlock(2, 2, count=0, scale=False, skip=True)),
    )
    beside(
        "identity-only-repvgg",
        "the same under the authors' names",
        ("stage1.0", RepVGGBlock(3, 3)),
        ("stage1.1", without(RepVGGBlock(3, 3), "rbr_dense", "rbr_1x1")),
    )
    beside(
        "identity-only-sg",
        "super-gradients'",
        ("stage1.0", SuperGradientsBlock(3, 3)),
        ("stage1.1", without(SuperGradientsBlock(3, 3), "branch_3x3", "branch_1x1")),
    )


def words(book):
    book.kind = "words of blocks elsewhere"

    def values(*shape):
        return torch.randn(shape, generator=generator(f"words {shape}"))

    for name, about, odd in (
        (
            "shared-word",
            "aspp.conv_1x1 is a layer of its own",
            {"aspp.conv_1x1.0.weight": values(2, 2, 1, 1)},
        ),
        (
            "shared-words",
            "a bare conv_1x1, an identity that is a map, a conv_1x1 with a norm",
            {
                "decoder.conv_1x1.weight": values(3, 2, 1, 1),
                "decoder.conv_1x1.bias": values(3),
                "neck.identity.weight": values(2, 2),
                "aspp.conv_1x1.0.weight": values(2, 2, 1, 1),
                "aspp.conv_1x1.1.running_mean": values(2),
                "aspp.conv_1x1.1.running_var": values(2).abs(),
            },
        ),
        (
            "shared-words-folded",
            "words of folded blocks where no block is",
            {
                "text.reparam_conv.weight": values(2, 2),
                "text.rbr_reparam.embedding": values(3, 2),
                "branch_1x1": values(2),
                "post_bn.gain": values(2),
            },
        ),
        (
            "shared-words-inception",
            "Inception's branches: kernels of different inputs that are joined, not added",
            {
                "mixed.branch_1x1.conv.weight": values(2, 2, 1, 1),
                "mixed.branch_pool.conv.weight": values(2, 2, 1, 1),
                "mixed.branch5x5_2.conv.weight": values(2, 3, 5, 5),
            },
        ),
    ):
        parts = {"backbone.a": RepVGGBlock(2, 2)}
        book.blocks(name, about, parts, odd, opaque=list(odd))
