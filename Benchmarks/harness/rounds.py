"""Rounds: in each, every engine has one turn, in shuffled order."""

import os
import random
import time

from harness import machine
from harness.engine import Unavailable

# OpenMP threads, and those of ONNX Runtime, spin for some milliseconds after their last work. Telling
# them not to would slow them down, so the next turn waits until they sleep.
SECONDS_BETWEEN_TURNS = 0.05
# A round in which others took more of the processors than this is disturbed.
SHARE_OF_OTHERS = 0.05


class Rounds:
    """The turns of some engines, round by round, and what went on beside them."""

    def __init__(self):
        self.times, self.disturbed, self.failures = [], [], {}
        self.waking = {}

    def run(self, engines, rounds, runs, shuffle):
        """Has all engines take turns. One that fails is left out from then on."""
        engines = list(engines)
        for _ in range(rounds):
            start, busy = time.perf_counter(), machine.busy_seconds()
            own = sum(engine.cpu_seconds() for engine in engines)
            times = {}
            for engine in shuffle.sample(engines, len(engines)):
                time.sleep(SECONDS_BETWEEN_TURNS)
                try:
                    times[engine.name] = self.turn(engine, engines, runs)
                except Unavailable as error:
                    self.failures[engine.name] = str(error)
            own = sum(engine.cpu_seconds() for engine in engines) - own
            room = (time.perf_counter() - start) * os.cpu_count()
            others = machine.busy_seconds() - busy - own
            self.disturbed.append(others > SHARE_OF_OTHERS * room)
            self.times.append(times)
            engines = [engine for engine in engines if engine.name not in self.failures]
        return self

    def turn(self, engine, engines, runs):
        """One turn; meanwhile the others should not work at all, and it is noted how much they do."""
        idle = [other for other in engines if other is not engine]
        before = [other.cpu_seconds() for other in idle]
        start = time.perf_counter()
        least = engine.turn(runs)
        seconds = time.perf_counter() - start
        for other, cpu in zip(idle, before):
            worked, whole = self.waking.get(other.name, (0, 0))
            self.waking[other.name] = (worked + other.cpu_seconds() - cpu, whole + seconds)
        return least

    def undisturbed(self):
        """The rounds that count: those without disturbance, or all if fewer than half are so."""
        quiet = [times for times, others in zip(self.times, self.disturbed) if not others]
        return quiet if 2 * len(quiet) >= len(self.times) else self.times

    def awake(self):
        """The engines that worked more than a hundredth of the time while others had their turn."""
        return [name for name, (worked, whole) in self.waking.items() if worked > 0.01 * whole]


def generator(seed=0):
    return random.Random(seed)
