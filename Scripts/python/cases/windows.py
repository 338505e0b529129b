"""Blocks that are known by their names and left alone: larger windows, chains, layers that may follow."""

from collections import OrderedDict

from torch import nn

from .blocks import MobileOneBlock, RepConv, RepVGGBlock, conv_norm, norm


def write(book):
    large(book)
    other_families(book)
    doubtful(book)


def tree(**children):
    """A module of these children; no block of ours, since nothing folds it here."""
    made = nn.Module()
    for name, child in children.items():
        made.add_module(name, child)
    return made


def opaque(book, name, about, parts, reasons, extension="safetensors", **facts):
    """Blocks that are left alone for `reasons`, beside one that folds."""
    folds = "backbone.stage1.0"
    parts = {folds: RepVGGBlock(2, 2)} | parts
    book.blocks(name, about, parts, None, extension, blocks=[folds], opaque_blocks=reasons, **facts)


def large(book):
    book.kind = "a window of another size"
    mobile = MobileOneBlock(2, 2, groups=2)
    for name, size in (("one-7x7", 7), ("one-5x5", 5)):
        parts = {"a": mobile, "b": MobileOneBlock(2, 2, kernel=size, groups=2)}
        book.blocks(
            name,
            f"a block of {size}x{size} beside one of 3x3",
            parts,
            blocks=["a"],
            opaque_blocks={"b": f"{size}x{size}"},
        )
    dense = RepVGGBlock(2, 2)
    dense.rbr_dense = conv_norm(2, 2, 5)
    reason = {"stage1.1": "5x5"}
    opaque(book, "one-5x5-repvgg", "rbr_dense of 5x5", {"stage1.1": dense}, reason)
    wide = RepVGGBlock(2, 2)
    wide.rbr_dense = nn.Sequential(
        OrderedDict(conv=nn.Conv2d(2, 2, (1, 3), padding=(0, 1), bias=False), bn=norm(2))
    )
    opaque(book, "one-1x3-repvgg", "rbr_dense of 1x3", {"stage1.1": wide}, {"stage1.1": "1x3"})


def other_families(book):
    book.kind = "families that fold with a later issue"
    asymmetric = {"square_conv": (3, 3), "ver_conv": (3, 1), "hor_conv": (1, 3)}
    children = {}
    for name, size in asymmetric.items():
        padding = tuple(it // 2 for it in size)
        children[name] = nn.Conv2d(2, 2, size, padding=padding, bias=False)
        children[name.replace("conv", "bn")] = norm(2)
    reason = {"layer1.0.conv2": "window"}
    opaque(
        book,
        "acnet",
        "ACNet: a square, a row, a column",
        {"layer1.0.conv2": tree(**children)},
        reason,
    )
    branch = tree(
        dbb_origin=conv_norm(2, 3, 3),
        dbb_1x1=conv_norm(2, 3, 1),
        dbb_avg=tree(conv=nn.Conv2d(2, 3, 1, bias=False), bn=tree(bn=norm(3)), avgbn=norm(3)),
        dbb_1x1_kxk=tree(
            idconv1=nn.Conv2d(2, 2, 1, bias=False),
            bn1=tree(bn=norm(2)),
            conv2=nn.Conv2d(2, 3, 3, bias=False),
            bn2=norm(3),
        ),
    )
    opaque(
        book,
        "dbb",
        "diverse branches, one of them a chain",
        {"layer1.0.conv1": branch},
        {"layer1.0.conv1": "chain"},
    )
    for name, about, path, children, reason in (
        (
            "replknet",
            "RepLKNet: 13x13 beside 5x5",
            "stages.0.blocks.0.large_kernel",
            {
                "lkb_origin": conv_norm(2, 2, 13, groups=2),
                "small_conv": conv_norm(2, 2, 5, groups=2),
            },
            "13x13",
        ),
        (
            "fastvit-apple",
            "FastViT: 7x7 beside 3x3",
            "network.1.proj.0",
            {
                "lkb_origin": conv_norm(2, 2, 7, groups=2),
                "small_conv": conv_norm(2, 2, 3, groups=2),
            },
            "7x7",
        ),
        (
            "fastvit-timm",
            "the same under timm's names",
            "stages.1.downsample.proj.0",
            {
                "large_conv": conv_norm(2, 2, 7, groups=2),
                "small_conv": conv_norm(2, 2, 3, groups=2),
            },
            "7x7",
        ),
        (
            "yolov10-repvggdw",
            "RepVGGDW: depthwise 7x7 and 3x3",
            "model.10.cv1.2",
            {"conv": conv_norm(2, 2, 7, groups=2), "conv1": conv_norm(2, 2, 3, groups=2)},
            "7x7",
        ),
    ):
        opaque(book, name, about, {path: tree(**children)}, {path: reason})


def doubtful(book):
    book.kind = "layers that may follow one another"
    for name, about, path, second, scheme in (
        (
            "sequence",
            "a 3x3 conv1, then a 1x1 conv2, under no detector's path",
            "layer1.0",
            "bn",
            "repconv",
        ),
        ("sequence-norm", "the same with norm", "blocks.3", "norm", "rtdetr"),
    ):
        parts = {path: RepConv(2, 2, eps=1e-5, second=second)}
        opaque(book, name, about, parts, {path: "follow"})
        book.again(
            f"{name}-told",
            "the same file, where the user says that they are branches",
            f"{name}.safetensors",
            parts,
            options={"scheme": scheme},
        )
    separable = {
        "features.1": tree(conv1=conv_norm(2, 2, 3, groups=2), conv2=conv_norm(2, 4, 1)),
        "features.2": tree(conv1=conv_norm(4, 4, 3, groups=4), conv2=conv_norm(4, 4, 1)),
    }
    names = [
        f"features.{it}.conv{pair}.{tensor}"
        for it in (1, 2)
        for pair in (1, 2)
        for tensor in ("conv.weight", "bn.weight", "bn.running_var")
    ]
    opaque(
        book,
        "depthwise-separable",
        "depthwise 3x3, then 1x1: their shapes say that they follow one another",
        separable,
        {},
        opaque=names,
    )
    basic = {"layer1.0": tree(conv1=conv_norm(2, 2, 3), conv2=conv_norm(2, 2, 3))}
    names = [f"layer1.0.conv{it}.conv.weight" for it in (1, 2)]
    opaque(book, "basic-block", "a ResNet's two 3x3", basic, {}, opaque=names)
    neck = {"layer1.0": tree(conv1=conv_norm(4, 2, 1), conv2=conv_norm(2, 2, 3))}
    opaque(book, "bottleneck", "a ResNet's 1x1, then 3x3", neck, {}, opaque=names)
