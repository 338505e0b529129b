"""The program inside tmux, an emulation of a terminal that is not ours."""

import itertools
import shlex
import subprocess

from harness import eventually
from program import DIGITS, environment, explorer, scratch, succeed

# Each window has a server of its own: one that is just dying must not be asked for the next.
numbers = itertools.count()


class Tmux:
    """One window of tmux with a program in it; a context manager that kills its server."""

    def __init__(self, *words, columns=100, rows=30, term="xterm-256color", program=None,
                 measures=False, **changes):
        self.size = (columns, rows)
        self.socket = scratch(f"tmux{next(numbers)}")
        command = program or explorer(words, measures)
        env = [f"{name}={value}" for name, value in environment(TERM=term, **changes).items()]
        line = shlex.join(["env", "-i", *env, *command])
        # The last status stays readable after the program has ended.
        line = f"{line}; echo status $?; exec sleep 1000"
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  f"exec sh -c {shlex.quote(line)}", env=environment())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._run("kill-server", check=False)

    def _run(self, *words, check=True, env=None):
        result = subprocess.run(
            ["tmux", "-u", "-S", self.socket, *words], env=env or environment(), capture_output=True,
            text=True, timeout=20)
        if check and result.returncode:
            raise RuntimeError(f"tmux {words}: {result.stderr}")
        return result.stdout

    def type(self, *keys):
        """Presses keys by tmux's names."""
        self._run("send-keys", *keys)

    def write(self, text):
        """Types text as it is."""
        self._run("send-keys", "-l", text)

    def resize(self, columns, rows):
        self.size = (columns, rows)
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self):
        """What is on the screen, without blanks at the ends of lines."""
        lines = [line.rstrip() for line in self._run("capture-pane", "-p").splitlines()]
        return "\n".join(lines[:self.size[1]]).rstrip("\n")

    def see(self, *texts, seconds=10):
        """Waits until the screen holds all of `texts`, and returns it."""
        def found():
            screen = self.screen()
            return screen if all(text in screen for text in texts) else None
        return eventually(found, lambda: f"{texts} on the screen\n{self.screen()}", seconds)

    def see_shot(self, script, *options, model=DIGITS):
        """Waits until the screen is, cell by cell, what `shot` draws after `script`."""
        path = scratch("expected.txt")
        size = "x".join(map(str, self.size))
        succeed("shot", model, "-o", path, "--size", size, "--script", script, *options)
        expected = open(path, encoding="utf-8").read().rstrip("\n")
        eventually(lambda: self.screen() == expected, lambda: difference(self.screen(), expected))


def difference(seen, expected):
    """The lines that differ, for people."""
    rows = enumerate(itertools.zip_longest(seen.split("\n"), expected.split("\n"), fillvalue=""))
    lines = [f"row {row}\n  saw      {a}\n  expected {b}" for row, (a, b) in rows if a != b]
    return "\n".join(lines[:6]) + f"\n({len(lines)} rows differ)"
