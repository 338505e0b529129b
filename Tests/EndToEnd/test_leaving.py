"""Every way out leaves the terminal as it was, and tells the parent the truth."""

import os
import signal
import time

from harness import equal, test
from program import BINARY, DIGITS, keys_for
from pseudo_terminal import PseudoTerminal, gone_within


@test
def quitting_restores_the_terminal():
    """q, :q and :quit end with status 0, and Ctrl-C as SIGINT does, in a line after giving that up; the modes are restored."""
    for keys, status in [("q", 0), (":q\r", 0), (":quit\r", 0), ("\x03", -signal.SIGINT),
                         (":se\x03q", 0), ("/x\x03\x03", -signal.SIGINT), ("?qq", 0)]:
        with PseudoTerminal() as terminal:
            terminal.type(keys)
            equal(terminal.wait(), status, f"status after {keys!r}")
            terminal.check_restored(repr(keys))


@test
def signals_restore_the_terminal():
    """SIGTERM, SIGHUP and SIGINT end within a second, by that signal, the modes restored."""
    for number in [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]:
        with PseudoTerminal() as terminal:
            terminal.signal(number)
            equal(terminal.wait(seconds=1), -number, f"end by {number.name}")
            terminal.check_restored(number.name)


@test
def signals_end_a_running_engine_too():
    """With the engine at work on all processors, q and SIGTERM still end within a second."""
    for keys, number in [("q", None), ("", signal.SIGTERM)]:
        with PseudoTerminal() as terminal:
            terminal.type(keys_for("live") + "p")
            terminal.read_until(b"engine runs")
            terminal.type(keys)
            if number:
                terminal.signal(number)
            equal(terminal.wait(seconds=1), -number if number else 0, "status")
            terminal.check_restored("a running engine")


@test
def crashes_restore_the_terminal():
    """A crash restores modes and screen, and still ends by its signal."""
    for number in [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGBUS, signal.SIGFPE]:
        with PseudoTerminal() as terminal:
            terminal.signal(number)
            equal(terminal.wait(seconds=10), -number, f"end by {number.name}")
            terminal.check_restored(number.name)


@test
def closed_terminal_ends_the_program():
    """When the terminal window is closed, the process is gone within a second."""
    for keys in ["", keys_for("live") + "p", "/sta", "?"]:
        with PseudoTerminal() as terminal:
            terminal.type(keys)
            terminal.quiet()
            pid = terminal.pid
            terminal.close()
            gone_within(pid, 1.0, f"closing the terminal after {keys!r}")


@test
def hangup_that_is_ignored_ends_the_program():
    """Under nohup, where SIGHUP is ignored, a closed terminal still ends it within a second."""
    line = f"trap '' HUP; exec '{BINARY}' '{DIGITS}'"
    with PseudoTerminal(program=["/bin/sh", "-c", line]) as terminal:
        pid = terminal.pid
        terminal.close()
        gone_within(pid, 1.0, "closing the terminal under nohup")


@test
def unread_output_does_not_hold_the_program():
    """A terminal that nobody reads does not keep SIGTERM from ending the program."""
    with PseudoTerminal() as terminal:
        for _ in range(200):
            try:
                os.set_blocking(terminal.master, False)
                terminal.type("12345T")
            except BlockingIOError:
                break
        terminal.signal(signal.SIGTERM)
        # The kernel holds back what was painted until it is read; one second signal ends the wait.
        limit = time.monotonic() + 1
        while terminal.process.poll() is None and time.monotonic() < limit:
            time.sleep(0.02)
            terminal.signal(signal.SIGTERM)
        equal(terminal.process.poll(), -signal.SIGTERM, "end by SIGTERM")

