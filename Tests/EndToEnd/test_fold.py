"""`fold`: what it writes, and that it writes all of it or nothing."""

import os
import signal
import subprocess
import time

import tensors
from harness import check, equal, test
from program import BINARY, DIGITS, environment, made, program, refuse, scratch, succeed
from program import succeed_json


@test
def folded_file_is_deploy_and_verifies():
    """The folded sample opens as deploy form with the counts that info promised, and verifies."""
    target = scratch("folded.rvg")
    succeed("fold", DIGITS, "-o", target)
    info = succeed_json("info", target)
    equal(info["form"], "deploy", "form")
    promised = [line for line in succeed("info", DIGITS).splitlines() if line.startswith("folded")]
    check(str(info["parameters"]) in promised[0], f"{info['parameters']} is not in {promised}")
    equal(succeed_json("verify", target)["pass"], True, "verdict")


@test
def folded_file_is_plain_safetensors():
    """The folded file holds one kernel and one bias per block, under the official names."""
    target = scratch("folded.rvg")
    succeed("fold", DIGITS, "-o", target)
    header, data = tensors.parts(target)
    names = {name for name in header if name != "__metadata__"}
    paths = ["stage0", "stage1.0", "stage1.1", "stage2.0", "stage2.1", "stage2.2", "stage3.0"]
    expected = {f"{path}.rbr_reparam.{part}" for path in paths for part in ["weight", "bias"]}
    equal(names, expected | {"linear.weight", "linear.bias"}, "tensor names")
    equal(max(header[name]["data_offsets"][1] for name in names), len(data), "end of the data")


@test
def threads_do_not_change_the_fold():
    """One thread and two write the same bytes."""
    files = []
    for threads in ["1", "2"]:
        target = scratch(f"threads{threads}.rvg")
        succeed("fold", DIGITS, "-o", target, "--threads", threads)
        files.append(open(target, "rb").read())
    equal(files[0] == files[1], True, "same bytes")


@test
def folding_over_its_own_input_is_safe():
    """The output may be the input: it is replaced only when it is whole."""
    import shutil
    path = shutil.copy(DIGITS, scratch("same.rvg"))
    succeed("fold", path, "-o", path)
    equal(succeed_json("info", path)["form"], "deploy", "form")


@test
def interrupted_fold_leaves_nothing():
    """Ctrl-C at any time leaves no file, or the whole one, and never a part of it."""
    source = made("a0-train.rvg", "RepVGG-A0", "--form", "train")
    whole = scratch("whole.rvg")
    start = time.monotonic()
    succeed("fold", source, "-o", whole)
    lasts = time.monotonic() - start
    interrupted = 0
    for step in range(12):
        folder = scratch(f"interrupted{step}")
        os.mkdir(folder)
        process = subprocess.Popen(
            [BINARY, "fold", source, "-o", f"{folder}/out.rvg"], env=environment(),
            stderr=subprocess.PIPE)
        # Not a race that is hidden: the moments are spread over the whole work on purpose.
        time.sleep(lasts * step / 8)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        interrupted += process.returncode != 0
        files = os.listdir(folder)
        # A signal may also come after the file is in its place and before the program has ended.
        allowed = [["out.rvg"]] if process.returncode == 0 else [[], ["out.rvg"]]
        check(files in allowed, f"files after status {process.returncode}: {files}")
        if files:
            same = open(f"{folder}/out.rvg", "rb").read() == open(whole, "rb").read()
            check(same, f"out.rvg after status {process.returncode} is not the whole file")
    check(interrupted > 0, "every fold was done before the signal came")
    return f"{interrupted} of 12 interrupted"


@test
def unwritable_output_ends_with_status_4():
    """An output in a missing folder, a directory or a full device ends with status 4."""
    for target in ["/nonexistent/out.rvg", scratch(""), "/dev/full"]:
        refuse(4, "fold", DIGITS, "-o", target)
    refuse(4, "new", "8x1/1", "-o", "/nonexistent/out.rvg")
    refuse(4, "import", DIGITS, "-o", "/nonexistent/out.rvg")
    refuse(4, "shot", DIGITS, "-o", "/nonexistent/out.svg")


@test
def quiet_in_a_pipe():
    """Folding in a pipe prints no progress at all."""
    result = program("fold", DIGITS, "-o", scratch("quiet.rvg"))
    equal((result.stdout, result.stderr), ("", ""), "output")
