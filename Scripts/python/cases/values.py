"""Values of kernels and norms as after some training, seeded by a name."""

import zlib

import torch
from torch import nn


def generator(name):
    """Random numbers that depend on `name` alone, so that a new case changes no other."""
    return torch.Generator().manual_seed(zlib.crc32(name.encode()))


def between(low, high, shape, source):
    return low + (high - low) * torch.rand(shape, generator=source)


@torch.no_grad()
def season(module, name, variances=(0.3, 2.0)):
    """Fills `module` in place: normal kernels, gammas of both signs, moved statistics.

    Where an epsilon matters, `variances` are as small as it is, so that a wrong one is visible.
    """
    source = generator(name)
    for part in module.modules():
        if isinstance(part, (nn.Conv2d, nn.Linear)):
            fan_in = part.weight[0].numel()
            part.weight.copy_(torch.randn(part.weight.shape, generator=source) / fan_in**0.5)
            if part.bias is not None:
                part.bias.copy_(between(-0.5, 0.5, part.bias.shape, source))
        elif isinstance(part, nn.BatchNorm2d):
            channels = part.num_features
            if part.affine:
                sign = (torch.rand(channels, generator=source) > 0.2) * 2.0 - 1
                part.weight.copy_(sign * between(0.5, 1.5, channels, source))
                part.bias.copy_(between(-0.5, 0.5, channels, source))
            part.running_mean.copy_(between(-0.5, 0.5, channels, source))
            part.running_var.copy_(between(*variances, channels, source))
            part.num_batches_tracked.fill_(100)
    return module.eval()
