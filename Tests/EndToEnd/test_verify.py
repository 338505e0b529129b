"""`verify`: sound networks pass, damaged ones are told apart."""

import json
import math

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, made, program, scratch, succeed_json

OFFICIAL = FIXTURES / "official-plain-train.safetensors"


@test
def sample_passes():
    """The sample passes, and --json holds the documented keys."""
    report = succeed_json("verify", DIGITS)
    keys = ["pass", "tolerance", "max_relative_error", "max_absolute_error",
            "sum_squared_difference", "top1_agrees", "blocks"]
    equal([key for key in keys if key not in report], [], "missing keys")
    equal((report["pass"], report["top1_agrees"], len(report["blocks"])), (True, True, 7), "verdict")
    check(report["max_relative_error"] < 1e-4, f"relative error {report['max_relative_error']}")


@test
def a0_passes():
    """A RepVGG-A0 with random weights and norms passes."""
    report = succeed_json("verify", made("a0-train.rvg", "RepVGG-A0", "--form", "train"))
    equal(report["pass"], True, "verdict")
    return f"largest relative error {report['max_relative_error']:.1e}"


@test
def damaged_norms_fail():
    """A variance that is no number, negative or infinite fails with status 1 and names the block."""
    names = [name for name in tensors.parts(OFFICIAL)[0] if name.endswith("running_var")]
    block = names[-1].split(".rbr")[0]
    for value in [math.nan, -1.0, math.inf]:
        path = tensors.with_values(OFFICIAL, scratch("damaged.safetensors"), names[-1], value)
        result = program("verify", path, "--json")
        equal(result.returncode, 1, f"status with a variance of {value} ({result.stderr})")
        report = json.loads(result.stdout)
        equal(report["pass"], False, f"verdict with a variance of {value}")
        bad = [block["path"] for block in report["blocks"] if not block["pass"]]
        equal(bad, [block], f"blocks that fail with a variance of {value}")
        check("FAIL" in program("verify", path).stdout, "the text does not say FAIL")


@test
def tight_tolerance_fails():
    """A tolerance that no float arithmetic can meet makes a sound network fail with status 1."""
    equal(program("verify", DIGITS, "--tolerance", "1e-30").returncode, 1, "status")
