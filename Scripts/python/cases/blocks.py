"""Blocks of every naming scheme: our own modules under the public names of their children.

A block adds the outputs of its branches, and may have a norm after the sum and an activation. What differs
between families is how the children are called, so a family is a few class attributes and a constructor.
"""

from collections import OrderedDict

import torch
from torch import nn


def conv_norm(
    inputs,
    outputs,
    kernel,
    stride=1,
    groups=1,
    dilation=1,
    padding_mode="zeros",
    eps=1e-5,
    affine=True,
    names=("conv", "bn"),
):
    """A convolution that keeps the size of maps, and its norm."""
    convolution = nn.Conv2d(
        inputs,
        outputs,
        kernel,
        stride,
        dilation * (kernel // 2),
        dilation if kernel > 1 else 1,
        groups,
        bias=False,
        padding_mode=padding_mode if kernel > 1 else "zeros",
    )
    return nn.Sequential(OrderedDict(zip(names, (convolution, norm(outputs, eps, affine)))))


def norm(channels, eps=1e-5, affine=True):
    return nn.BatchNorm2d(channels, eps, affine=affine)


class Block(nn.Module):
    """A sum of branches; a family says in class attributes which of the children are what."""

    branches = ()
    scaled = {}
    norm_after = None
    activation = "nonlinearity"
    layers_after = ()

    def __init__(self, activation=None, alpha=None, **children):
        super().__init__()
        setattr(self, self.activation, activation)
        if alpha is not None:
            self.alpha = nn.Parameter(torch.tensor(alpha))
        for name, child in children.items():
            setattr(self, name, child)

    def linear(self, x):
        """What folding has to keep: everything before the activation."""
        total = sum(self._outputs(x))
        return getattr(self, self.norm_after)(total) if self.norm_after else total

    def forward(self, x):
        x = self.linear(x)
        for name in (self.activation, *self.layers_after):
            layer = getattr(self, name, None)
            x = x if layer is None else layer(x)
        return x

    def _outputs(self, x):
        for name in self.branches:
            child = getattr(self, name, None)
            if child is None:
                continue
            factor = getattr(self, self.scaled.get(name, ""), None)
            for branch in child if isinstance(child, nn.ModuleList) else [child]:
                yield branch(x) if factor is None else branch(x) * factor.reshape(-1, 1, 1)


class RepVGGBlock(Block):
    """The names of DingXiaoH/RepVGG, of YOLOv6 and, with `alpha`, of mmyolo's PP-YOLOE."""

    branches = ("rbr_dense", "rbr_1x1", "rbr_identity")
    scaled = {"rbr_1x1": "alpha"}
    layers_after = ("drop", "blur")

    def __init__(self, inputs, outputs, stride=1, eps=1e-5, affine=True, identity=True, **more):
        kept = {it: more.pop(it) for it in ("activation", "alpha", "drop", "blur") if it in more}
        mode = {it: more.pop(it) for it in ("padding_mode", "dilation") if it in more}
        same = identity and inputs == outputs and stride == 1
        super().__init__(
            rbr_dense=conv_norm(inputs, outputs, 3, stride, eps=eps, affine=affine, **mode, **more),
            rbr_1x1=conv_norm(inputs, outputs, 1, stride, eps=eps, affine=affine, **more),
            rbr_identity=norm(inputs, eps, affine) if same else None,
            **kept,
        )


class YOLOv7RepConv(Block):
    """WongKinYiu/yolov7: numbered layers instead of `conv` and `bn`."""

    branches = ("rbr_dense", "rbr_1x1", "rbr_identity")
    activation = "act"

    def __init__(self, inputs, outputs, stride=1, eps=1e-3, **kept):
        names, same = ("0", "1"), inputs == outputs and stride == 1
        super().__init__(
            rbr_dense=conv_norm(inputs, outputs, 3, stride, eps=eps, names=names),
            rbr_1x1=conv_norm(inputs, outputs, 1, stride, eps=eps, names=names),
            rbr_identity=norm(inputs, eps) if same else None,
            **kept,
        )


class QARepVGGBlock(Block):
    """YOLOv6's: a bare 1x1, the input itself, and a norm after the sum."""

    branches = ("rbr_dense", "rbr_1x1", "rbr_identity")
    norm_after = "bn"

    def __init__(self, inputs, outputs, stride=1, eps=1e-3, identity=True, **kept):
        same = identity and inputs == outputs and stride == 1
        super().__init__(
            rbr_dense=conv_norm(inputs, outputs, 3, stride, eps=eps),
            rbr_1x1=nn.Conv2d(inputs, outputs, 1, stride, bias=False),
            rbr_identity=nn.Identity() if same else None,
            bn=norm(outputs, eps),
            **kept,
        )


class SuperGradientsBlock(Block):
    """super-gradients' `RepVGGBlock`: the identity's norm is called `no_conv_branch`."""

    branches = ("branch_3x3", "branch_1x1", "no_conv_branch")
    scaled = {"branch_1x1": "alpha"}

    def __init__(self, inputs, outputs, stride=1, eps=1e-5, affine=True, identity=True, **kept):
        same = identity and inputs == outputs and stride == 1
        super().__init__(
            branch_3x3=conv_norm(inputs, outputs, 3, stride, eps=eps, affine=affine),
            branch_1x1=conv_norm(inputs, outputs, 1, stride, eps=eps, affine=affine),
            no_conv_branch=norm(inputs, eps, affine) if same else None,
            **kept,
        )


class SuperGradientsQABlock(Block):
    """super-gradients' `QARepVGGBlock`; in training a folded convolution that means nothing stands in it."""

    branches = ("branch_3x3", "branch_1x1", "identity")
    scaled = {"branch_1x1": "alpha"}
    norm_after = "post_bn"

    def __init__(self, inputs, outputs, stride=1, eps=1e-5, identity=True, bias=True, **kept):
        same = identity and inputs == outputs and stride == 1
        placeholder = kept.pop("placeholder", True)
        super().__init__(
            branch_3x3=conv_norm(inputs, outputs, 3, stride, eps=eps),
            branch_1x1=nn.Conv2d(inputs, outputs, 1, stride, bias=bias),
            identity=nn.Identity() if same else None,
            post_bn=norm(outputs, eps),
            **kept,
        )
        self.use_residual_connection = bool(same)
        if placeholder:
            self.rbr_reparam = nn.Conv2d(inputs, outputs, 3, stride, 1)


class RepConv(Block):
    """`conv1` and `conv2` side by side: YOLOv9 and ultralytics (`bn`), RT-DETR (`norm`), Paddle (`alpha`)."""

    branches = ("conv1", "conv2", "bn")
    scaled = {"conv2": "alpha"}
    activation = "act"

    def __init__(self, inputs, outputs, eps=1e-3, identity=False, second="bn", **kept):
        names = ("conv", second)
        affine = kept.pop("affine", True)
        super().__init__(
            conv1=conv_norm(inputs, outputs, 3, eps=eps, affine=affine, names=names),
            conv2=conv_norm(inputs, outputs, 1, eps=eps, affine=affine, names=names),
            bn=norm(inputs, eps) if identity else None,
            **kept,
        )


class MobileOneBlock(Block):
    """Apple's: a list of branches, a 1x1 `rbr_scale`, the norm `rbr_skip`."""

    branches = ("rbr_conv", "rbr_scale", "rbr_skip")

    def __init__(
        self, inputs, outputs, kernel=3, count=1, groups=1, scale=True, skip=False, **kept
    ):
        each = [conv_norm(inputs, outputs, kernel, groups=groups) for _ in range(count)]
        super().__init__(
            rbr_skip=norm(inputs) if skip else None,
            rbr_conv=nn.ModuleList(each) if each else None,
            rbr_scale=conv_norm(inputs, outputs, 1, groups=groups) if scale else None,
            **kept,
        )


class TimmBlock(Block):
    """timm's `RepVggBlock`."""

    branches = ("conv_kxk", "conv_1x1", "identity")
    activation = "act"

    def __init__(self, inputs, outputs, stride=1, **kept):
        super().__init__(
            identity=norm(inputs) if inputs == outputs and stride == 1 else None,
            conv_kxk=conv_norm(inputs, outputs, 3, stride),
            conv_1x1=conv_norm(inputs, outputs, 1, stride),
            **kept,
        )


class MmpretrainBlock(Block):
    """mmpretrain's, and mmdetection's RT-DETR without the identity."""

    branches = ("branch_3x3", "branch_1x1", "branch_norm")
    activation = "act"

    def __init__(self, inputs, outputs, identity=True, **kept):
        names = ("conv", "norm")
        super().__init__(
            branch_norm=norm(inputs) if identity and inputs == outputs else None,
            branch_3x3=conv_norm(inputs, outputs, 3, names=names),
            branch_1x1=conv_norm(inputs, outputs, 1, names=names),
            **kept,
        )


class Net(nn.Module):
    """A small classifier of RepVGG blocks under the names of the authors' code.

    `settings` go to every block; a callable among them makes each block's own.
    """

    def __init__(self, block=RepVGGBlock, width=2, strides=(2, 1), classes=3, **settings):
        super().__init__()
        settings = {"activation": nn.ReLU, **settings}

        def made(inputs, stride):
            given = {
                key: it() if callable(it) and not isinstance(it, nn.Module) else it
                for key, it in settings.items()
            }
            return block(inputs, width, stride, **given)

        self.stage0 = made(3, strides[0])
        self.stage1 = nn.Sequential(*(made(width, it) for it in strides[1:]))
        self.linear = nn.Linear(width, classes)

    def forward(self, x):
        return self.linear(self.stage1(self.stage0(x)).mean((2, 3)))


class Blur(nn.Module):
    """A layer whose class nobody knows: the mean of each pixel and its right neighbour."""

    def forward(self, x):
        return (x + x.roll(-1, 3)) / 2


def blocks(module):
    """Path and module of every block in `module`."""
    return {path: it for path, it in module.named_modules() if isinstance(it, Block)}
