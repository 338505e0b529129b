"""QARepVGG's block in PyTorch, for a sample; tensors bear the names that a .rvg has for them.

Written from the paper (Chu et al., "Make RepVGG Greater Again: A Quantization-aware Approach",
arXiv 2212.01593, section 3): the identity and the 1x1 branch have no norm of their own, and one norm stands
behind the sum. So no branch can be scaled apart from the others, and the folded kernel has no few large taps.
"""

from collections import OrderedDict

from repvgg import Block
from torch import nn


class QABlock(Block):
    """3x3 with its norm + 1x1 + identity, then a norm; in its training form only."""

    def __init__(self, recipe, inputs, outputs, stride, groups):
        super().__init__(recipe, inputs, outputs, stride, groups)
        self.rbr_1x1 = nn.Sequential(OrderedDict(conv=self.rbr_1x1.conv))
        if hasattr(self, "rbr_identity"):
            self.rbr_identity = nn.Identity()
        self.bn = nn.BatchNorm2d(outputs, eps=recipe.epsilon, affine=recipe.affine)

    def linear(self, x):
        return self.bn(super().linear(x))

    def fold(self):
        raise NotImplementedError("QARepVGG is written in its training form; repvgg-tui folds it")
