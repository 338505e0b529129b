"""A learned `alpha` on the 1x1 branch, in every position and shape that it has in public."""

import torch

from .blocks import RepConv, RepVGGBlock, SuperGradientsBlock, SuperGradientsQABlock

PER_CHANNEL = [0.35, -0.8, 1.7]


def write(book):
    book.kind = "alpha"
    made = [
        ("sg-alpha", "super-gradients' RepVGG", "backbone.conv2", SuperGradientsBlock),
        ("mmyolo-alpha", "mmyolo's and PP-YOLOE+'s rbr_*", "backbone.conv2", RepVGGBlock),
    ]
    for name, about, prefix, block in made:
        whole = {prefix: block(3, 3, alpha=[0.35], identity=False)}
        book.blocks(name, f"{about}, of shape [1]", whole)
        whole = {prefix: block(3, 3, alpha=-0.35)}
        book.blocks(f"{name}-scalar", f"{about}, of shape [], with an identity", whole)
        whole = {prefix: block(3, 3, alpha=PER_CHANNEL)}
        book.blocks(f"{name}-channels", f"{about}, one for each channel", whole)
        whole = {prefix: block(3, 3, alpha=[1.35], affine=False)}
        book.blocks(f"{name}-no-affine", f"{about}, norms without gamma and beta", whole)
    quantizable(book)
    beside_each_other(book)
    zero(book)


def quantizable(book):
    """Where the 1x1 is bare, alpha multiplies its bias too."""
    for name, about, shape, bias in (
        ("sg-qarepvgg-alpha", "a bare 1x1 with a bias", [0.35], True),
        ("sg-qarepvgg-alpha-no-bias", "a bare 1x1 without a bias", [0.35], False),
        ("sg-qarepvgg-alpha-scalar", "of shape []", 0.35, True),
    ):
        block = SuperGradientsQABlock(2, 3, alpha=shape, bias=bias)
        book.blocks(name, f"QARepVGG: {about}; wider, so that nothing is added", {"b": block})


def beside_each_other(book):
    """Paddle's names, which `alpha` tells from two layers that follow one another."""
    for name, about, path, second, settings in (
        ("paddle-alpha", "conv and bn", "neck.fpn_blocks.0.bottlenecks.0", "bn", {}),
        ("paddle-alpha-norm", "conv and norm", "encoder.pan_blocks.1.bottlenecks.2", "norm", {}),
        (
            "paddle-alpha-no-affine",
            "norms without gamma and beta",
            "encoder.fpn_blocks.0.bottlenecks.0",
            "norm",
            {"affine": False},
        ),
    ):
        block = RepConv(3, 3, eps=1e-5, second=second, alpha=[0.35], **settings)
        book.blocks(name, f"Paddle's conv1 and conv2 with {about}", {path: block})


def zero(book):
    block = RepVGGBlock(3, 3, alpha=[0.0])
    book.blocks("alpha-zero", "a branch that is switched off", {"backbone.conv2": block})
    book.blocks(
        "alpha-elsewhere",
        "BottleRep's alpha belongs to the residual around two blocks, and to none of them",
        {f"backbone.ERBlock_2.1.conv{it}": RepVGGBlock(3, 3, eps=1e-3) for it in (1, 2)},
        extra={"backbone.ERBlock_2.1.alpha": torch.tensor([0.4])},
        opaque=["backbone.ERBlock_2.1.alpha"],
    )
