"""Tensors that lie in their storages in every way that PyTorch allows."""

from collections import OrderedDict

import torch


def odd_storages(tensors):
    """The same values as parts of shared storages, in transposed order, and as parameters."""
    tensors = OrderedDict(tensors)
    vectors = [name for name, value in tensors.items() if value.dim() == 1]
    together = torch.cat([tensors[name] for name in vectors])
    for name, part in zip(vectors, together.split([len(tensors[name]) for name in vectors])):
        tensors[name] = part
    for number, (name, value) in enumerate(tensors.items()):
        if value.dim() == 4 and number % 2:
            tensors[name] = value.contiguous(memory_format=torch.channels_last)
        elif value.dim() == 4:
            # Every second column of a wider tensor, from an offset.
            wide = torch.full((*value.shape[:3], 2 * value.shape[3] + 1), 7.0)
            wide[..., 1::2] = value
            tensors[name] = wide[..., 1::2]
    tensors["linear.weight"] = torch.nn.Parameter(tensors["linear.weight"].t().contiguous().t())
    return tensors
