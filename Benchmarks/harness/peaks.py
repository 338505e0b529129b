"""The processor's peaks, measured by `peak.c`, which is compiled when it is needed."""

import dataclasses
import json
import shutil
import tempfile

from harness import catalogue, machine
from harness.engine import Unavailable, call

SOURCE = catalogue.FOLDER / "harness" / "peak.c"
FLAGS = ["-O3", "-march=native", "-pthread"]


@dataclasses.dataclass
class Peak:
    """The best seen so far on so many threads."""

    threads: int
    gflops: float = 0
    gbps: float = 0

    @property
    def line(self):
        threads = f"{self.threads} thread{'s' if self.threads > 1 else ''}"
        return f"{threads} {self.gflops:.0f} GFLOP/s and {self.gbps:.1f} GB/s"


class Peaks:
    """The peaks of one thread and of `threads`; each call of `measure` may find better ones."""

    def __init__(self, threads):
        self.all = [Peak(count) for count in sorted({1, threads})]
        self.folder = tempfile.TemporaryDirectory()
        self.program = f"{self.folder.name}/peak"
        compiler = shutil.which("cc") or shutil.which("clang")
        if not compiler:
            raise Unavailable("there is no C compiler for peak.c")
        call([compiler, *FLAGS, str(SOURCE), "-o", self.program])

    def measure(self):
        for peak in self.all:
            found = json.loads(call([self.program, str(peak.threads)], machine.cores(peak.threads)))
            peak.gflops = max(peak.gflops, found["gflops"])
            peak.gbps = max(peak.gbps, found["gbps"])

    @property
    def reached(self):
        """That of all threads."""
        return self.all[-1]

    def close(self):
        self.folder.cleanup()
