"""Every signal that ends the explorer leaves the terminal as it was, and is what the parent sees."""

import ctypes
import os
import signal
import subprocess
import threading
import time

from harness import check, equal, eventually, test
from preload import OVERFLOW, SLOW_CRASH, preloaded
from program import BINARY, DIGITS, keys_for, environment
from pseudo_terminal import PseudoTerminal

# Whatever by default ends a process and can be caught.
ENDING = [
    signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT,
    signal.SIGBUS, signal.SIGFPE, signal.SIGUSR1, signal.SIGSEGV, signal.SIGUSR2, signal.SIGPIPE,
    signal.SIGALRM, signal.SIGTERM, signal.SIGSTKFLT, signal.SIGXCPU, signal.SIGXFSZ, signal.SIGVTALRM,
    signal.SIGPROF, signal.SIGIO, signal.SIGPWR, signal.SIGSYS, signal.SIGRTMIN, signal.SIGRTMAX,
]


def end_by(number, **options):
    """Opens the explorer, ends it by a signal, and checks what is left."""
    with PseudoTerminal(**options) as terminal:
        terminal.signal(number)
        equal(terminal.wait(seconds=10), -number, f"end by {signal.Signals(number).name}")
        terminal.check_restored(signal.Signals(number).name)


@test
def every_ending_signal_restores_the_terminal():
    """All signals that end a process restore modes and screen, and end the explorer by that signal."""
    for number in ENDING:
        end_by(number)
    return f"{len(ENDING)} signals"


@test
def core_dumping_signals_restore_with_a_crash_reporter():
    """With Swift's own crash handlers at work, which also listen to SIGQUIT, it is the same."""
    for number in [signal.SIGQUIT, signal.SIGSEGV]:
        end_by(number, env=environment(SWIFT_BACKTRACE="enable=yes,interactive=no,color=no"))


@test
def ignored_signals_stay_ignored():
    """SIGINT, SIGHUP, SIGQUIT, SIGTERM and SIGALRM that arrive ignored do not end the explorer."""
    names = ["INT", "HUP", "QUIT", "TERM", "ALRM"]
    line = f"trap '' {' '.join(names)}; exec '{BINARY}' '{DIGITS}'"
    with PseudoTerminal(program=["/bin/sh", "-c", line]) as terminal:
        for name in names:
            terminal.signal(getattr(signal, f"SIG{name}"))
        terminal.quiet(0.1)
        terminal.type("2")
        terminal.read_until(b"Block")
        # An ignored alarm must not end it later either.
        time.sleep(1.2)
        equal(terminal.process.poll(), None, "status while signals are ignored")
        terminal.type("q")
        equal(terminal.wait(), 0, "status")


@test
def one_signal_ends_a_clogged_explorer():
    """A single SIGTERM ends the explorer within seconds although nobody reads what it paints."""
    for number in [signal.SIGTERM, signal.SIGINT, signal.SIGSEGV]:
        with PseudoTerminal() as terminal:
            clog(terminal)
            started = time.monotonic()
            terminal.signal(number)
            eventually(lambda: terminal.process.poll() is not None,
                       f"{number.name} ended an explorer whose terminal is clogged", 4)
            equal(terminal.process.poll(), -number, "how it ended")
            check(time.monotonic() - started < 3, f"it took {time.monotonic() - started:.1f} s")
            import termios
            equal(termios.tcgetattr(terminal.slave), terminal.modes, f"modes after {number.name}")


def clog(terminal):
    """Types until what is painted fills the terminal, and the explorer waits for a reader."""
    os.set_blocking(terminal.master, False)
    for _ in range(400):
        try:
            terminal.type("12345T")
        except BlockingIOError:
            break
        time.sleep(0.001)
    eventually(lambda: "S" in state(terminal.pid), "the explorer waits for its terminal")
    time.sleep(0.2)


def state(pid):
    return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0]


@test
def a_long_measurement_is_ended_by_one_signal_or_given_up():
    """While both forms are measured for minutes, keys work, x gives up, and one SIGTERM ends it within seconds."""
    with PseudoTerminal() as terminal:
        terminal.type(":measure 1000000\r")
        terminal.read_until(b"x gives up")
        terminal.type("2")
        terminal.read_until(b"[2 Block]")
        terminal.type("x")
        terminal.quiet(0.3)
        terminal.type(":measure 1000000\r")
        terminal.read_until(b"x gives up")
        terminal.signal(signal.SIGTERM)
        equal(terminal.wait(seconds=4), -signal.SIGTERM, "end by SIGTERM")
        terminal.check_restored("SIGTERM while measuring")


@test
def overflow_on_a_worker_restores_the_terminal():
    """A stack that overflows on a thread in the background restores the terminal and ends by SIGSEGV."""
    with PseudoTerminal(env=preloaded("overflow", OVERFLOW), wait=False) as terminal:
        equal(terminal.wait(seconds=10), -signal.SIGSEGV, "end by the overflow")
        terminal.check_restored("an overflow on a worker")


@test
def crash_of_a_worker_ends_the_painting():
    """When a worker crashes while the screen is painted, nothing is painted after the screen was left."""
    libc = ctypes.CDLL(None, use_errno=True)
    env = preloaded("slow-crash", SLOW_CRASH)
    for round in range(3):
        with PseudoTerminal(env=env) as terminal:
            terminal.type(keys_for("live") + "p")
            terminal.read_until(b"engine runs")
            typing = threading.Event()
            def type_on():
                while not typing.is_set():
                    try:
                        terminal.type("12345T")
                    except OSError:
                        return
                    time.sleep(0.002)
            os.set_blocking(terminal.master, False)
            typist = threading.Thread(target=type_on)
            typist.start()
            limit = time.monotonic() + 0.2
            while time.monotonic() < limit:
                terminal.read(0.01)
            worker = max(int(task) for task in os.listdir(f"/proc/{terminal.pid}/task"))
            check(worker != terminal.pid, "there is no worker to crash")
            libc.syscall(234, terminal.pid, worker, int(signal.SIGSEGV))
            eventually(lambda: (terminal.read(0.01), terminal.process.poll())[1] is not None,
                       "the crash ended the program")
            typing.set()
            typist.join()
            equal(terminal.wait(), -signal.SIGSEGV, "end by the crash")
            after = terminal.output[terminal.output.rfind(b"\x1b[?1049l"):][len(b"\x1b[?1049l"):]
            check(b"\x1b[" not in after, f"round {round}: painted after the screen was left: {after[:300]!r}")
            check(b"\x1b[?1049l" in terminal.output, "the alternate screen was not left")


@test
def commands_end_by_what_ends_them():
    """Without a terminal, SIGTERM and SIGINT end a command by that signal."""
    for number in [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]:
        process = subprocess.Popen([BINARY, "bench", DIGITS, "--paced"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, env=environment())
        equal(process.stdout.readline(), b"@ready\n", "first line")
        process.send_signal(number)
        equal(process.wait(timeout=5), -number, f"end by {number.name}")
        process.stdin.close()
        process.stdout.close()
