"""What the program does at the ends of memory, of file names and of the file system."""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import time

from harness import check, equal, test
from program import (
    BINARY, DIGITS, FIXTURES, OUTCOME_SECONDS, environment, made, program, refuse, scratch, succeed)
from tensors import parts, write
from tmux import Tmux


def wide(side):
    """A small network for colour pictures of so many pixels a side."""
    header, data = parts(made("colour.rvg", "16x1,32x1", "--classes", "10"))
    network = json.loads(header["__metadata__"]["rvg.network"])
    network["input"].update(height=side, width=side)
    header["__metadata__"]["rvg.network"] = json.dumps(network)
    return write(scratch(f"wide-{side}.rvg"), header, data)


@test
def too_large_maps_are_no_memory():
    """A file of 85 kB that asks for 51 GB ends in a sentence and status 3, wherever it would be run."""
    path = wide(65536)
    succeed("info", path)
    for words in [["verify", path], ["bench", path], ["bench", path, "--batch", "4096"],
                  ["shot", path, "-o", scratch("wide.txt"), "--script", "measure 1"]]:
        result = program(*words)
        equal(result.returncode, 3, f"status of {words} ({result.stderr!r})")
        check("no memory for " in result.stderr, f"{words}: {result.stderr!r}")


def limited(limit, *words):
    """Runs the program with so many bytes of address space."""
    return subprocess.run(
        [BINARY, *map(str, words)], capture_output=True, text=True, timeout=OUTCOME_SECONDS,
        env=environment(), stdin=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))


@test
def little_memory_is_said():
    """Under limits of the address space every command works or says "no memory", with status 3."""
    network = made("a0.rvg", "RepVGG-A0")
    before = scratch("limited")
    told = 0
    for limit in [96, 128, 160, 192, 256, 384]:
        for words in [
                ["info", network], ["verify", network], ["fold", network, "-o", before + ".rvg"],
                ["bench", network, "--runs", "1", "--threads", "1"],
                ["export", network, "-o", before + ".onnx"],
                ["new", "RepVGG-A0", "-o", before + "-new.rvg"],
                ["shot", network, "-o", before + ".svg", "--script", "screen kernels"]]:
            result = limited(limit << 20, *words)
            line = f"{words[0]} under {limit} MiB: {result.returncode}, {result.stderr[:300]!r}"
            if result.returncode == 127:
                # The system's loader found no room for the program itself, and said so.
                check("shared librar" in result.stderr, line)
                continue
            check(result.returncode in {0, 3}, line)
            if result.returncode == 3:
                told += 1
                check("no memory" in result.stderr or "Cannot allocate memory" in result.stderr, line)
    left = [name for name in os.listdir(os.path.dirname(before)) if name.endswith(".part")]
    equal(left, [], "temporary files")
    check(told > 0, "no limit was small enough to say anything")
    return f"{told} times said"


@test
def names_of_any_bytes():
    """A file name that is no UTF-8 is opened, written and shown escaped."""
    folder = os.fsencode(scratch("bytes"))
    os.mkdir(folder)
    name = b"net\xff\xc3.rvg"
    shutil.copy(DIGITS, os.path.join(folder, name))
    def run(*words):
        return subprocess.run([BINARY, *words], capture_output=True, env=environment(),
                              stdin=subprocess.DEVNULL, timeout=OUTCOME_SECONDS)
    path = os.path.join(folder, name)
    equal(run(b"info", path).returncode, 0, "info")
    out = os.path.join(folder, b"folded\xfe.rvg")
    equal(run(b"fold", path, b"-o", out).returncode, 0, "fold")
    equal(sorted(os.listdir(folder)), sorted([name, b"folded\xfe.rvg"]), "names")
    missing = run(b"info", os.path.join(folder, b"none\xff\x1b[31m.rvg"))
    equal(missing.returncode, 3, "status of a missing file")
    check(b"none\\xFF" in missing.stderr and b"\x1b" not in missing.stderr, missing.stderr)
    screen = os.path.join(folder, b"screen\xff.svg")
    equal(run(b"shot", path, b"-o", screen).returncode, 0, "shot")
    check("net\\xFF\\xC3" in open(screen, encoding="utf-8").read(), "the title shows the bytes")


@test
def one_processor_is_one_thread():
    """Who may run on one processor only plans for one thread."""
    mask = {min(os.sched_getaffinity(0))}
    result = subprocess.run(
        [BINARY, "bench", DIGITS, "--runs", "1", "--json"], capture_output=True, text=True,
        env=environment(), timeout=OUTCOME_SECONDS, preexec_fn=lambda: os.sched_setaffinity(0, mask))
    equal(json.loads(result.stdout)["threads"], 1, f"threads ({result.stderr})")


@test
def ten_thousand_blocks_are_quick():
    """A file of 10,000 blocks is told, shown and folded within seconds."""
    path = made("long.rvg", ",".join(["1x1000/1"] * 10), "--classes", "2", "--size", "1")
    times = []
    for words, seconds in [
            (["info", path], 4), (["info", path, "--json"], 6),
            (["fold", path, "-o", scratch("long-folded.rvg")], 8),
            (["shot", path, "-o", scratch("long.txt"), "--script", "last; screen block; screen file"], 8),
            (["verify", path], 20)]:
        start = time.monotonic()
        succeed(*words)
        took = time.monotonic() - start
        times.append(f"{words[0]} {took:.1f} s")
        check(took < seconds, f"{words[:1]} took {took:.1f} s")
    return ", ".join(times)


@test
def script_that_fails_says_so():
    """A command of a script that cannot do what it says is named, and the status says whose fault it is."""
    sets = FIXTURES / "cases/set-ema-bare.pth"
    for status, model, script, words in [
            (2, DIGITS, "screen block; select stage9.1; screen tree",
             "command 2 of 3: no block stage9.1"),
            (2, DIGITS, "set ema", "command 1 of 1: this file holds one set"),
            (2, DIGITS, "search nothing-like-this", "command 1 of 1: no row matches"),
            (2, DIGITS, "shot x.gif", "command 1 of 1: "),
            (2, sets, "set other", "command 1 of 1: no set 'other'"),
            (3, sets, "screen block; set ema", "command 2 of 2: cannot open set ema: "),
            (4, DIGITS, f"shot {scratch('none')}/x.svg", "command 1 of 1: "),
    ]:
        line = refuse(status, "shot", model, "-o", scratch("script.txt"), "--script", script)
        check(words in line, f"{script!r}: {line!r}")


@test
def script_of_the_explorer_says_whose_fault_it_is():
    """The explorer, too, ends with the status of what stopped its script."""
    large = wide(65536)
    for status, model, script in [
            (0, DIGITS, "measure 1; quit"), (2, DIGITS, "select stage9.1; quit"),
            (3, large, "measure 1; quit"), (4, DIGITS, f"shot {scratch('none')}/x.svg; quit")]:
        with Tmux(model, "--script", script) as tmux:
            tmux.see(f"status {status}")


@test
def new_and_info_have_the_same_limits():
    """`new` refuses with status 2 what `info` would refuse, and writes what `info` reads."""
    path = scratch("limits.rvg")
    for words in [[",".join(["1x1000/1"] * 11)], ["1x1", "--classes", "1000000000"],
                  ["1x1", "--size", "65537"], ["1x1", "--channels", "1048577"],
                  ["65536x1,65536x1000", "--groups", "7"]]:
        refuse(2, "new", *words, "-o", path)
        check(not os.path.exists(path), f"{words} was written")
    succeed("new", "8x1", "--size", "65536", "--channels", "1", "-o", path)
    succeed("info", path)


@test
def paced_runs_have_a_limit():
    """`bench --paced` refuses numbers of runs that no memory holds."""
    for line in ["9223372036854775807", "1000001", "0", "-1", "many"]:
        result = program("bench", DIGITS, "--paced", "--threads", "1", input=line + "\n")
        equal(result.returncode, 2, f"status of {line}: {result.stderr!r}")
    result = program("bench", DIGITS, "--paced", "--threads", "1", input="2\n")
    equal(result.returncode, 0, "status of 2 runs")


@test
def relative_cache_folder_is_ignored():
    """A relative XDG_CACHE_HOME makes no folder where the program is started."""
    folder = scratch("home")
    os.mkdir(folder)
    env = environment(XDG_CACHE_HOME="there", HOME=folder)
    succeed("bench", DIGITS, "--runs", "1", "--threads", "1", cwd=folder, env=env)
    equal(sorted(os.listdir(folder)), [".cache"], "what was made")


@test
def read_only_files_are_not_replaced():
    """A file without write permission stays, and whoever may not write is told so with status 4."""
    folder = scratch("forbidden")
    os.mkdir(folder)
    os.chmod(folder, 0o777)
    target = os.path.join(folder, "out.rvg")
    pathlib.Path(target).write_bytes(b"precious")
    os.chmod(target, 0o444)
    copy = os.path.join(folder, "repvgg-tui")
    shutil.copy(BINARY, copy)
    # Root may write anything; anybody else is asked for.
    def other():
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
    model = os.path.join(folder, "in.rvg")
    shutil.copy(DIGITS, model)
    os.chmod(model, 0o644)
    os.chmod(os.path.dirname(folder), 0o755)
    result = subprocess.run([BINARY, "fold", model, "-o", target], capture_output=True, text=True,
                            env=environment(), preexec_fn=other, timeout=OUTCOME_SECONDS)
    equal(result.returncode, 4, f"status ({result.stderr!r})")
    check("Permission denied" in result.stderr, result.stderr)
    equal(pathlib.Path(target).read_bytes(), b"precious", "the file")
    equal(sorted(os.listdir(folder)), ["in.rvg", "out.rvg", "repvgg-tui"], "files")


@test
def output_goes_to_devices():
    """/dev/full is status 4; /dev/stdout and pipes get the file itself."""
    refuse(4, "fold", DIGITS, "-o", "/dev/full")
    plain = scratch("plain.rvg")
    succeed("fold", DIGITS, "-o", plain)
    wanted = pathlib.Path(plain).read_bytes()
    run = subprocess.run([BINARY, "fold", DIGITS, "-o", "/dev/stdout"], capture_output=True,
                         env=environment(), timeout=OUTCOME_SECONDS)
    equal((run.returncode, run.stdout), (0, wanted), "/dev/stdout in a pipe")
    with open(scratch("redirected.rvg"), "wb") as file:
        subprocess.run([BINARY, "fold", DIGITS, "-o", "/dev/stdout"], stdout=file, check=True,
                       env=environment(), timeout=OUTCOME_SECONDS)
    equal(pathlib.Path(scratch("redirected.rvg")).read_bytes(), wanted, "/dev/stdout in a file")


@test
def svg_holds_combining_marks():
    """A mark that combines with a < of a name leaves the picture valid XML, and is in it."""
    import xml.etree.ElementTree
    header, data = parts(DIGITS)
    network = json.loads(header["__metadata__"]["rvg.network"])
    network["name"] = "a<\u0338b&\u0301c"
    header["__metadata__"]["rvg.network"] = json.dumps(network)
    path = write(scratch("marks.rvg"), header, data)
    out = scratch("marks.svg")
    succeed("shot", path, "-o", out)
    text = "".join(xml.etree.ElementTree.parse(out).getroot().itertext())
    check("<\u0338" in text, "the mark is lost")
