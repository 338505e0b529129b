"""The line protocol that every peer speaks, the same as that of `repvgg-tui bench --paced`.

    cd Benchmarks && python -m peers.NAME BASE THREADS LOGITS.npy [CONFIGURATION]
    cd Benchmarks && python -m peers.NAME --prepare BASE

The process loads the model of BASE, writes the logits of BASE.input.npy once, warms up and prints
`@ready {"load_ms": …, "empty_mb": …}`. For each line K on standard input it then runs one inference that
is not counted and K that are, and prints `@[ms, ms, …]`, until the input ends. Between the lines it waits
in a blocking read.

An inference begins with a NumPy array N x 3 x H x W and ends with a NumPy array of logits of its own, so
that every peer pays for its conversions. `load_ms` runs from opening the model until the first logits are
there, since some peers prepare themselves in their first inference. `empty_mb` is what the process takes
once its libraries are imported, before it opens the model.
"""

import json
import sys
import time

import numpy


def resident_mb():
    """The resident memory of this process, in MB of a million bytes."""
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def answer(text):
    print("@" + text, flush=True)


def serve(load, prepare=None):
    """Speaks the protocol for one peer.

    `load(base, pictures, threads, configuration)` returns a function without arguments that runs one
    inference on `pictures` and returns the logits. `prepare(base)` converts BASE.onnx or BASE.pt into the
    peer's own format, unless it reads one of those.
    """
    if sys.argv[1] == "--prepare":
        if prepare:
            prepare(sys.argv[2])
        return
    base, threads, logits, *rest = sys.argv[1:]
    pictures = numpy.load(base + ".input.npy")
    empty = resident_mb()
    start = time.perf_counter()
    infer = load(base, pictures, int(threads), rest[0] if rest else "default")
    first = infer()
    load_ms = (time.perf_counter() - start) * 1e3
    numpy.save(logits, first)
    for _ in range(3):
        infer()
    answer("ready " + json.dumps({"load_ms": load_ms, "empty_mb": empty}))
    for line in sys.stdin:
        infer()
        answer(json.dumps([round(timed(infer), 4) for _ in range(int(line))]))


def timed(infer):
    """The milliseconds of one inference."""
    start = time.perf_counter()
    infer()
    return (time.perf_counter() - start) * 1e3
