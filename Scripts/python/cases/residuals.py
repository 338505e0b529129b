"""QARepVGG whose channels agree: no tensor tells whether the input itself is added."""

from torch import nn

from .blocks import Net, QARepVGGBlock, SuperGradientsQABlock
from .book import publish


def write(book):
    book.kind = "the input itself"
    undecided(book)
    pickled(book)


def undecided(book):
    condition = ["the input itself"]
    for name, about, path, block, epsilon in (
        ("qarepvgg", "super-gradients", "backbone.b", SuperGradientsQABlock, 1e-5),
        ("yolov6-qarepvgg", "YOLOv6", "backbone.ERBlock_2.1.conv1", QARepVGGBlock, 1e-3),
    ):
        parts = {path: block(3, 3, eps=epsilon, identity=False)}
        book.blocks(
            f"{name}-no-residual",
            f"{about}: built without the residual",
            parts,
            options={"identity": "no"},
            conditions=condition,
        )
        added = {path: block(3, 3, eps=epsilon)}
        added[path].load_state_dict(parts[path].state_dict())
        book.again(
            f"{name}-residual",
            f"{about}: the same tensors, built with it",
            f"{name}-no-residual.safetensors",
            added,
            options={"identity": "yes"},
            conditions=condition,
        )
    book.blocks(
        "qarepvgg-wider",
        "other channels: nothing can be added, and nothing is doubtful",
        {"backbone.b": SuperGradientsQABlock(3, 4)},
    )
    book.blocks(
        "qarepvgg-no-placeholder",
        "the residual, and no folded convolution beside it",
        {"backbone.b": SuperGradientsQABlock(3, 3, placeholder=False)},
        options={"identity": "yes"},
        conditions=condition,
    )


def pickled(book):
    network = publish(Net, "models.qarepvgg")
    for name, block, identity, about in (
        ("qarepvgg-module-residual", QARepVGGBlock, True, "rbr_identity is a module"),
        ("qarepvgg-module-no-residual", QARepVGGBlock, False, "rbr_identity is None"),
        ("sg-qarepvgg-module-no-residual", SuperGradientsQABlock, False, "identity is None"),
    ):
        block = publish(block, "models.qarepvgg", "QARepVGGBlock")
        made = network(block, identity=identity, activation=nn.ReLU)
        book.network(name, f"pickled: {about}", made, activation="relu")
    flagged = publish(FlaggedBlock, "models.qarepvgg", "QARepVGGBlock")
    made = network(flagged, activation=nn.ReLU)
    about = "pickled: no child identity, use_residual_connection is true"
    book.network("sg-qarepvgg-module-flag", about, made, activation="relu")
    for name, about, block, identity in (
        ("residual", "identity is a module", SuperGradientsQABlock, True),
        ("no-flag", "no child identity, the flag is false", FlaggedBlock, False),
    ):
        block = publish(block, "models.qarepvgg", "QARepVGGBlock")
        made = block(2, 2, identity=identity, activation=nn.ReLU())
        book.pickled_block(f"sg-qarepvgg-block-{name}", about, made, activation="relu")


class FlaggedBlock(SuperGradientsQABlock):
    """Without a child for the identity: a flag alone says whether the input is added."""

    branches = ("branch_3x3", "branch_1x1")

    def __init__(self, *arguments, **settings):
        super().__init__(*arguments, **settings)
        del self.identity

    def _outputs(self, x):
        yield from super()._outputs(x)
        if self.use_residual_connection:
            yield x
