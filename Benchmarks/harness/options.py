"""What the command lines have in common."""

import os
import pathlib

from harness import catalogue

BUILT = catalogue.FOLDER.parent / ".build" / "release" / "repvgg-tui"
PROGRAM = pathlib.Path(os.environ.get("BENCH_PROGRAM", BUILT))


def names(text):
    return [name for name in text.split(",") if name]


def counts(text):
    return [int(name) for name in names(text)]


def add_common(parser):
    add = parser.add_argument
    add("--program", type=pathlib.Path, default=PROGRAM, help="default $BENCH_PROGRAM, or the build")
    add("--work", type=pathlib.Path, default=catalogue.FOLDER / "work", help="where models are kept")
    add("--out-dir", type=pathlib.Path, default=catalogue.FOLDER / "results")


def resolved(parser):
    """What was chosen; ends with a word when there is no program."""
    chosen = parser.parse_args()
    chosen.program = chosen.program.resolve()
    if not chosen.program.exists():
        parser.error("the program is not built; run `swift build -c release` or give --program")
    return chosen
