"""Networks of mmpretrain's real backbones, under the names that its classifiers give them."""

from torch import nn

from .foreign import load


def _backbone(name):
    # Enters the folder that the backbones take it from, which would otherwise be imported whole.
    load("mmpretrain.models.utils.se_layer")
    return load(f"mmpretrain.models.backbones.{name}")


class Classifier(nn.Module):
    """`backbone`, global average pooling, `head.fc`: mmpretrain's ImageClassifier without its data."""

    def __init__(self, backbone, features, classes):
        super().__init__()
        self.backbone = backbone
        self.head = nn.Module()
        self.head.fc = nn.Linear(features, classes)

    def forward(self, x):
        return self.head.fc(self.backbone(x)[-1].mean((2, 3)))

    def fold(self):
        """Folds by mmpretrain's own code, in place; returns the network."""
        for module in self.backbone.modules():
            if module is not self.backbone and hasattr(module, "switch_to_deploy"):
                module.switch_to_deploy()
                if getattr(module, "se_layer", None) is not None:
                    _excite(module)
        return self.eval()


def _excite(block):
    """Makes a folded RepVGG block go through its squeeze-excite, which mmpretrain 1.2.0 forgets.

    Its folded block keeps the weights of squeeze-excite and returns without using them, so that the two
    forms of one network disagree. A reader has to do what the training form does.
    """
    base = type(block)

    def forward(self, x):
        return self.act(self.se_layer(self.branch_reparam(x)))

    names = {"__module__": base.__module__, "__qualname__": base.__qualname__}
    block.__class__ = type(base.__name__, (base,), {"forward": forward} | names)


def repvgg(classes, ratio=None):
    """Widths 6, 8, 12, 20, 24 in depths 1, 1, 2, 1, 1; squeeze-excite by `ratio`; two groups at block 2."""
    arch = dict(
        num_blocks=[1, 2, 1, 1],
        width_factor=[1, 0.75, 0.625, 0.375],
        group_layer_map={2: 2},
        se_cfg=dict(ratio=ratio, divisor=1) if ratio else None,
        stem_channels=6,
    )
    made = _backbone("repvgg").RepVGG(arch, base_channels=8)
    return Classifier(made, 24, classes)


def mobileone(classes):
    """Widths 16, 16, 18, 20, 24 with two branches; squeeze-excite in the last pair of the last stage."""
    arch = dict(
        num_blocks=[1, 2, 1, 1],
        width_factor=[0.25, 18 / 128, 20 / 256, 24 / 512],
        num_conv_branches=[2, 2, 1, 2],
        num_se_blocks=[0, 0, 0, 1],
    )
    made = _backbone("mobileone").MobileOne(
        arch, se_cfg=dict(ratio=4, divisor=1)
    )
    return Classifier(made, 24, classes)
