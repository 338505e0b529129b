"""An engine as a process that is asked for times over a pipe."""

import json
import os
import re
import subprocess
import tempfile
import threading

from harness import catalogue, machine

# An engine that says nothing for this long is ended.
SECONDS_TO_START = 1200
SECONDS_FOR_A_TURN = 300


class Unavailable(Exception):
    """An engine that could not be prepared, started or run, and why."""


def environment(cores):
    """What every engine finds in its environment; the strict mode keeps oneDNN to float32."""
    fixed = {"OMP_NUM_THREADS": str(len(cores)), "ONEDNN_DEFAULT_FPMATH_MODE": "STRICT"}
    return dict(os.environ, **fixed, PYTHONPATH=str(catalogue.FOLDER))


def call(command, cores=None):
    """What a command said, run to its end on all processors or some; throws its last words if it fails."""
    cores = cores or machine.cores()
    done = subprocess.run(
        machine.pinned(command, cores),
        capture_output=True,
        text=True,
        env=environment(cores),
        cwd=catalogue.FOLDER,
    )
    if done.returncode:
        raise Unavailable(last_words(done.stderr, done.returncode))
    return done.stdout


def last_words(text, status):
    """The last line that a process said on standard error, without paths of this machine."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    words = lines[-1] if lines else f"ended with status {status}"
    return re.sub(r"(?:/[^\s/:'\"]+)+/([^\s/:'\"]+)", r"\1", words).replace("|", "/")[:200]


class Engine:
    """A process that says @ready and then answers a number with that many times."""

    def __init__(self, name, command, cores):
        self.name, self.turns, self.said = name, [], {}
        self.own_cpu = self.idle_cpu = self.idle_time = 0.0
        self.errors = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen(
            machine.pinned(command, cores),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            env=environment(cores),
            cwd=catalogue.FOLDER,
        )
        ready = self.answer("@ready", SECONDS_TO_START).removeprefix("@ready").strip()
        self.said = json.loads(ready) if ready else {}

    def answer(self, start, seconds):
        """The next line that begins with `start`; other lines are chatter of a library."""
        alarm = threading.Timer(seconds, self.process.kill)
        alarm.start()
        try:
            for line in self.process.stdout:
                if line.startswith(start):
                    return line
        finally:
            alarm.cancel()
        status = self.process.wait()
        self.errors.seek(0)
        raise Unavailable(last_words(self.errors.read(), status))

    def turn(self, runs):
        """One inference that is not counted and `runs` that are; returns the least time in ms."""
        try:
            self.process.stdin.write(f"{runs}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return min(json.loads(self.answer("@[", SECONDS_FOR_A_TURN)[1:]))

    def cpu_seconds(self):
        return machine.cpu_seconds(self.process.pid)

    def peak_mb(self):
        return machine.peak_mb(self.process.pid)

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.errors.close()
