"""The kernel and the bias that a block has as a whole, found by impulses through the module itself.

No formula of folding is used: the bias is what zeros give, a tap is what one input pixel changes, both in
float64. That the two then do what the block does is checked on random maps.
"""

import copy

import torch
from torch import nn
from torch.nn import functional

PLACE = 4
SIZE = 9


@torch.no_grad()
def kernel_and_bias(block):
    """Outputs x inputs / groups x 3 x 3, and outputs, in float64."""
    block = copy.deepcopy(block).double().eval()
    convolutions = [it for it in block.modules() if isinstance(it, nn.Conv2d)]
    widest = max(convolutions, key=lambda it: it.kernel_size)
    inputs, groups = widest.in_channels, widest.groups
    stride, dilation = widest.stride[0], widest.dilation[0]
    side = SIZE * stride
    zeros = torch.zeros(1, inputs, side, side, dtype=torch.float64)
    bias = block.linear(zeros)[0, :, PLACE, PLACE]
    taps = torch.zeros(len(bias), inputs, 3, 3, dtype=torch.float64)
    for channel in range(inputs):
        for row in range(3):
            for column in range(3):
                impulse = zeros.clone()
                y, x = (PLACE * stride + dilation * (it - 1) for it in (row, column))
                impulse[0, channel, y, x] = 1
                taps[:, channel, row, column] = block.linear(impulse)[0, :, PLACE, PLACE] - bias
    kernel = _within_groups(taps, groups)
    _check(block, kernel, bias, stride, dilation, groups, inputs, side)
    return kernel.contiguous(), bias.contiguous()


def _within_groups(taps, groups):
    """The taps of each output's own group; the others have to be nothing."""
    outputs, inputs = taps.shape[:2]
    rows = []
    for index in range(outputs):
        own = inputs // groups
        first = index // (outputs // groups) * own
        others = taps[index].clone()
        others[first : first + own] = 0
        assert others.abs().max() == 0, "a tap between groups"
        rows.append(taps[index, first : first + own])
    return torch.stack(rows)


def _check(block, kernel, bias, stride, dilation, groups, inputs, side):
    source = torch.Generator().manual_seed(1)
    maps = torch.randn(2, inputs, side, side, generator=source, dtype=torch.float64)
    folded = functional.conv2d(maps, kernel, bias, stride, dilation, dilation, groups)
    whole = block.linear(maps)
    if any(getattr(it, "padding_mode", "zeros") != "zeros" for it in block.modules()):
        # The border is padded with something else.
        folded, whole = (it[:, :, dilation:-dilation, dilation:-dilation] for it in (folded, whole))
    error = (folded - whole).abs().max() / whole.abs().max()
    assert error < 1e-12, f"{type(block).__name__}: {error}"
