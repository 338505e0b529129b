"""Blocks under names that are easily missed: super-gradients' identity, RT-DETR, a block as a whole file."""

from torch import nn

from .blocks import (
    MmpretrainBlock,
    MobileOneBlock,
    QARepVGGBlock,
    RepConv,
    RepVGGBlock,
    SuperGradientsBlock,
    SuperGradientsQABlock,
    TimmBlock,
    YOLOv7RepConv,
    conv_norm,
)
from .values import between, generator

RTDETR = "encoder.fpn_blocks.0.bottlenecks.0"


def write(book):
    identity(book)
    one_block(book)
    detr(book)
    depthwise(book)


def identity(book):
    book.kind = "super-gradients' RepVGG"
    book.blocks(
        "sg-identity",
        "the identity's norm is called no_conv_branch",
        {"stage1.1": SuperGradientsBlock(3, 3)},
    )
    book.blocks(
        "sg-chain",
        "several in a row behind a stem, with a classifier",
        {
            "stem": SuperGradientsBlock(3, 2, 2),
            "stage1.0": SuperGradientsBlock(2, 2, 2),
            "stage1.1": SuperGradientsBlock(2, 2),
            "stage2.0": SuperGradientsBlock(2, 4, 2),
            "linear": nn.Linear(4, 3),
        },
        extension="pth",
        wrap=lambda tensors: {"net": tensors, "epoch": 3},
    )
    book.blocks(
        "sg-no-affine",
        "norms without gamma and beta, the identity's too",
        {"backbone.stage1.1": SuperGradientsBlock(3, 3, affine=False)},
    )
    book.blocks(
        "sg-no-residual",
        "equal channels and no identity, as in PP-YOLO: without its norm there is none",
        {"backbone.stage1.1": SuperGradientsBlock(3, 3, identity=False)},
    )


def one_block(book):
    book.kind = "a single block as the whole file"
    book.blocks("one-block", "no prefix at all", {"": RepVGGBlock(2, 2)})
    singles = [
        ("one-block-sg", "super-gradients' RepVGG", SuperGradientsBlock(2, 2), "safetensors"),
        ("one-block-mobileone", "MobileOne's", MobileOneBlock(2, 2, count=2, skip=True), "pth"),
        ("one-block-timm", "timm's", TimmBlock(2, 2), "safetensors"),
        ("one-block-mmpretrain", "mmpretrain's", MmpretrainBlock(2, 2), "pth"),
        ("one-block-yolov7", "YOLOv7's, with its epsilon", YOLOv7RepConv(2, 2), "safetensors"),
        ("one-block-wider", "no identity: other channels", RepVGGBlock(2, 5), "safetensors"),
    ]
    for name, about, block, extension in singles:
        book.blocks(name, about, {"": block}, extension=extension)
    for name, about, block in (
        ("one-block-qarepvgg", "QARepVGG of YOLOv6", QARepVGGBlock(2, 5)),
        ("one-block-sg-qarepvgg", "QARepVGG of super-gradients", SuperGradientsQABlock(2, 5)),
    ):
        tell = {} if "sg" in name else {"options": {"eps": 1e-3}, "conditions": ["epsilon"]}
        book.blocks(name, f"{about}, wider, so that nothing is added", {"": block}, **tell)


def detr(book):
    book.kind = "RT-DETR"

    def block():
        return RepConv(3, 3, eps=1e-5, second="norm")

    book.blocks("rtdetr", "conv1 and conv2 side by side", {RTDETR: block()})
    live = block()
    book.blocks(
        "rtdetr-live",
        "deployed by its own code, which keeps the branches: conv is what they fold to",
        {RTDETR: live},
        change=lambda tensors: tensors | twin(book, live),
    )
    book.blocks(
        "rtdetr-stale",
        "trained on after it was deployed once: conv is of an earlier epoch",
        {RTDETR: block()},
        extra={
            f"{RTDETR}.conv.weight": between(-1, 1, (3, 3, 3, 3), generator("stale kernel")),
            f"{RTDETR}.conv.bias": between(-1, 1, 3, generator("stale bias")),
        },
        warnings=["conv"],
    )
    book.blocks(
        "rtdetr-transformers",
        "as transformers names it, beside the 1x1 pair of the same names around it",
        {"model.encoder.fpn_blocks.0.bottlenecks.0": block()}
        | {f"model.encoder.fpn_blocks.0.conv{it}": one_by_one() for it in (1, 2)},
        opaque=[
            f"model.encoder.fpn_blocks.0.conv{pair}.{tensor}"
            for pair in (1, 2)
            for tensor in ("conv.weight", "norm.running_mean", "norm.running_var")
        ],
    )
    book.blocks(
        "mmdet-rtdetr",
        "as mmdetection names it",
        {f"{RTDETR}": MmpretrainBlock(3, 3, identity=False)},
    )


def one_by_one():
    return conv_norm(3, 3, 1, names=("conv", "norm"))


def twin(book, block):
    """The folded convolution of `block`, rounded as a file has it."""
    values = book.folded({RTDETR: block})
    return {
        f"{RTDETR}.conv.weight": values[f"{RTDETR}.kernel"].float(),
        f"{RTDETR}.conv.bias": values[f"{RTDETR}.bias"].float(),
    }


def depthwise(book):
    book.kind = "depthwise and grouped blocks"
    book.blocks("depthwise", "a group for each channel", {"a.mixer": RepVGGBlock(4, 4, groups=4)})
    book.blocks(
        "depthwise-mobileone",
        "two 3x3 branches, a scale and an identity for each channel",
        {"stage1.0": MobileOneBlock(4, 4, count=2, groups=4, skip=True)},
    )
    book.blocks("grouped", "two groups", {"stage1.1": RepVGGBlock(4, 4, groups=2)}, extension="pth")
