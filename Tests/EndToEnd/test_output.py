"""Standard output that does not take what is written: told, with status 4."""

import fcntl
import os
import resource
import select
import subprocess
import time

from harness import check, equal, test
from program import BINARY, DIGITS, OUTCOME_SECONDS, TEN_DIGITS, environment, made, scratch

# Everything that writes to standard output, the explorer in a pipe among it.
PRINTING = [
    ["--help"], ["--version"], ["info", "--help"], ["info", DIGITS], ["info", DIGITS, "--json"],
    ["verify", DIGITS], ["verify", DIGITS, "--json"], ["run", DIGITS, "--input", TEN_DIGITS],
    ["run", DIGITS, "--input", TEN_DIGITS, "--json"], ["bench", DIGITS, "--runs", "1"],
    ["bench", DIGITS, "--runs", "1", "--json"], ["bench", DIGITS, "--paced"], [DIGITS], [],
]


def ended(words, **options):
    """Status and standard error of a run whose standard output is in `options`."""
    result = subprocess.run([BINARY, *words], stderr=subprocess.PIPE, text=True, env=environment(),
                            stdin=subprocess.DEVNULL, timeout=OUTCOME_SECONDS, **options)
    return result.returncode, result.stderr


@test
def full_output_is_status_4():
    """A full disk behind standard output is told in one line, with status 4, by every command."""
    for words in PRINTING:
        with open("/dev/full", "w") as full:
            status, told = ended(words, stdout=full)
        equal(status, 4, f"status of {words} > /dev/full ({told!r})")
        equal(told, "repvgg-tui: cannot write standard output: No space left on device\n",
              f"standard error of {words}")
    return f"{len(PRINTING)} command lines"


@test
def closed_output_is_status_4():
    """With standard output closed, status 4 is told, and no text goes into a file that was opened."""
    for words in PRINTING:
        status, told = ended(words, preexec_fn=lambda: os.close(1))
        equal(status, 4, f"status of {words} >&- ({told!r})")
        check("cannot write standard output" in told, f"{words} said {told!r}")
    target = scratch("closed.safetensors")
    words = ["run", DIGITS, "--input", TEN_DIGITS, "-o", target]
    whole = scratch("open.safetensors")
    equal(ended([*words[:-1], whole], stdout=subprocess.DEVNULL)[0], 0, "status with an open output")
    equal(ended(words, preexec_fn=lambda: os.close(1))[0], 4, "status of run -o FILE >&-")
    equal(open(target, "rb").read(), open(whole, "rb").read(), "the file of run -o FILE >&-")


@test
def short_output_is_status_4():
    """A limit on the size of files cuts standard output short: status 4, and no signal."""
    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    for words in [["info", DIGITS], ["verify", DIGITS, "--json"]]:
        with open(scratch("short.txt"), "w") as file:
            status, told = ended(words, stdout=file, preexec_fn=limited)
        equal((status, told), (4, "repvgg-tui: cannot write standard output: File too large\n"),
              f"{words} under ulimit -f")
        equal(os.path.getsize(scratch("short.txt")), 100, "bytes that fitted")


@test
def limited_files_are_status_4():
    """Under ulimit -f an output that is too large ends with status 4, and nothing is left."""
    folder = scratch("limited")
    os.mkdir(folder)
    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    for words in [["fold", DIGITS, "-o", "x.rvg"], ["export", DIGITS, "-o", "x.onnx"],
                  ["new", "RepVGG-A0", "-o", "x.rvg"], ["shot", DIGITS, "-o", "x.svg"]]:
        status, told = ended(words, stdout=subprocess.DEVNULL, cwd=folder, preexec_fn=limited)
        equal(status, 4, f"status of {words} ({told!r})")
        check("File too large" in told, f"{words} said {told!r}")
        equal(os.listdir(folder), [], f"what {words} left")


@test
def reader_that_left_is_no_complaint():
    """Where the reader of a pipe has gone, the program ends at once and says nothing."""
    for words in PRINTING:
        # As shells start it, the signal ends it; where the parent ignores the signal, status 4.
        for ignored, expected in [(False, -13), (True, 4)]:
            reading, writing = os.pipe()
            os.close(reading)
            status, told = ended(words, stdout=writing, restore_signals=not ignored)
            os.close(writing)
            equal((status, told), (expected, ""), f"{words} into a pipe without a reader")


@test
def waiting_reader_gets_everything():
    """A pipe that another program made non-blocking gets every byte, however slowly it is read."""
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writing, False)
    words = [BINARY, "info", made("deep.rvg", "8x40/1,8x40/1"), "--json"]
    whole = subprocess.run(words, capture_output=True, env=environment()).stdout
    check(len(whole) > 4096, f"{len(whole)} bytes fit into the pipe, so nothing is tried")
    process = subprocess.Popen(words, stdout=writing, env=environment(), stdin=subprocess.DEVNULL)
    os.close(writing)
    seen = b""
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        if select.select([reading], [], [], 0.1)[0]:
            piece = os.read(reading, 512)
            if not piece:
                break
            seen += piece
    os.close(reading)
    equal(process.wait(timeout=10), 0, "status")
    equal(seen, whole, "what was read")
