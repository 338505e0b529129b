"""The state_dict of a small classifier, changed in the ways that checkpoints are."""

from collections import OrderedDict

from .blocks import Net
from .book import state
from .values import season

BLOCKS = ("stage0", "stage1.0")


def prefixed(words):
    """A change that puts `words` before every name."""
    return lambda tensors: OrderedDict((f"{words}{key}", it) for key, it in tensors.items())


def network(
    book, name, about, change=lambda it: it, wrap=lambda it: it, wrapper="", extra=None, **facts
):
    """Writes NAME.pth. `change` renames tensors so that `wrapper` stands before every block's name."""
    whole = season(facts.pop("made", None) or Net(), name)
    tensors = change(state({"": whole}) | OrderedDict(extra or {}))
    book.save(f"{name}.pth", wrap(tensors))
    book.again(
        name,
        about,
        f"{name}.pth",
        {"": whole},
        **{
            "blocks": {f"{wrapper}{it}": it for it in BLOCKS},
            "classes": 3,
            "conditions": ["epsilon"],
            "wrapper": wrapper,
            **facts,
        },
    )
