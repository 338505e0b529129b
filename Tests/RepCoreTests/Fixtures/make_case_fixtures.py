#!/usr/bin/env python3
"""Writes small files as users have them, each with a trap, and their right values.

    "$(Scripts/python-env)" Tests/RepCoreTests/Fixtures/make_case_fixtures.py [OUTPUT_FOLDER]

Seeded; needs only torch, numpy and safetensors. README.md beside this script says what cases.json tells of
each file. Right values come from impulses through the modules in float64, never from a formula of folding.
"""

import argparse
import pathlib
import sys
import warnings

import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "Scripts" / "python"))

from cases import (  # noqa: E402
    absent,
    beside,
    damage,
    epsilons,
    factors,
    heads,
    hostile,
    modules,
    names,
    residuals,
    rvg_files,
    strangers,
    windows,
    wrappings,
)
from cases.book import Book  # noqa: E402

KINDS = (
    names,
    factors,
    epsilons,
    residuals,
    modules,
    absent,
    windows,
    heads,
    wrappings,
    beside,
    damage,
    hostile,
    strangers,
    rvg_files,
)
LARGEST = 1_200_000


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE / "cases")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "cases.json").exists():
        for old in folder.iterdir():
            old.unlink()
    assert not any(folder.iterdir()), f"{folder} holds something else"
    torch.set_num_threads(1)
    # A constructor draws from the common source; every value that is written has a source of its own.
    torch.manual_seed(0)
    warnings.filterwarnings("ignore", category=UserWarning)
    book = Book(folder)
    for kind in KINDS:
        kind.write(book)
    book.finish()
    total = sum(it.stat().st_size for it in folder.iterdir())
    print(f"{len(book.cases)} cases in {len(list(folder.iterdir()))} files, {total} bytes")
    assert total < LARGEST


if __name__ == "__main__":
    main()
