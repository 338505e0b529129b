"""MobileOne under the names of Apple's code, of which there is no package.

Written from the paper (Vasu et al., "MobileOne: An Improved One millisecond Mobile Backbone", arXiv
2206.04040, section 3.3) and from the names of published checkpoints.
"""

from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional


class SqueezeExcite(nn.Module):
    """Scales each channel by a number in 0...1 that depends on all channels' means."""

    def __init__(self, channels, hidden):
        super().__init__()
        self.reduce = nn.Conv2d(channels, hidden, 1)
        self.expand = nn.Conv2d(hidden, channels, 1)

    def forward(self, x):
        mean = x.mean((2, 3), keepdim=True)
        return x * torch.sigmoid(self.expand(functional.relu(self.reduce(mean))))


def _conv_norm(inputs, outputs, kernel, stride, groups):
    conv = nn.Conv2d(
        inputs, outputs, kernel, stride, padding=kernel // 2, groups=groups, bias=False
    )
    return nn.Sequential(OrderedDict(conv=conv, bn=nn.BatchNorm2d(outputs)))


class MobileOneBlock(nn.Module):
    """Several k x k convolutions, a 1x1 one where k > 1, the identity where it fits; each with a norm."""

    def __init__(self, inputs, outputs, kernel, stride=1, groups=1, branches=1, hidden=0):
        super().__init__()
        self.rbr_conv = nn.ModuleList(
            _conv_norm(inputs, outputs, kernel, stride, groups) for _ in range(branches)
        )
        if kernel > 1:
            self.rbr_scale = _conv_norm(inputs, outputs, 1, stride, groups)
        if inputs == outputs and stride == 1:
            self.rbr_skip = nn.BatchNorm2d(outputs)
        if hidden:
            self.se = SqueezeExcite(outputs, hidden)

    def linear(self, x):
        if hasattr(self, "reparam_conv"):
            return self.reparam_conv(x)
        branches = [*self.rbr_conv, *(getattr(self, it) for it in self._single())]
        return sum(branch(x) for branch in branches)

    def _single(self):
        return [name for name in ("rbr_scale", "rbr_skip") if hasattr(self, name)]

    def forward(self, x):
        y = self.linear(x)
        return functional.relu(self.se(y) if hasattr(self, "se") else y)

    @torch.no_grad()
    def fold(self):
        """Replaces the branches by the convolution that they are, found by asking them for it.

        A linear map is its answer to unit pulses: the bias is the answer to nothing, a column of the
        kernel the answer to a single one in the middle of a map. So this shares no formula with others.
        """
        first = self.rbr_conv[0].conv
        size, groups = first.kernel_size[0], first.groups
        double = MobileOneBlock(
            first.in_channels, first.out_channels, size, 1, groups, len(self.rbr_conv)
        )
        # At stride 1, whatever the block's; then there may be an identity that the block has not.
        if not hasattr(self, "rbr_skip") and hasattr(double, "rbr_skip"):
            del double.rbr_skip
        mine = {name: it for name, it in self.state_dict().items() if not name.startswith("se.")}
        double.load_state_dict(mine)
        double = double.double().eval()
        middle = size - 1
        pulses = torch.zeros(
            first.in_channels, first.in_channels, 2 * size - 1, 2 * size - 1, dtype=torch.float64
        )
        rows = torch.arange(first.in_channels)
        pulses[rows, rows, middle, middle] = 1
        bias = double.linear(pulses * 0)[0, :, middle, middle]
        # I x O x k x k around the pulse; a kernel is the mirror image of its answer.
        reach = slice(middle - size // 2, middle + size // 2 + 1)
        answers = double.linear(pulses)[:, :, reach, reach] - bias[:, None, None]
        full = answers.flip(2, 3).transpose(0, 1)
        inputs, outputs = first.in_channels // groups, first.out_channels // groups
        kernel = torch.cat([
            full[g * outputs : (g + 1) * outputs, g * inputs : (g + 1) * inputs]
            for g in range(groups)
        ])
        folded = nn.Conv2d(
            first.in_channels, first.out_channels, size, first.stride, size // 2, groups=groups
        ).double()
        folded.weight.copy_(kernel)
        folded.bias.copy_(bias)
        for name in ["rbr_conv", *self._single()]:
            delattr(self, name)
        self.reparam_conv = folded.to(first.weight.dtype)


class MobileOne(nn.Module):
    """`stage0`, then stages of a depthwise 3x3 block and a pointwise 1x1 block in turn, and `linear`."""

    def __init__(self, stem, widths, depths, branches, classes, excited=()):
        super().__init__()
        self.stage0 = MobileOneBlock(3, stem, 3, stride=2)
        channels = stem
        for stage, (width, depth) in enumerate(zip(widths, depths), start=1):
            blocks = []
            for index in range(depth):
                excite = stage in excited and index == depth - 1
                common = dict(branches=branches)
                blocks.append(MobileOneBlock(
                    channels, channels, 3, 2 if index == 0 else 1, channels,
                    hidden=channels // 4 if excite else 0, **common
                ))
                blocks.append(MobileOneBlock(
                    channels, width, 1, hidden=width // 4 if excite else 0, **common
                ))
                channels = width
            self.add_module(f"stage{stage}", nn.Sequential(*blocks))
        self.stages = len(widths)
        self.linear = nn.Linear(channels, classes)

    def forward(self, x):
        for stage in range(self.stages + 1):
            x = getattr(self, f"stage{stage}")(x)
        return self.linear(x.mean((2, 3)))

    def fold(self):
        """Turns every block into its deploy form, in place; returns the network."""
        for module in list(self.modules()):
            if isinstance(module, MobileOneBlock):
                module.fold()
        return self
