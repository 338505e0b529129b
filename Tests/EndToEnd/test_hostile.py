"""Files that are not what they say: one line and status 3, no crash, no memory taken on their word."""

import os
import pathlib
import random
import resource
import struct

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, TEN_DIGITS, program, refuse, scratch

SMALL = FIXTURES / "official-plain-train.safetensors"
COMMANDS = [["info"], ["verify"], ["fold", "-o", "/dev/null"], ["bench"], ["import", "-o", "/dev/null"],
            ["shot", "-o", "x.txt"], ["run", "--input", TEN_DIGITS], []]
MEGABYTES = 300


def limited():
    """Lets the program have little memory, so that taking much shows as a crash."""
    size = MEGABYTES << 20
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def refuse_everywhere(path):
    """Every command refuses the file with status 3, within little memory."""
    for command in COMMANDS:
        refuse(3, *command[:1], path, *command[1:], preexec_fn=limited, cwd=scratch(""))


def written(name, data):
    path = scratch(name)
    pathlib.Path(path).write_bytes(data)
    return path


@test
def what_is_no_file_is_refused():
    """A missing file, a directory, an empty file and a named pipe are refused without waiting."""
    os.mkfifo(scratch("pipe"))
    for path in ["/nonexistent/model.rvg", scratch(""), written("empty.rvg", b""), scratch("pipe"),
                 "/dev/null"]:
        refuse_everywhere(path)


@test
def truncated_files_are_refused():
    """A model that was cut anywhere is refused by every command."""
    data = pathlib.Path(DIGITS).read_bytes()
    for size in [1, 7, 8, 9, 100, 1000, len(data) // 2, len(data) - 1]:
        refuse_everywhere(written("cut.rvg", data[:size]))


@test
def lying_headers_are_refused():
    """Header lengths, offsets, shapes and types that cannot be are refused."""
    header, data = tensors.parts(SMALL)
    names = [name for name in header if name != "__metadata__"]
    def changed(name, **fields):
        return {**header, name: {**header[name], **fields}}
    first, second = names[0], names[1]
    begin, end = header[first]["data_offsets"]
    lies = {
        "overlapping offsets": changed(second, data_offsets=header[first]["data_offsets"]),
        "offsets behind the end": changed(first, data_offsets=[begin, len(data) + 64]),
        "offsets backwards": changed(first, data_offsets=[end, begin]),
        "a negative offset": changed(first, data_offsets=[-4, end]),
        "a huge shape": changed(first, shape=[1 << 40, 1 << 40]),
        "a negative shape": changed(first, shape=[-1]),
        "an unknown type": changed(first, dtype="F7"),
        "a fractional offset": changed(first, data_offsets=[begin + 0.5, end]),
        "a missing tensor": {name: header[name] for name in header if name != names[-1]},
    }
    for what, lie in lies.items():
        path = tensors.write(scratch("lie.safetensors"), lie, data)
        try:
            refuse_everywhere(path)
        except AssertionError as failure:
            check(False, f"{what}: {failure}")
    for length in [0, 1, len(data) * 10, 1 << 40, (1 << 63) - 1, (1 << 64) - 1]:
        body = SMALL.read_bytes()[8:]
        refuse_everywhere(written("length.safetensors", struct.pack("<Q", length) + body))


@test
def other_files_are_refused():
    """Text, a picture, a program and random bytes are refused."""
    for path in [FIXTURES / "README.md", "/bin/ls", FIXTURES.parents[2] / "Samples/digit-0.pgm",
                 written("random", random.Random(1).randbytes(4096))]:
        refuse(3, "info", path)


@test
def flipped_bits_never_crash():
    """A model with one flipped bit opens or is refused with one line; it never ends by a signal."""
    data = bytearray(pathlib.Path(DIGITS).read_bytes())
    (length,) = struct.unpack("<Q", data[:8])
    choose = random.Random(20)
    outcomes = {}
    for _ in range(150):
        place = choose.randrange(8 + length)
        damaged = bytearray(data)
        damaged[place] ^= 1 << choose.randrange(8)
        result = program("info", written("flipped.rvg", damaged), preexec_fn=limited)
        check(result.returncode in (0, 3), f"byte {place}: status {result.returncode}")
        if result.returncode:
            equal(len(result.stderr.splitlines()), 1, f"error lines, byte {place}: {result.stderr!r}")
        outcomes[result.returncode] = outcomes.get(result.returncode, 0) + 1
    return ", ".join(f"{count} with status {status}" for status, count in sorted(outcomes.items()))


@test
def damaged_data_is_noticed():
    """A flipped bit in the weights of a .rvg breaks its checksum, which is told with status 3."""
    data = bytearray(pathlib.Path(DIGITS).read_bytes())
    data[-1000] ^= 0x40
    refuse(3, "info", written("weights.rvg", data))
