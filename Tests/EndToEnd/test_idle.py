"""Nothing wakes when nothing moves."""

import time

from harness import equal, eventually, test
from processes import context_switches, cpu_ticks
from program import keys_for
from pseudo_terminal import PseudoTerminal

SECONDS = 3


def is_idle(terminal):
    """Watches for some seconds; the pair of switches and ticks that they cost."""
    terminal.quiet()
    def calm():
        before = context_switches(terminal.pid)
        terminal.quiet(0.2)
        return context_switches(terminal.pid) == before
    eventually(calm, "threads still wake each other", seconds=5)
    before = (context_switches(terminal.pid), cpu_ticks(terminal.pid))
    time.sleep(SECONDS)
    after = (context_switches(terminal.pid), cpu_ticks(terminal.pid))
    return tuple(b - a for a, b in zip(before, after))


@test
def resting_costs_nothing():
    """Three idle seconds cost no context switch and no processor time."""
    with PseudoTerminal(measures=True) as terminal:
        equal(is_idle(terminal), (0, 0), "context switches and ticks")


@test
def paused_engine_costs_nothing():
    """After the engine ran and was paused, three seconds cost nothing either."""
    with PseudoTerminal(measures=True) as terminal:
        terminal.type(keys_for("live") + "p")
        terminal.read_until(b"engine runs")
        terminal.type("p")
        equal(is_idle(terminal), (0, 0), "context switches and ticks")
