"""A net that no reader knows, with RepVGG blocks of the official names in it."""

from collections import OrderedDict

import torch

from repvgg import Block


class Segmenter(torch.nn.Module):
    """A stem, blocks of which one has two groups, and a head on two resolutions; made for `recipe`."""

    def __init__(self, recipe):
        super().__init__()
        self.backbone = torch.nn.Module()
        self.backbone.stem = torch.nn.Conv2d(3, 8, 3, 2, 1)
        self.backbone.body = torch.nn.Sequential(
            Block(recipe, 8, 12, 2, 1), Block(recipe, 12, 12, 1, 1), Block(recipe, 12, 12, 1, 2)
        )
        self.decode_head = torch.nn.Sequential(
            OrderedDict(
                conv=torch.nn.Conv2d(20, 10, 1, bias=False),
                bn=torch.nn.BatchNorm2d(10),
                act=torch.nn.ReLU(),
                rep=Block(recipe, 10, 14, 1, 1),
                classify=torch.nn.Conv2d(14, 5, 1),
            )
        )

    def forward(self, x):
        low = self.backbone.stem(x)
        high = torch.nn.functional.interpolate(self.backbone.body(low), size=low.shape[2:])
        return self.decode_head(torch.cat([low, high], 1))
