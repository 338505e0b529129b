"""Ways in which a program that trains may write over its last checkpoint."""

import os
import pathlib


def cut_in_half(path, new):
    """What a writer does first, or what is left when its disk is full."""
    os.truncate(path, os.path.getsize(path) // 2)


def emptied(path, new):
    """What a writer does that opens the file anew."""
    os.truncate(path, 0)


def rewritten(path, new):
    """Truncated and written again, with the same size in the end."""
    with open(path, "wb") as file:
        file.write(new)


def overwritten(path, new):
    """Written over in place: at no time has it another size."""
    with open(path, "r+b") as file:
        file.write(new)


def grown(path, new):
    """More is written behind its end."""
    with open(path, "ab") as file:
        file.write(b"\0" * 4096)


def torn(path, new):
    """Half of it is already the new one."""
    with open(path, "r+b") as file:
        file.seek(len(new) // 2)
        file.write(new[len(new) // 2:])


# Everything that touches the file itself.
IN_PLACE = [cut_in_half, emptied, rewritten, overwritten, grown, torn]


def replaced(path, new):
    """Another file takes the name, as careful writers do it; the old one stays as it is."""
    beside = path + ".new"
    pathlib.Path(beside).write_bytes(new)
    os.rename(beside, path)


def removed(path, new):
    """The name is gone; the file stays for who has it open."""
    os.remove(path)


# What leaves the file itself alone.
BESIDE = [replaced, removed]
