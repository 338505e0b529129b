"""A file that is written to while it is read: told by its name, and nothing is made of the mixture."""

import os
import pathlib
import shutil
import signal
import subprocess
import time

import changes
from harness import check, equal, eventually, test
from preload import STOP, preloaded
from program import BINARY, DIGITS, FIXTURES, OUTCOME_SECONDS, TEN_DIGITS, keys_for, made, scratch, succeed
from tmux import Tmux

CHANGED = "changed while it was read; read it again"

# Command lines with MODEL; what they write is called out.something.
COMMANDS = [
    ["info", "MODEL"], ["info", "MODEL", "--json"], ["verify", "MODEL"], ["fold", "MODEL", "-o", "out.rvg"],
    ["run", "MODEL", "--input", TEN_DIGITS], ["run", "MODEL", "--input", TEN_DIGITS, "-o", "out.safetensors"],
    ["bench", "MODEL", "--runs", "1"], ["import", "MODEL", "-o", "out.rvg"],
    ["export", "MODEL", "-o", "out.onnx"], ["export", "MODEL", "-o", "out.safetensors"],
    ["shot", "MODEL", "-o", "out.svg"], ["shot", "MODEL", "-o", "out.txt", "--script", "screen kernels"],
    ["MODEL"],
]


def other_digits():
    """The bytes of a network like the sample, with other weights and a file of the same size."""
    path = scratch("other.rvg")
    data = bytearray(pathlib.Path(DIGITS).read_bytes())
    data[-4000:] = bytes(4000)
    pathlib.Path(path).write_bytes(data)
    return bytes(data)


def during(words, path, change, new, stop_at=1):
    """Runs a command, which is stopped when it has mapped `path`; then `path` is changed. In a new folder."""
    folder = scratch("while-changing")
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    process = subprocess.Popen(
        [BINARY, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
        cwd=folder, env=preloaded("stop", STOP, STOP_AT=str(stop_at)))
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    check(os.WIFSTOPPED(status), f"{words} ended before it mapped file {stop_at}: {status}")
    change(path, new)
    process.send_signal(signal.SIGCONT)
    out, told = process.communicate(timeout=OUTCOME_SECONDS)
    return process.returncode, out, told, sorted(os.listdir(folder))


@test
def no_command_uses_a_mixture():
    """Every command, whatever happens to its model meanwhile, ends with status 3, one line and no output."""
    new = other_digits()
    path = scratch("last.rvg")
    for words in COMMANDS:
        for change in changes.IN_PLACE:
            shutil.copy(DIGITS, path)
            line = [path if word == "MODEL" else word for word in words]
            seen = during(line, path, change, new)
            equal(seen, (3, "", f"repvgg-tui: {path}: {CHANGED}\n", []), f"{words} while {change.__name__}")
    return f"{len(COMMANDS) * len(changes.IN_PLACE)} changes"


@test
def checkpoints_of_pytorch_are_watched_too():
    """A .pth and a .safetensors that change while they are read are told in the same way."""
    for source in [FIXTURES / "schemes/official-wrapper.pth", FIXTURES / "official-plain-train.safetensors"]:
        path = scratch("last" + source.suffix)
        for words in [["info", path], ["fold", path, "-o", "out.rvg"], ["import", path, "-o", "out.rvg"]]:
            for change in changes.IN_PLACE:
                shutil.copy(source, path)
                new = bytearray(source.read_bytes())
                new[len(new) // 3:] = bytes(len(new) - len(new) // 3)
                seen = during(words, path, change, bytes(new))
                equal(seen, (3, "", f"repvgg-tui: {path}: {CHANGED}\n", []),
                      f"{words} while {change.__name__}")


@test
def other_inputs_are_watched_too():
    """A tensor file, a picture or a list of labels that changes while it is read is told by its name."""
    labels = scratch("ten-labels.txt")
    pathlib.Path(labels).write_text("".join(f"digit {digit}\n" for digit in range(10)))
    picture = pathlib.Path(DIGITS).parent / "digit-3.pgm"
    for source, words, stop_at in [(TEN_DIGITS, ["--input", "FILE"], 2), (picture, ["--input", "FILE"], 2),
                                   (labels, ["--input", TEN_DIGITS, "--labels", "FILE"], 2)]:
        path = scratch("watched" + pathlib.Path(source).suffix)
        for change in changes.IN_PLACE:
            shutil.copy(source, path)
            new = bytes(255 - byte for byte in pathlib.Path(source).read_bytes())
            line = ["run", DIGITS] + [path if word == "FILE" else word for word in words]
            seen = during(line, path, change, new, stop_at)
            equal(seen, (3, "", f"repvgg-tui: {path}: {CHANGED}\n", []), f"{line} while {change.__name__}")


@test
def another_file_under_the_name_does_no_harm():
    """Where another file takes the name, or the name is removed, what was opened is used to its end."""
    new = other_digits()
    path = scratch("last.rvg")
    for words in [["info", "MODEL"], ["verify", "MODEL"], ["run", "MODEL", "--input", TEN_DIGITS]]:
        expected = succeed(*[DIGITS if word == "MODEL" else word for word in words])
        for change in changes.BESIDE:
            shutil.copy(DIGITS, path)
            line = [path if word == "MODEL" else word for word in words]
            equal(during(line, path, change, new), (0, expected, "", []), f"{words} while {change.__name__}")


@test
def fresh_file_opens_at_once():
    """A file that was written this very moment opens, and is not taken for one that changes."""
    new = pathlib.Path(DIGITS).read_bytes()
    longest = 0
    for _ in range(20):
        path = scratch("fresh.rvg")
        changes.rewritten(path, new)
        started = time.monotonic()
        succeed("info", path)
        longest = max(longest, time.monotonic() - started)
    check(longest < 2, f"info of a fresh file took {longest:.2f} s")


@test
def explorer_survives_and_offers_to_read_anew():
    """The explorer lives on when its file changes, says so on every screen, and reads it anew on r."""
    new = pathlib.Path(made("small.rvg", "8x1/1,16x2/2", "--channels", "1", "--size", "28")).read_bytes()
    for change in changes.IN_PLACE:
        path = shutil.copy(DIGITS, scratch("explored.rvg"))
        with Tmux(path) as tmux:
            tmux.see("quit")
            change(path, new)
            for keys in [["2"], ["3", "v", "v"], [keys_for("file")], [keys_for("live"), "p"], ["t"], ["1", "*", "G"]]:
                tmux.type(*keys)
                tmux.see("the file has changed; r reads it anew")
            tmux.type("r")
            if change in (changes.rewritten,):
                tmux.see("read anew", "RepVGG-custom")
            else:
                tmux.see("cannot read it anew")
            # A whole file is there again: it is read, and the doubt is gone.
            changes.replaced(path, new)
            tmux.type("r")
            screen = tmux.see("read anew", "RepVGG-custom")
            check("has changed" not in screen, f"after {change.__name__}:\n{screen}")
            tmux.type("q")
            tmux.see("status 0")


@test
def pictures_of_a_mixture_are_not_written():
    """While the explorer's file is another than was read, :shot writes nothing and says why."""
    path = shutil.copy(DIGITS, scratch("pictured.rvg"))
    target = scratch("mixture.txt")
    with Tmux(path) as tmux:
        tmux.see("quit")
        changes.cut_in_half(path, b"")
        tmux.write(f":shot {target}\r")
        tmux.see("pictured.rvg: changed while")
        check(not os.path.exists(target), "the picture was written")
        changes.replaced(path, pathlib.Path(DIGITS).read_bytes())
        tmux.type("r")
        tmux.see("read anew")
        tmux.write(f":shot {target}\r")
        eventually(lambda: os.path.exists(target), "the picture of the file that was read anew")
