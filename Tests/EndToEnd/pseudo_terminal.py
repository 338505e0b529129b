"""The program on a pseudo-terminal of our own: raw bytes, exact moments, terminal modes."""

import fcntl
import os
import select
import struct
import subprocess
import termios
import time

from harness import Failure, check, eventually
from processes import is_gone
from program import environment, explorer

# Everything that is written last on the first screen.
FIRST_FRAME = b"quit"


class PseudoTerminal:
    """One run of the program; a context manager that leaves no process behind."""

    def __init__(self, *words, columns=100, rows=30, env=None, program=None, wait=True,
                 measures=False):
        self.master, self.slave = os.openpty()
        self.resize(columns, rows)
        self.modes = termios.tcgetattr(self.slave)
        self.output = b""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            program or explorer(words, measures), env=env or environment(),
            start_new_session=True, stdin=self.slave, stdout=self.slave, stderr=self.slave,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0))
        if wait:
            self.read_until(FIRST_FRAME)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    @property
    def pid(self):
        return self.process.pid

    def close(self):
        """Closes our ends, as a terminal window does."""
        for name in ["master", "slave"]:
            if getattr(self, name) is not None:
                os.close(getattr(self, name))
                setattr(self, name, None)

    def resize(self, columns, rows):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def type(self, text):
        os.write(self.master, text.encode())

    def read(self, seconds):
        """What comes within `seconds`, at once when something comes."""
        ready, _, _ = select.select([self.master], [], [], max(seconds, 0))
        if not ready:
            return b""
        try:
            piece = os.read(self.master, 1 << 16)
        except OSError:
            piece = b""
        self.output += piece
        return piece

    def read_until(self, text, seconds=10.0):
        """Reads until `text` has come since this call, and returns what came."""
        limit = time.monotonic() + seconds
        seen = b""
        while text not in seen:
            if time.monotonic() > limit:
                raise Failure(f"not within {seconds:g} s: {text!r} on the terminal; saw {seen!r}")
            if self.process.poll() is not None and not select.select([self.master], [], [], 0)[0]:
                raise Failure(f"the program ended before {text!r} came; saw {seen!r}")
            seen += self.read(0.05)
        return seen

    def quiet(self, seconds=0.05):
        """Reads until nothing has come for `seconds`; two seconds at most, since the live screen never rests."""
        limit = time.monotonic() + 2
        while self.read(seconds) and time.monotonic() < limit:
            pass

    def signal(self, number):
        os.kill(self.pid, number)

    def wait(self, seconds=5.0):
        """Waits for the end, reading along, and returns the status as Popen tells it."""
        limit = time.monotonic() + seconds
        while self.process.poll() is None:
            check(time.monotonic() < limit, f"the program still runs after {seconds:g} s")
            self.read(0.01)
        self.quiet(0.02)
        return self.process.returncode

    def check_restored(self, how):
        """The modes are as before to the bit, and the alternate screen and its modes are left."""
        seen = termios.tcgetattr(self.slave)
        names = ["iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "cc"]
        for name, now, before in zip(names, seen, self.modes):
            check(now == before, f"after {how}: {name} is {now}, was {before}")
        enters, leaves = self.output.count(b"\x1b[?1049h"), self.output.count(b"\x1b[?1049l")
        check(enters >= 1 and self.output.rfind(b"\x1b[?1049l") > self.output.rfind(b"\x1b[?1049h"),
              f"after {how}: alternate screen entered {enters}, left {leaves} times")
        check(self.output.rfind(b"\x1b[?25h") > self.output.rfind(b"\x1b[?25l"),
              f"after {how}: the cursor is still hidden")


def gone_within(pid, seconds, how):
    """Waits for the end of a process whose terminal nobody reads any more."""
    eventually(lambda: is_gone(pid), f"{how} ended the program", seconds)

