"""Threads that the system does not give: told with a status, never waited for."""

from harness import check, equal, eventually, test
from preload import NO_THREADS, preloaded
from program import DIGITS, TEN_DIGITS, keys_for, program, scratch
from pseudo_terminal import PseudoTerminal


def without_threads(left=0):
    return preloaded("threads", NO_THREADS, THREADS_LEFT=str(left))


@test
def explorer_without_threads_ends_with_a_message():
    """Where not one thread can be started, the explorer ends within seconds with a message and status 3."""
    with PseudoTerminal(env=without_threads(), wait=False) as terminal:
        equal(terminal.wait(seconds=10), 3, "status")
        terminal.check_restored("an explorer without threads")
        check(b"repvgg-tui: cannot start a thread: Resource temporarily unavailable" in terminal.output,
              f"it said {terminal.output[-300:]!r}")


@test
def explorer_with_one_thread_goes_on():
    """Where only reading and the first check have a thread, the explorer opens, says what fails, and quits."""
    with PseudoTerminal(env=without_threads(2)) as terminal:
        terminal.type("2")
        terminal.read_until(b"PASS")
        terminal.type(keys_for("file"))
        # The thread of the first checks may still be there for the first tensors.
        def is_told():
            terminal.type("j")
            terminal.read(0.1)
            return b"cannot start a thread" in terminal.output
        eventually(is_told, "a row that comes into sight says that there is no thread for it")
        terminal.type(keys_for("live") + "p")
        terminal.read_until(b"cannot start a thread")
        terminal.type("q")
        equal(terminal.wait(), 0, "status")


@test
def times_of_fewer_threads_are_not_told():
    """bench ends with status 3 and one line where the system gives fewer threads than the plan has."""
    for left in [0, 1]:
        for words in [["bench", DIGITS, "--runs", "1", "--threads", "4"],
                      ["bench", DIGITS, "--runs", "1", "--threads", "4", "--algorithm", "direct"]]:
            result = program(*words, env=without_threads(left))
            equal((result.returncode, result.stdout), (3, ""), f"{words} with {left} threads left")
            told = "repvgg-tui: cannot start a thread: Resource temporarily unavailable"
            check(result.stderr.startswith(told), f"{words} said {result.stderr!r}")


@test
def other_commands_do_without_threads():
    """Commands that tell no times do it all on the threads that there are, with the same result."""
    for words in [["info", DIGITS], ["verify", DIGITS], ["fold", DIGITS, "-o", scratch("alone.rvg")],
                  ["run", DIGITS, "--input", TEN_DIGITS]]:
        expected = program(*words)
        result = program(*words, env=without_threads())
        equal((result.returncode, result.stdout, result.stderr),
              (0, expected.stdout, expected.stderr), words[0])
