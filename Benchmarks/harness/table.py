"""The Markdown of one table."""

import datetime
import os
import statistics

from harness import catalogue, machine, numbers

HEAD = (
    "| engine | median ms | min ms | times ours | 95 % | logits off by | load ms | peak MB | empty MB |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
)
NOTES = """\
A turn is one inference that is not counted and {runs} that are; its time is the least of them. *median* and
*min* are over the turns, *times ours* is the median over rounds of the ratio inside a round, *95 %* its
bootstrap interval. *logits off by* is the largest difference from float64 relative to the largest logit.
*load* runs from opening the model to the first logits (ours: a whole process of `run`). *peak* is the most
memory the process had resident, *empty* what it had before it opened the model (Python and libraries).
"""

BRANCHES = (
    "ours, fused: norms folded into the branches and sums fused (`--branches fused`); as written: every norm "
    "and sum a step of its own, as `run` does, so load and logits of both are those of `run`"
)


def row(name, result, rounds):
    if result.reason:
        return f"| {result.title} | not available: {result.reason} |" + " |" * 7
    times = numbers.of_engine(rounds, name)
    cells = [result.title, f"{statistics.median(times):.2f}", f"{min(times):.2f}"]
    if name == catalogue.OURS:
        cells += ["1", ""]
    else:
        ratios = numbers.ratios(rounds, name, catalogue.OURS)
        low, high = numbers.interval(ratios)
        cells += [f"{statistics.median(ratios):.2f}", f"{low:.2f}–{high:.2f}"]
    cells += [f"{result.error:.1e}", f"{result.load_ms:.0f}", f"{result.peak_mb:.0f}"]
    cells += [f"{result.empty_mb:.0f}" if result.empty_mb else "0"]
    return f"| {' | '.join(cells)} |"


def order(results, rounds):
    """Ours first, then the peers from the fastest to the slowest, then those that are not available."""

    def key(name):
        if name == catalogue.OURS:
            return (0, 0)
        if results[name].reason:
            return (2, 0)
        return (1, statistics.median(numbers.ratios(rounds, name, catalogue.OURS)))

    return sorted(results, key=key)


def conditions(experiment, runs, command):
    """The list above the table: everything that one must know to repeat it."""
    task, rounds = experiment.task, experiment.rounds
    packages = [package for peer in experiment.peers for package in peer.packages]
    versions = [experiment.version, *map(catalogue.version, packages)]
    disturbed, whole = sum(rounds.disturbed), len(rounds.times)
    kept = "left out" if len(rounds.undisturbed()) < whole else "kept, as they are too many"
    words = f", {disturbed} of them disturbed by other work and {kept}" if disturbed else ""
    lines = [
        f"date: {datetime.date.today()}",
        f"machine: {machine.description()}",
        f"versions: {'; '.join(versions)}",
        f"command: `{command}`",
        f"bound to processors {experiment.cores} of {os.cpu_count()} with taskset",
        f"load before and after: {experiment.load_before:.2f}, {experiment.load_after:.2f}",
        f"rounds: {whole}, of {runs} counted inferences for each engine{words}",
    ]
    for name, result in experiment.results.items():
        lines += [f"{name} in a trial: {result.trial}"] if result.trial else []
    if rounds.awake():
        lines.append(f"did not sleep between turns: {', '.join(rounds.awake())}")
    if catalogue.OURS_AS_WRITTEN in experiment.results:
        lines.append(BRANCHES)
    if task.algorithm:
        lines.append(f"algorithm of ours: {task.algorithm} (its logits: those of the default)")
    return [f"- {line}" for line in lines]


def markdown(experiment, runs, command):
    task, results = experiment.task, experiment.results
    rounds = experiment.rounds.undisturbed()
    threads = f"{task.threads} thread{'s' if task.threads > 1 else ''}"
    lines = [f"# RepVGG-{task.net}, {task.form} form, {task.input}, float32, {threads}", ""]
    lines += [*conditions(experiment, runs, command), "", *HEAD]
    lines += [row(name, results[name], rounds) for name in order(results, rounds)]
    return "\n".join(lines) + "\n\n" + NOTES.format(runs=runs)
