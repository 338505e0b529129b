"""The engine against PyTorch eager on RepVGG-A0, deploy form, batch 1, in one run.

    swift build -c release --product repvgg-tui
    "$(Scripts/python-env)" Benchmarks/compare.py [--threads 2] [--rounds 40] [--out FILE]

One process for each engine, driven over pipes. In each round every engine has one turn, in shuffled
order, of one inference that is not counted and `--runs` that are; the turn's value is their minimum.
What is compared is the median over rounds of the ratio inside a round, so that a neighbour on the
machine who slows one round down slows both engines. The logits are compared in the same run.
"""
import argparse
import datetime
import importlib.metadata
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

import torch
from safetensors.torch import load_file, save_file

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "..", ".build", "release", "repvgg-tui")


class Engine:
    """A process that says @ready and then answers a number with that many times."""

    def __init__(self, name, command, threads):
        environment = dict(os.environ, OMP_NUM_THREADS=str(threads))
        self.name, self.turns = name, []
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self.answer("@ready")

    def answer(self, start):
        for line in self.process.stdout:
            if line.startswith(start):
                return line
        sys.exit(f"compare: {self.name} ended before it answered; run it alone to see why")

    def turn(self, runs):
        self.process.stdin.write(f"{runs}\n")
        self.process.stdin.flush()
        self.turns.append(min(json.loads(self.answer("@[")[1:])))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def interval(values, picks=2000):
    """The middle 95 % of medians of samples drawn from `values` with replacement."""
    generator = random.Random(0)
    medians = sorted(
        statistics.median(generator.choices(values, k=len(values))) for _ in range(picks)
    )
    return medians[int(picks * 0.025)], medians[int(picks * 0.975)]


def cpu():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return f"{names[0]}, {os.cpu_count()} processors" if names else platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--out", help="also write the table to this file")
    options = parser.parse_args()
    threads = str(options.threads)
    with tempfile.TemporaryDirectory() as folder:
        model, picture, ours, theirs = (
            os.path.join(folder, name)
            for name in ("a0.rvg", "in.safetensors", "ours.safetensors", "theirs.safetensors")
        )
        new = [PROGRAM, "new", "RepVGG-A0", "--form", "deploy", "--seed", "1", "-o", model]
        subprocess.run(new, check=True, stdout=subprocess.DEVNULL)
        torch.manual_seed(0)
        save_file({"input": torch.randn(1, 3, 224, 224)}, picture)
        run = [PROGRAM, "run", model, "--input", picture, "--threads", threads, "-o", ours]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        eager = [sys.executable, os.path.join(HERE, "eager.py"), model, picture, threads, theirs]
        bench = [PROGRAM, "bench", model, "--threads", threads, "--paced"]
        engines = [
            Engine("repvgg-tui", bench, options.threads),
            Engine("PyTorch eager", eager, options.threads),
        ]
        for _ in range(options.rounds):
            for engine in random.sample(engines, len(engines)):
                # OpenMP threads spin for some milliseconds after their last work. Telling them not
                # to would cost PyTorch half of its speed, so the next turn waits until they sleep.
                time.sleep(0.05)
                engine.turn(options.runs)
        for engine in engines:
            engine.close()
        wanted, found = load_file(theirs)["logits"], load_file(ours)["logits"]
        error = ((wanted - found).abs().max() / wanted.abs().max()).item()
    ratios = [b / a for a, b in zip(engines[0].turns, engines[1].turns)]
    low, high = interval(ratios)
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip()
    lines = [
        "# RepVGG-A0, deploy form, 1x3x224x224, float32",
        "",
        f"- date: {datetime.date.today()}",
        f"- machine: {cpu()}, {platform.system()} {platform.release()}",
        f"- versions: {version}; torch {importlib.metadata.version('torch')}",
        f"- command: compare.py --threads {threads} --rounds {options.rounds} --runs {options.runs}",
        f"- load at the end: {os.getloadavg()[0]:.2f}",
        f"- largest difference of the logits: {error:.1e} of the largest",
        "",
        "| engine | median ms | minimum ms |",
        "| --- | ---: | ---: |",
    ]
    for engine in engines:
        median, least = statistics.median(engine.turns), min(engine.turns)
        lines.append(f"| {engine.name} | {median:.2f} | {least:.2f} |")
    ratio = statistics.median(ratios)
    lines += ["", f"PyTorch eager takes {ratio:.2f} times as long (95 %: {low:.2f} to {high:.2f})."]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if options.out:
        with open(options.out, "w") as file:
            file.write(text)
    return 0 if error <= 1e-4 else 1


if __name__ == "__main__":
    sys.exit(main())
