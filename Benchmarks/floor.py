#!/usr/bin/env python3
"""The engine against the floor of its own algorithms, layer by layer.

    swift build -c release --product repvgg-tui
    Benchmarks/floor.py --nets A0,B1 --threads 1,2

The floor of a layer is the time that the products of its algorithm take at the processor's peak, or its
weights take from memory, whichever is larger; both peaks are measured in between. Needs a C compiler and no
Python packages. Each network and number of threads gives one table in --out-dir.
"""

import argparse
import sys
from itertools import product

from harness import catalogue, floor_table, layers
from harness.engine import Unavailable, call
from harness.options import add_common, counts, names, resolved
from harness.peaks import Peaks
from harness.task import Task

FORM = "deploy"


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nets", type=names, default="A0,B1", help="default A0,B1")
    parser.add_argument("--threads", type=counts, default="1,2", help="default 1,2")
    parser.add_argument("--batch", type=int, default=1, help="pictures at once (default 1)")
    parser.add_argument("--runs", type=int, default=5, help="runs of the program (default 5)")
    add_common(parser)
    return resolved(parser)


def command(chosen, task):
    """The command that makes one table anew, without paths of this machine."""
    batch = f" --batch {task.batch}" if task.batch != 1 else ""
    return f"floor.py --nets {task.net} --threads {task.threads} --runs {chosen.runs}{batch}"


def model(chosen, net):
    """The network with random weights, unless an earlier run made it; times do not depend on weights."""
    file = chosen.work.resolve() / f"{net.lower()}-{FORM}.rvg"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        call([chosen.program, "new", f"RepVGG-{net}", "--form", FORM, "-o", str(file)])
    return file


def measure(chosen, task):
    """Writes the table of one task."""
    file = model(chosen, task.net)
    version = catalogue.program_version(chosen.program)
    peaks = Peaks(task.threads)
    try:
        layers.bench(chosen.program, file, task, ["--runs", "1"])
        runs = []
        for _ in range(chosen.runs):
            peaks.measure()
            runs.append(layers.bench(chosen.program, file, task))
    finally:
        peaks.close()
    if version != catalogue.program_version(chosen.program):
        raise Unavailable("the program was built anew meanwhile; measure again")
    found = layers.layers(runs, layers.shapes(chosen.program, file))
    text = floor_table.markdown(task, version, command(chosen, task), peaks, runs, found)
    (chosen.out_dir / f"{task.table}-floor.md").write_text(text)
    print(text, flush=True)


def main():
    chosen = options()
    chosen.out_dir.mkdir(parents=True, exist_ok=True)
    for net, threads in product(chosen.nets, chosen.threads):
        try:
            measure(chosen, Task(net, FORM, threads, chosen.batch))
        except Unavailable as error:
            print(f"floor: no table of {net} on {threads} threads: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
