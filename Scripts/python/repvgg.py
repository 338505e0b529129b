"""RepVGG in PyTorch, for samples and fixtures; tensor names are those of the authors' code.

Written from the paper (Ding et al., "RepVGG: Making VGG-style ConvNets Great Again", arXiv 2101.03697,
sections 3.2 to 3.4). Shapes: pictures are N x C x H x W, kernels O x I/g x k x k.
"""

from collections import OrderedDict
from dataclasses import asdict, dataclass, replace

import torch
from torch import nn
from torch.nn import functional


@dataclass(frozen=True)
class Recipe:
    """A RepVGG in a few numbers; widths, depths and strides have one entry for each stage."""

    name: str
    widths: tuple[int, ...]
    depths: tuple[int, ...]
    strides: tuple[int, ...]
    classes: int
    channels: int = 3
    size: int = 32
    groups: int = 1  # of layers 2, 4, 6, ... counted across stages
    reduction: int = 0  # channels divided by hidden channels of squeeze-excite; 0 for none
    excite_last: bool = False  # squeeze-excite behind the activation instead of before it
    epsilon: float = 1e-5
    affine: bool = True

    def facts(self):
        """The recipe as plain values, for metadata."""
        return asdict(self)


def conv_norm(recipe, inputs, outputs, kernel, stride, groups):
    """A convolution without bias whose output has the input's size divided by `stride`, then a norm."""
    conv = nn.Conv2d(
        inputs, outputs, kernel, stride, padding=kernel // 2, groups=groups, bias=False
    )
    norm = nn.BatchNorm2d(outputs, eps=recipe.epsilon, affine=recipe.affine)
    return nn.Sequential(OrderedDict(conv=conv, bn=norm))


class SqueezeExcite(nn.Module):
    """Scales each channel by a number in 0...1 that depends on all channels' means."""

    def __init__(self, channels, hidden):
        super().__init__()
        self.down = nn.Conv2d(channels, hidden, 1)
        self.up = nn.Conv2d(hidden, channels, 1)

    def forward(self, x):
        mean = x.mean((2, 3), keepdim=True)
        return x * torch.sigmoid(self.up(functional.relu(self.down(mean))))


class Block(nn.Module):
    """3x3 + 1x1 + identity, each with its norm; or, once folded, one 3x3 convolution with a bias."""

    def __init__(self, recipe, inputs, outputs, stride, groups):
        super().__init__()
        self.rbr_dense = conv_norm(recipe, inputs, outputs, 3, stride, groups)
        self.rbr_1x1 = conv_norm(recipe, inputs, outputs, 1, stride, groups)
        if inputs == outputs and stride == 1:
            self.rbr_identity = nn.BatchNorm2d(outputs, eps=recipe.epsilon, affine=recipe.affine)
        if recipe.reduction:
            excite = SqueezeExcite(outputs, outputs // recipe.reduction)
            self.add_module("post_se" if recipe.excite_last else "se", excite)

    def linear(self, x):
        """The sum of the branches, before squeeze-excite and activation."""
        if hasattr(self, "rbr_reparam"):
            return self.rbr_reparam(x)
        total = self.rbr_dense(x) + self.rbr_1x1(x)
        return total + self.rbr_identity(x) if hasattr(self, "rbr_identity") else total

    def forward(self, x):
        y = self.linear(x)
        y = functional.relu(self.se(y) if hasattr(self, "se") else y)
        return self.post_se(y) if hasattr(self, "post_se") else y

    @torch.no_grad()
    def fold(self):
        """Replaces the branches by the one convolution that they add up to, computed in double."""
        conv = self.rbr_dense.conv
        channels, inputs_per_group = conv.weight.shape[:2]
        kernel = torch.zeros(conv.weight.shape, dtype=torch.float64)
        bias = torch.zeros(channels, dtype=torch.float64)

        def add(weight, norm):
            nonlocal bias
            deviation = (norm.running_var.double() + norm.eps).sqrt()
            scale = (norm.weight.double() if norm.affine else 1) / deviation
            shift = norm.bias.double() if norm.affine else 0
            at = slice(None) if weight.shape[-1] == 3 else slice(1, 2)
            kernel[:, :, at, at] += weight.double() * scale[:, None, None, None]
            bias += shift - norm.running_mean.double() * scale

        add(self.rbr_dense.conv.weight, self.rbr_dense.bn)
        add(self.rbr_1x1.conv.weight, self.rbr_1x1.bn)
        if hasattr(self, "rbr_identity"):
            # Channel i reads itself, which is number i mod I/g within its group.
            ones = torch.zeros(channels, inputs_per_group, 1, 1)
            rows = torch.arange(channels)
            ones[rows, rows % inputs_per_group] = 1
            add(ones, self.rbr_identity)
            del self.rbr_identity
        del self.rbr_dense, self.rbr_1x1
        self.rbr_reparam = nn.Conv2d(
            conv.in_channels, channels, 3, conv.stride, padding=1, groups=conv.groups
        ).to(kernel.dtype)
        self.rbr_reparam.weight.copy_(kernel)
        self.rbr_reparam.bias.copy_(bias)
        self.rbr_reparam.to(conv.weight.dtype)


class RepVGG(nn.Module):
    """Stages of blocks, global average pooling, a linear classifier; made in the training form.

    `block` makes each of them, with the arguments of `Block`.
    """

    def __init__(self, recipe, block=Block):
        super().__init__()
        self.recipe = recipe
        channels, layer = recipe.channels, 0
        for stage, (width, depth) in enumerate(zip(recipe.widths, recipe.depths)):
            blocks = []
            for index in range(depth):
                stride = recipe.strides[stage] if index == 0 else 1
                groups = recipe.groups if layer and layer % 2 == 0 else 1
                blocks.append(block(recipe, channels, width, stride, groups))
                channels, layer = width, layer + 1
            # Stage 0 is a single block, and bears no index, in the authors' code.
            module = blocks[0] if stage == 0 and depth == 1 else nn.Sequential(*blocks)
            self.add_module(f"stage{stage}", module)
        self.linear = nn.Linear(channels, recipe.classes)

    def forward(self, x):
        for stage in range(len(self.recipe.widths)):
            x = getattr(self, f"stage{stage}")(x)
        return self.linear(x.mean((2, 3)))

    def fold(self):
        """Turns every block into its deploy form, in place; returns the network."""
        for module in list(self.modules()):
            if isinstance(module, Block):
                module.fold()
        return self


def weights(network):
    """The network's tensors by name, without the step counters that only training needs."""
    return OrderedDict(
        (name, value.detach().contiguous())
        for name, value in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    )


__all__ = ["Block", "Recipe", "RepVGG", "replace", "weights"]
