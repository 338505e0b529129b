"""Classifiers of other names and shapes, and none."""

import torch

from .classifier import network


def renamed(words, keep=lambda name: True):
    """The classifier's tensors under `words`, as far as `keep` says."""

    def change(tensors):
        moved = type(tensors)()
        for name, value in tensors.items():
            if not name.startswith("linear."):
                moved[name] = value
            elif keep(name):
                moved[words + name.removeprefix("linear.")] = value
        return moved

    return change


def changed(**values):
    """A classifier with other tensors; `None` takes one out."""

    def change(tensors):
        tensors = type(tensors)(tensors)
        for leaf, make in values.items():
            value = make(tensors[f"linear.{leaf}"]) if make else None
            if value is None:
                del tensors[f"linear.{leaf}"]
            else:
                tensors[f"linear.{leaf}"] = value
        return tensors

    return change


def write(book):
    book.kind = "another head"
    for name, words in (
        ("head-sequential", "linear.1."),
        ("head-fc", "fc."),
        ("head-head-fc", "head.fc."),
        ("head-classifier", "classifier.3."),
        ("head-cls-head", "cls_head.fc."),
    ):
        network(book, name, f"the classifier is called {words[:-1]}", renamed(words))
    network(book, "head-no-bias", "no bias", changed(bias=None))
    network(
        book,
        "head-fc-no-bias",
        "another name and no bias",
        renamed("fc.", lambda name: name.endswith("weight")),
    )
    book.kind = "no head, or one that is not read"
    none = {"classes": None}
    network(book, "head-none", "a backbone", changed(weight=None, bias=None), **none)
    network(
        book,
        "complex-head",
        "a complex classifier: the blocks open, the message names the type",
        changed(weight=lambda it: torch.complex(it, -it)),
        opaque=["linear.weight", "linear.bias"],
        warnings=["linear.weight", "complex64"],
        **none,
    )
    network(
        book,
        "head-wrong-width",
        "a classifier of other features, from another network",
        changed(weight=lambda it: torch.cat([it, it], 1)),
        opaque=["linear.weight", "linear.bias"],
        warnings=["linear.weight"],
        **none,
    )
    network(
        book,
        "head-float8",
        "a classifier in eight bits",
        changed(weight=lambda it: it.to(torch.float8_e4m3fn)),
        opaque=["linear.weight", "linear.bias"],
        warnings=["linear.weight"],
        **none,
    )
    network(
        book,
        "head-two",
        "two maps that fit: neither is taken for the classifier by its shape",
        renamed("color."),
        extra={
            "shape.weight": torch.full((5, 2), 0.25),
            "shape.bias": torch.zeros(5),
        },
        opaque=["color.weight", "color.bias", "shape.weight", "shape.bias"],
        **none,
    )
