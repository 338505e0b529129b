"""Names that would do something to a terminal, where a file can have them."""

import torch

from .blocks import RepVGGBlock
from .classifier import network, prefixed
from .rvg_files import average, document

TITLE = "\x1b]0;PWNED\x07"
COLOR = "\x1b[31mRED\x9b1m"


def write(book):
    book.kind = "hostile names"
    for name, about, prefix in (
        ("escape-names", "escapes", "a\x1b[31m\x07\x1b]0;pwned\x07.b"),
        (
            "escape-bidi",
            "right to left, isolates, a zero-width space",
            "a\u202egpj.\u2066b\u2069.c\u200b",
        ),
        ("escape-newline", "line ends of every kind", "a\nb.c\r\nd.\u2028e"),
        ("escape-c1", "controls of eight bits, and a delete", "a\x85.\x9b2J.\x7fb"),
        ("escape-null", "a zero byte and spaces", "a\x00b. .c"),
    ):
        book.blocks(name, f"{about} in a block's name", {prefix: RepVGGBlock(2, 2)})
    words = f"{TITLE}{COLOR}."
    network(book, "escape-prefix", "in a common prefix", prefixed(words), wrapper=words)
    key = f"{TITLE}{COLOR}"
    network(book, "escape-set-name", "in a set's name", wrap=lambda it: {key: it}, set=key)
    odd = {f"decoder.{TITLE}w": torch.zeros(1), "decoder.\u202ew\n": torch.zeros(2)}
    parts = {"backbone.a": RepVGGBlock(2, 2)}
    book.blocks("escape-opaque", "in tensors that belong to no block", parts, odd, opaque=list(odd))
    for name, label in (
        ("escape-metadata", "x\x1b]0;PWNED\x07\x1b[2J"),
        ("escape-metadata-bidi", "x\u202e\n\x9b1m"),
    ):
        file = f"{name}.rvg"
        book.save(file, document(label, [average()]))
        book.case(
            name, "in the network's name, which only the file's metadata tell", file, classes=1
        )
