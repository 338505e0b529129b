"""One table: a network, a form and a number of threads, on all engines."""

import os
import pathlib
import random
import time

import numpy
from safetensors.numpy import load_file

from harness import catalogue, machine, trial
from harness.engine import Engine, Unavailable, call
from harness.rounds import Rounds
from harness.task import Result


class Experiment:
    """Runs a task; afterwards `results` and `rounds` hold what was found out, by name of the engine."""

    def __init__(self, task, program, peers, work):
        self.task, self.program, self.peers = task, program, peers
        self.base = pathlib.Path(work).resolve() / task.model
        self.cores = machine.cores(task.threads)
        self.results, self.engines, self.rounds = {}, [], Rounds()
        self.shuffle = random.Random(0)

    def run(self, rounds, runs):
        self.make_model()
        self.version = catalogue.program_version(self.program)
        self.warm_ours()
        self.load_before = os.getloadavg()[0]
        try:
            self.start_ours()
            for peer in self.peers:
                self.start_peer(peer)
            self.rounds.run(self.engines, rounds, runs, self.shuffle)
            if catalogue.OURS in self.rounds.failures:
                raise Unavailable(self.rounds.failures[catalogue.OURS])
            for engine in self.engines:
                result = self.results[engine.name]
                result.reason = self.rounds.failures.get(engine.name, "")
                result.peak_mb = 0 if result.reason else engine.peak_mb()
        finally:
            for engine in self.engines:
                engine.close()
        if self.version != catalogue.program_version(self.program):
            raise Unavailable("the program was built anew meanwhile; measure again")
        self.load_after = os.getloadavg()[0]
        return self

    def make_model(self):
        """Makes the files of the network, unless they are there from an earlier run."""
        done = self.base.with_name(self.base.name + ".made")
        if not done.exists():
            done.parent.mkdir(parents=True, exist_ok=True)
            fixed = ["--batch", self.task.batch, "--size", self.task.size]
            call(catalogue.module("models.make", self.task.net, self.task.form, self.base, *fixed))
            done.touch()
        self.reference = numpy.load(f"{self.base}.reference.npy")

    def error(self, logits):
        """The largest difference from the logits in float64, relative to the largest of those."""
        if logits.shape != self.reference.shape:
            raise Unavailable(f"its logits have the shape {logits.shape}")
        return numpy.abs(logits - self.reference).max() / numpy.abs(self.reference).max()

    def warm_ours(self):
        """Has our program measure its plans, and keep them, while no other engine is loaded."""
        for branches in catalogue.our_branches(self.task.form).values():
            call([*self.our_bench(branches), "--runs", "1"], self.cores)

    def our_bench(self, branches):
        model = f"{self.base}.safetensors"
        return catalogue.our_bench(self.program, model, self.task, branches)

    def start_ours(self):
        """Our load time is that of the whole of `run`, from its start until the logits are written."""
        logits = f"{self.base}.ours.safetensors"
        command = catalogue.our_run(self.program, self.base, self.task, logits)
        start = time.perf_counter()
        call(command, self.cores)
        load_ms = (time.perf_counter() - start) * 1e3
        error = self.error(load_file(logits)["logits"])
        for name, branches in catalogue.our_branches(self.task.form).items():
            title = f"{name}, {branches}" if branches == "fused" else name
            self.results[name] = Result(title, load_ms=load_ms, error=error)
            self.engines.append(Engine(name, [*self.our_bench(branches), "--paced"], self.cores))

    def start_peer(self, peer):
        result = self.results[peer.name] = Result(peer.title)
        try:
            trial.prepare(peer, self.base)
            engine, result.trial = trial.start(
                peer, self.base, self.task, self.cores, self.shuffle
            )
            configuration, engine.name = engine.name, peer.name
            self.engines.append(engine)
            if len(peer.configurations) > 1:
                result.title += f" ({configuration})"
            result.load_ms, result.empty_mb = engine.said["load_ms"], engine.said["empty_mb"]
            logits = numpy.load(trial.logits(peer, self.base, configuration))
            result.error = self.error(logits)
        except Unavailable as error:
            result.reason = str(error)
