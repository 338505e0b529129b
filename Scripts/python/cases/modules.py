"""What pickled modules say of themselves: activations, padding, layers inside, strides, dilation, groups."""

from torch import nn

from .blocks import Blur, Net, RepConv, RepVGGBlock
from .book import publish
from .values import season


def network(**settings):
    """A classifier of published classes."""
    block = publish(RepVGGBlock, "models.repvgg")
    return publish(Net, "models.repvgg")(block, **settings)


def write(book):
    activations(book)
    paddings(book)
    layers(book)
    geometry(book)
    classes(book)


def activations(book):
    book.kind = "a pickled activation"
    for name, make, word in (
        ("leaky-module", lambda: nn.LeakyReLU(0.1, inplace=True), "leaky-relu=0.1"),
        ("leaky-default-module", nn.LeakyReLU, "leaky-relu=0.01"),
        ("relu6-module", nn.ReLU6, "relu6"),
        ("hardswish-module", nn.Hardswish, "hardswish"),
        ("silu-module", nn.SiLU, "silu"),
        ("identity-module", nn.Identity, "none"),
    ):
        book.network(
            name, "the activation of every block", network(activation=make), activation=word
        )
    book.network(
        "no-activation-module",
        "no child is an activation: there is none, or the code calls a function",
        network(activation=None),
        options={"activation": "none"},
        conditions=["ReLU"],
    )
    about = "an activation that the engine lacks: folds and does not run"
    for name, activation in (("gelu-block", nn.GELU()), ("prelu-block", nn.PReLU(2))):
        block = publish(RepVGGBlock, "models.repvgg")(2, 2, activation=activation)
        word = type(activation).__name__
        facts = {"runs": False, "obstacle": word, "activation": word}
        book.pickled_block(name, about, block, **facts)
    mixed = network(activation=nn.ReLU)
    mixed.stage1[0].nonlinearity = nn.SiLU()
    told = {"stage0": "relu", "stage1.0": "silu"}
    book.network("mixed-module", "another activation in the last block", mixed, activation=told)


def paddings(book):
    book.kind = "a pickled padding mode"
    about = "folds, since only the border differs, and does not run"
    made = network(padding_mode="reflect")
    book.network("reflect-module", about, made, runs=False, obstacle="reflect")
    for mode in ("replicate", "circular"):
        block = publish(RepVGGBlock, "models.repvgg")(2, 2, padding_mode=mode)
        book.pickled_block(f"{mode}-block", about, block, runs=False, obstacle=mode)
    one = network()
    one.stage1[0].rbr_dense.conv = nn.Conv2d(2, 2, 3, 1, 1, bias=False, padding_mode="reflect")
    about = "one block of two has it"
    book.network("reflect-one-module", about, one, runs=False, obstacle="reflect")


def layers(book):
    book.kind = "a pickled layer inside a block"
    about = "a Dropout, which does nothing at inference"
    book.network("dropout-module", about, network(drop=lambda: nn.Dropout(0.2)), activation="relu")
    blur = publish(Blur, "models.blur")
    about = "a layer that nobody knows behind the activation: folds and does not run"
    book.network("blur-module", about, network(blur=blur), runs=False, obstacle="Blur")
    about = "a layer that everybody knows, where no block has one"
    pool = publish(RepVGGBlock, "models.repvgg")(2, 2, blur=nn.MaxPool2d(2))
    book.pickled_block("pool-block", about, pool, runs=False, obstacle="MaxPool2d")


def geometry(book):
    book.kind = "pickled strides, dilation, groups"
    book.network(
        "strides-second-module",
        "stride 2 in the stage's second block, 1 in its first",
        network(strides=(1, 1, 2)),
        strides=[1, 1, 2],
    )
    book.network("strides-stem-module", "stride 1, then 2", network(strides=(1, 2)), strides=[1, 2])
    dilated = network(dilation=2)
    book.network("dilation-module", "dilation 2 in every 3x3", dilated)
    block = publish(RepVGGBlock, "models.repvgg")
    grouped = network(width=4)
    grouped.stage1[0] = block(4, 4, groups=2, activation=nn.ReLU())
    book.network("groups-module", "one group, then two", grouped)
    book.pickled_block("groups-block", "a depthwise block", block(4, 4, groups=4))
    book.pickled_block("eps-block", "an epsilon of 1e-2 in every norm", block(2, 2, eps=1e-2))


def classes(book):
    """Names that could as well follow one another, where the class tells that they do not."""
    book.kind = "a pickled class that tells"
    for name, second, epsilon in (("RepConvN", "bn", 1e-3), ("RepVggBlock", "norm", 1e-5)):
        block = publish(RepConv, "models.common", name)
        held = nn.Sequential(
            block(3, 4, eps=epsilon, second=second, activation=nn.SiLU()),
            block(4, 4, eps=epsilon, second=second, activation=nn.SiLU()),
        )
        season(held, name)
        file = f"{name.lower()}-module.pth"
        book.save(file, held)
        about = f"conv1 and conv2 in a {name}, under no detector's path"
        book.again(f"{name.lower()}-module", about, file, {"": held}, activation="silu")
