"""Real QARepVGG blocks of super-gradients in a small net of ours."""

from torch import nn

from .foreign import load


class Net(nn.Module):
    """`stem`, `stages.N.blocks.M` of QARepVGG blocks and an opaque `neck`."""

    def __init__(self, identity=True, alpha=False):
        super().__init__()
        # The package's list of modules is not loaded; the block takes this one from it, for a hint only.
        package = load("super_gradients.modules.repvgg_block")
        import super_gradients.modules as modules

        modules.RepVGGBlock = package.RepVGGBlock
        block = load("super_gradients.modules.qarepvgg_block").QARepVGGBlock

        def made(inputs, outputs, stride=1):
            same = inputs == outputs and stride == 1 and identity
            return block(
                inputs, outputs, stride, use_residual_connection=same, use_alpha=alpha
            )

        def stage(inputs, outputs):
            holder = nn.Module()
            holder.blocks = nn.Sequential(made(inputs, outputs, 2), made(outputs, outputs))
            return holder

        self.stem = made(3, 6, 2)
        self.stages = nn.ModuleList([stage(6, 10), stage(10, 14)])
        self.neck = nn.Conv2d(14, 12, 1)

    def forward(self, x):
        x = self.stem(x)
        for stage in self.stages:
            x = stage.blocks(x)
        return self.neck(x)


def fused(network, full):
    """Folds by the package's own code, in place: the branches alone, or the norm after them too."""
    for module in list(network.modules()):
        if hasattr(module, "partial_fusion"):
            module.full_fusion() if full else module.partial_fusion()
    return network.eval()
