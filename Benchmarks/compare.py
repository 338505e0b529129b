#!/usr/bin/env python3
"""The engine against PyTorch, ONNX Runtime, OpenVINO, ncnn and MNN: same weights, same input, float32.

    swift build -c release --product repvgg-tui
    "$(Scripts/bench-env)" Benchmarks/compare.py --nets A0,B0 --forms deploy --threads 1,2

One process for each engine, bound to the same processors and driven over pipes. In each round every engine
has one turn, in shuffled order, of one inference that is not counted and `--runs` that are. What is compared
is the median over rounds of the ratio inside a round, so that a neighbour on the machine who slows one round
down slows all engines. The logits of all are compared with float64. Each network, form and number of threads
gives one table in --out-dir.
"""

import argparse
import sys
from itertools import product

from harness import catalogue
from harness.engine import Unavailable
from harness.experiment import Experiment
from harness.options import add_common, counts, names, resolved
from harness.table import markdown
from harness.task import Task

NETS = "A0,B0,B1,B1g4,D2se"
LARGEST_ERROR = 1e-4


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--nets", type=names, default=NETS, help=f"default {NETS}")
    add("--forms", type=names, default="deploy,train", help="default deploy,train")
    add("--threads", type=counts, default="1,2", help="default 1,2")
    add("--rounds", type=int, default=30, help="turns of every engine (default 30)")
    add("--runs", type=int, default=4, help="counted inferences in a turn (default 4)")
    add("--batch", type=int, default=1, help="pictures at once (default 1)")
    add("--size", type=int, default=224, help="height and width of the input (default 224)")
    add("--algorithm", default="", help="forced on every convolution of our engine")
    add("--peers", type=names, default=",".join(catalogue.PEERS), help="default: all")
    add_common(parser)
    chosen = resolved(parser)
    for peer in chosen.peers:
        if peer not in catalogue.PEERS:
            parser.error(f"no peer '{peer}'; there are {', '.join(catalogue.PEERS)}")
    return chosen


def command(chosen, task):
    """The command that makes one table anew, without paths of this machine."""
    words = [f"compare.py --nets {task.net} --forms {task.form} --threads {task.threads}"]
    words.append(f"--rounds {chosen.rounds} --runs {chosen.runs} --peers {','.join(chosen.peers)}")
    words += [f"--batch {task.batch}"] if task.batch != 1 else []
    words += [f"--size {task.size}"] if task.size != 224 else []
    words += [f"--algorithm {task.algorithm}"] if task.algorithm else []
    return " ".join(words)


def measure(chosen, task):
    """Writes the table of one task; returns whether our engine ran and its logits were right."""
    peers = [catalogue.PEERS[name] for name in chosen.peers]
    experiment = Experiment(task, chosen.program, peers, chosen.work)
    try:
        experiment.run(chosen.rounds, chosen.runs)
    except Unavailable as error:
        print(f"compare: no table {task.table}: {error}", file=sys.stderr)
        return False
    text = markdown(experiment, chosen.runs, command(chosen, task))
    (chosen.out_dir / f"{task.table}.md").write_text(text)
    print(text, flush=True)
    return experiment.results[catalogue.OURS].error <= LARGEST_ERROR


def main():
    chosen = options()
    chosen.out_dir.mkdir(parents=True, exist_ok=True)
    rest = (chosen.batch, chosen.size, chosen.algorithm)
    tasks = [
        Task(net, form, threads, *rest)
        for net, form, threads in product(chosen.nets, chosen.forms, chosen.threads)
    ]
    return 0 if all([measure(chosen, task) for task in tasks]) else 1


if __name__ == "__main__":
    sys.exit(main())
