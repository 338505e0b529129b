"""Tests are functions marked `@test`; the first line of their docstring says what they promise."""

import inspect
import signal
import time
import traceback


class Failure(AssertionError):
    """What a test saw, in a sentence."""


def test(function):
    """Marks a test."""
    function.is_test = True
    return function


def check(condition, message):
    """Fails the test with `message` unless `condition` holds."""
    if not condition:
        raise Failure(message)


def equal(seen, expected, what):
    """Fails the test unless both are equal."""
    check(seen == expected, f"{what}: saw {seen!r}, expected {expected!r}")


def eventually(condition, what, seconds=10.0):
    """Waits until `condition()` is true and returns its value; fails when the time is over.

    `what` is a sentence, or a function that describes what was seen last.
    """
    limit = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > limit:
            text = what() if callable(what) else what
            raise Failure(f"not within {seconds:g} s: {text}")
        time.sleep(0.005)


def reset_signals():
    """Takes every signal as a job in the foreground does, and so do the programs that are started.

    A job in the background, or under nohup, begins with some of them ignored.
    """
    # Python ignores these two for itself, and gives them back to what it starts.
    own = {signal.SIGPIPE, signal.SIGXFSZ}
    for number in signal.valid_signals() - own:
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def run_all(modules, words):
    """Runs the tests of `modules` in order, prints a line for each and returns the exit status."""
    reset_signals()
    passed = failed = 0
    for module in modules:
        for name, function in inspect.getmembers(module, lambda value: hasattr(value, "is_test")):
            full = f"{module.__name__}.{name}"
            if words and not any(word in full for word in words):
                continue
            sentence = inspect.getdoc(function).splitlines()[0]
            start = time.monotonic()
            try:
                note = function()
            except Failure as failure:
                failed += 1
                print(f"FAIL  {full}: {sentence}\n      {failure}", flush=True)
                continue
            except Exception:
                failed += 1
                print(f"FAIL  {full}: {sentence}\n{traceback.format_exc()}", flush=True)
                continue
            passed += 1
            figures = f" [{note}]" if note else ""
            print(f"ok    {sentence}{figures} ({time.monotonic() - start:.2f} s)", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
