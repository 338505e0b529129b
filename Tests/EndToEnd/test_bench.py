"""`bench`: its report, and the protocol by which programs are measured side by side."""

import json
import os
import subprocess
import time

from harness import check, equal, eventually, test
from processes import cpu_ticks
from program import BINARY, DIGITS, FIXTURES, environment, program, refuse, scratch, succeed, succeed_json

REPORT = ["name", "form", "threads", "batch", "input", "cpu", "isa", "median_ms", "min_ms", "p95_ms",
          "macs", "layers", "memory"]
LAYER = ["path", "operation", "algorithm", "median_us", "macs", "weight_bytes", "input_bytes",
         "output_bytes"]
MEMORY = ["parameters", "packed", "activations_peak", "scratch", "resident_peak"]


@test
def json_has_every_key():
    """bench --json holds the documented keys, of the whole, of every layer and of memory."""
    for form in ["train", "deploy"]:
        report = succeed_json("bench", DIGITS, "--form", form, "--runs", "20", "--threads", "1")
        equal([key for key in REPORT if key not in report], [], f"missing keys, {form} form")
        equal((report["form"], report["threads"], report["batch"]), (form, 1, 1), "what was run")
        equal([key for key in MEMORY if key not in report["memory"]], [], "missing memory keys")
        for layer in report["layers"]:
            equal([key for key in LAYER if key not in layer], [], f"missing in {layer}")
        check(0 < report["min_ms"] <= report["median_ms"] <= report["p95_ms"], f"times {report}")
        equal(sum(layer["macs"] for layer in report["layers"]), report["macs"], "sum of the MACs")


@test
def deploy_counts_are_those_of_info():
    """The multiply-adds of the folded network are the same in info and bench."""
    report = succeed_json("bench", DIGITS, "--runs", "5")
    line = [line for line in succeed("info", DIGITS).splitlines() if line.startswith("folded")][0]
    check(str(report["macs"]) in line, f"{report['macs']} is not in {line!r}")


@test
def batch_and_size_are_taken():
    """--batch and --size change the input that is run."""
    report = succeed_json("bench", DIGITS, "--runs", "5", "--batch", "3", "--size", "16")
    equal((report["batch"], report["input"][-2:]), (3, [16, 16]), "batch and extents")


@test
def forced_algorithms_and_memory_are_taken():
    """--algorithm, --memory and --branches change the steps; an unknown name is wrong usage."""
    def algorithms(*options):
        report = succeed_json("bench", DIGITS, "--runs", "2", "--threads", "1", *options)
        return {layer["algorithm"] for layer in report["layers"]}, report

    check("winograd-f4" in algorithms("--algorithm", "winograd-f4")[0], "no tiles of four")
    check(not any("winograd" in name for name in algorithms("--algorithm", "direct")[0]), "not direct")
    low = algorithms("--memory", "low")[0]
    check(not low & {"winograd-f4", "winograd-f6", "winograd-f4f6", "polyphase-p4"}, f"not low: {low}")
    written, fused = (
        len(algorithms("--form", "train", "--branches", branches)[1]["layers"])
        for branches in ["written", "fused"])
    check(fused < written, f"{fused} steps fused, {written} as written")
    for option in ["--algorithm", "--memory", "--branches"]:
        refuse(2, "bench", DIGITS, option, "magic")


@test
def measured_plan_is_kept():
    """The first bench writes its plan into the user's cache folder, the second one takes it."""
    cache = scratch("cache")
    options = {"env": environment(XDG_CACHE_HOME=cache)}
    succeed("bench", DIGITS, "--runs", "2", "--threads", "1", **options)
    # Beside the plan stands the file whose lock keeps two writers apart.
    files = [it for it in os.listdir(f"{cache}/repvgg-tui") if not it.endswith(".lock")]
    equal(len(files), 1, f"files {files}")
    path = f"{cache}/repvgg-tui/{files[0]}"
    plan = json.load(open(path))
    check(plan["choices"], "no choices")
    before = os.stat(path)
    succeed("bench", DIGITS, "--runs", "2", "--threads", "1", **options)
    equal(os.stat(path).st_mtime_ns, before.st_mtime_ns, "time of the file")


@test
def paced_answers_and_does_not_spin():
    """--paced answers each number with that many times, and uses no processor while it waits."""
    process = subprocess.Popen(
        [BINARY, "bench", DIGITS, "--paced", "--threads", "2"], env=environment(), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    equal(process.stdout.readline(), "@ready\n", "first line")
    for count in [1, 3, 20]:
        process.stdin.write(f"{count}\n")
        process.stdin.flush()
        line = process.stdout.readline()
        check(line.startswith("@["), f"answer {line!r}")
        times = json.loads(line[1:])
        equal(len(times), count, "times in the answer")
        check(all(value > 0 for value in times), f"times {times}")
    # Threads may still be on their way to their parking place.
    def is_parked():
        before = cpu_ticks(process.pid)
        time.sleep(0.25)
        return cpu_ticks(process.pid) == before
    eventually(is_parked, "the processor time still grows", seconds=3)
    before = cpu_ticks(process.pid)
    time.sleep(1)
    equal(cpu_ticks(process.pid) - before, 0, "ticks of processor time in one second of waiting")
    out, errors = process.communicate("", timeout=10)
    equal((process.returncode, out, errors), (0, "", ""), "end")


@test
def paced_refuses_what_is_no_number():
    """A line that is no number ends --paced with status 2."""
    process = subprocess.run(
        [BINARY, "bench", DIGITS, "--paced"], input="many\n", env=environment(), text=True,
        capture_output=True, timeout=20)
    equal((process.returncode, len(process.stderr.splitlines())), (2, 1), "status and error lines")


@test
def a_size_that_is_given_is_not_assumed():
    """--size is no assumption: not of pictures, and blocks alone are on maps of that size."""
    for model, usual, given in [
            ("official-plain-train.safetensors", "pictures of 224x224", None),
            ("schemes/yolov7-train.pt", "on maps of 56x56", "on maps of 24x24")]:
        line = ["bench", FIXTURES / model, "--runs", "1", "--threads", "1", "--json"]
        for words, expected, other in [([], usual, given), (["--size", "24"], given, usual)]:
            told = json.loads(program(*line, *words).stdout)["assumptions"]
            check(expected is None or any(it.endswith(expected) for it in told), f"{words}: {told}")
            check(not any(it.endswith(other) for it in told if other), f"{words}: {told}")
