"""Starts a peer; of several configurations, the one that is fastest in a short trial."""

import statistics

from harness import catalogue
from harness.engine import Engine, Unavailable, call
from harness.rounds import Rounds

ROUNDS, RUNS = 6, 2


def prepare(peer, base):
    """Has the peer convert the model into its own format, unless that was done in an earlier run."""
    done = base.with_name(f"{base.name}.{peer.name}.prepared")
    if not done.exists():
        call(catalogue.module(f"peers.{peer.name}", "--prepare", base))
        done.touch()


def logits(peer, base, configuration):
    return base.with_name(f"{base.name}.{peer.name}-{configuration}.npy")


def start(peer, base, task, cores, shuffle):
    """The engine of the fastest configuration, and a line about the others."""
    candidates, failures = [], {}
    for name in peer.configurations:
        file = logits(peer, base, name)
        command = catalogue.peer_command(peer, name, base, task.threads, file)
        try:
            candidates.append(Engine(name, command, cores))
        except Unavailable as error:
            failures[name] = str(error)
    medians = {}
    if len(candidates) > 1:
        rounds = Rounds().run(candidates, ROUNDS, RUNS, shuffle)
        failures.update(rounds.failures)
        for engine in candidates:
            if engine.name not in failures:
                times = [round_[engine.name] for round_ in rounds.undisturbed()]
                medians[engine.name] = statistics.median(times)
    alive = [engine for engine in candidates if engine.name not in failures]
    fastest = min(alive, key=lambda engine: medians.get(engine.name, 0), default=None)
    for engine in candidates:
        if engine is not fastest:
            engine.close()
    if fastest is None:
        raise Unavailable("; ".join(failures.values()))
    words = [f"{name} {median:.1f} ms" for name, median in medians.items()]
    words += [f"{name} not available: {why}" for name, why in failures.items()]
    return fastest, ", ".join(words)
