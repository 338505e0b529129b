"""`verify`: sound networks pass, damaged ones are told apart."""

import json
import math

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, made, program, refuse, scratch, succeed
from program import succeed_json

TIMM = FIXTURES / "timm-plain-train.safetensors"
OFFICIAL = FIXTURES / "official-plain-train.safetensors"


def with_changed_tap(file, change):
    """The network folded, with one tap changed."""
    folded = scratch(f"verify-{file}-sound.safetensors")
    succeed("export", OFFICIAL, "-o", folded, "--form", "deploy")
    name = "stage2.0.rbr_reparam.weight"
    old = tensors.floats(folded, name)[13]
    return tensors.with_value(folded, scratch(f"verify-{file}.safetensors"), name, 13, old + change)


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


@test
def report_names_what_it_was_judged_by():
    """--json tells the tolerance, what the network makes of rounding, and conditions (none)."""
    report = succeed_json("verify", DIGITS)
    equal((report["tolerance"], report["conditions"], report["damage"]), (1e-4, [], []), "report")
    equal(len(report["amplification"]["changes"]), 3, "seeds of the noise")
    check(1 < report["amplification"]["factor"] < 1000, f"factor {report['amplification']}")
    equal(report["top1"], "agrees", "top class")
    lines = succeed("verify", DIGITS).splitlines()
    equal(lines[-1], "PASS: both forms compute the same", "verdict")


@test
def nan_in_the_classifier_is_named():
    """NaN in the classifier is named by tensor and index before all else, and nothing agrees beside it."""
    path = tensors.with_value(OFFICIAL, scratch("nan-head.safetensors"), "linear.weight", 7, math.nan)
    result = program("verify", path)
    equal(result.returncode, 1, "status")
    lines = result.stdout.splitlines()
    check(lines[0].startswith("damaged: linear.weight[0, 7] is NaN"), f"first line {lines[0]!r}")
    check("agrees" not in result.stdout, f"something agrees in {result.stdout!r}")
    check("inf" not in result.stdout, f"an infinity in {result.stdout!r}")
    check(lines[-1].startswith("FAIL: weights are damaged"), f"verdict {lines[-1]!r}")
    report = json.loads(program("verify", path, "--json").stdout)
    equal(report["damage"], [{"tensor": "linear.weight", "part": "network", "index": [0, 7],
                              "value": "NaN", "count": 1}], "damage")
    equal((report["pass"], report["top1_agrees"], report["max_relative_error"]),
          (False, None, None), "report")


@test
def infinity_in_a_block_is_named():
    """Infinity in a kernel is named by tensor and index, and fails its block."""
    name = "stage1.0.rbr_1x1.conv.weight"
    path = tensors.with_value(OFFICIAL, scratch("inf.safetensors"), name, 5, -math.inf)
    result = program("verify", path)
    equal(result.returncode, 1, "status")
    check(f"damaged: {name}[0, 5, 0, 0] is -inf" in result.stdout, f"said {result.stdout!r}")
    check("stage1.0 1x1: kernel[0, 5, 0, 0] is -inf" in result.stdout, f"said {result.stdout!r}")


@test
def run_and_fold_warn_of_damage():
    """`run` and `fold` tell damage on standard error, and `run` gives no probability of it."""
    source = FIXTURES / "official-plain-train.safetensors"
    picture = FIXTURES / "input-square.safetensors"
    path = tensors.with_value(source, scratch("nan.safetensors"), "linear.weight", 7, math.nan)
    told = "repvgg-tui: warning: linear.weight[0, 7] is NaN"
    result = program("run", path, "--input", picture)
    equal((result.returncode, result.stderr.splitlines()[0]), (0, told), "run")
    check("nan%" not in result.stdout and "%" not in result.stdout, f"run said {result.stdout!r}")
    printed = program("run", path, "--input", picture, "--json", "--top", "100").stdout
    places = json.loads(printed)["pictures"][0]
    equal([place["probability"] for place in places], [None] * len(places), "probabilities")
    equal(places[-1]["class"], 0, "the class whose logit is no number comes last")
    equal(program("fold", path, "-o", scratch("nan.rvg")).stderr.splitlines()[0], told, "fold")
    norm = "stage1.0.rbr_1x1.bn.running_var"
    path = tensors.with_value(source, scratch("norm.safetensors"), norm, 2, -1)
    said = program("run", path, "--input", picture).stderr
    check("stage1.0 1x1: variance[2] is -1.0, which is not a variance" in said, f"run said {said!r}")


def folded_to(name):
    """The fixture folded by the program, which tells what it assumed."""
    path = scratch(name)
    equal(program("fold", OFFICIAL, "-o", path).returncode, 0, "status of fold")
    return path


@test
def a_folded_file_is_known():
    """`verify TRAIN DEPLOY` passes on what `fold` and `export` write, under any names."""
    folded = folded_to("verify-folded.rvg")
    report = succeed_json("verify", OFFICIAL, folded)
    equal((report["pass"], report["outcome"]), (True, "folded"), "fold")
    check("epsilon is 1e-05" in report["conditions"][0], f"conditions {report['conditions']}")
    check(all(block["max_relative_error"] < 1e-6 for block in report["blocks"]), "errors")
    for naming in ["official", "timm"]:
        path = scratch(f"verify-{naming}.safetensors")
        succeed("export", OFFICIAL, "-o", path, "--form", "deploy", "--naming", naming)
        equal(succeed_json("verify", OFFICIAL, path)["outcome"], "folded", naming)
    text = succeed("verify", OFFICIAL, folded).splitlines()[-1]
    check(text.startswith("PASS, if epsilon is 1e-05 in "), f"said {text!r}")
    check(": the second file is the first folded, in all of its " in text, f"said {text!r}")
    equal(succeed_json("verify", TIMM, FIXTURES / "timm-plain-deploy.safetensors")["outcome"],
          "folded", "timm's own fold")


@test
def a_float16_file_passes_and_is_said():
    """A folded float16 file passes, with a note that it is rounded."""
    path = scratch("verify-half.safetensors")
    equal(program("export", OFFICIAL, "-o", path, "--form", "deploy", "--float16").returncode, 0,
          "status of export")
    text = succeed("verify", OFFICIAL, path)
    check("rounded to float16" in text.splitlines()[-1], f"said {text!r}")


@test
def a_changed_tap_is_named():
    """One tap changed by 1e-3 fails with status 1 and is named with its place."""
    path = with_changed_tap("tap", 1e-3)
    result = program("verify", OFFICIAL, path, "--json")
    report = json.loads(result.stdout)
    equal((result.returncode, report["pass"], report["first_different"]), (1, False, "stage2.0"),
          "verdict")
    equal([block["path"] for block in report["blocks"] if not block["pass"]], ["stage2.0"], "blocks")
    text = program("verify", OFFICIAL, path).stdout
    check("kernel[0, 1, 1, 1]" in text, f"the place is not in {text!r}")


@test
def another_epsilon_is_guessed():
    """A file that was folded with another epsilon fails, and the epsilon is told."""
    folded = scratch("verify-eps.rvg")
    succeed("fold", OFFICIAL, "-o", folded, "--eps", "1e-3")
    result = program("verify", OFFICIAL, folded)
    equal(result.returncode, 1, "status")
    check("guess: folded with epsilon 0.001; with that, " in result.stdout, result.stdout)
    equal(program("verify", OFFICIAL, folded, "--eps", "1e-3").returncode, 0, "status with it")


@test
def a_file_that_is_not_folded_is_told():
    """The training form in the place of the folded one fails, and so do swapped files."""
    folded = folded_to("verify-swapped.rvg")
    for files, outcome, words in [
            ((OFFICIAL, OFFICIAL), "unfolded", "not folded; it holds the same weights"),
            ((folded, OFFICIAL), "swapped", "give the training form first")]:
        result = program("verify", *files)
        equal(result.returncode, 1, f"status of {outcome}")
        check(words in result.stdout.splitlines()[-1], f"said {result.stdout!r}")
        report = json.loads(program("verify", *files, "--json").stdout)
        equal(report["outcome"], outcome, "outcome")


@test
def other_tensors_are_compared():
    """A classifier that differs, and NaN in the second file, fail though every block agrees."""
    folded = scratch("verify-head-sound.safetensors")
    succeed("export", OFFICIAL, "-o", folded, "--form", "deploy")
    path = tensors.with_value(folded, scratch("verify-head.safetensors"), "linear.bias", 1, 9.0)
    result = program("verify", OFFICIAL, path)
    equal(result.returncode, 1, "status")
    check("FAIL: classifier bias differs: at [1] it is 9.0" in result.stdout, result.stdout)
    check("every block agrees" in result.stdout.splitlines()[-1], result.stdout)
    path = tensors.with_value(folded, scratch("verify-nan.safetensors"), "linear.bias", 1, math.nan)
    result = program("verify", OFFICIAL, path)
    equal(result.returncode, 1, "status with NaN")
    check(result.stdout.startswith("damaged: linear.bias[1] is NaN, in "), result.stdout)
    refuse(3, "verify", OFFICIAL, scratch("verify-absent.safetensors"))


@test
def tolerance_counts_for_two_files():
    """--tolerance says how far folded numbers may be apart, and is in the report."""
    path = with_changed_tap("loose", 1e-4)
    equal(program("verify", OFFICIAL, path).returncode, 1, "status without it")
    report = succeed_json("verify", OFFICIAL, path, "--tolerance", "1e-2")
    equal((report["pass"], report["outcome"], report["tolerance"]), (True, "folded", 1e-2), "report")
    sound = scratch("verify-loose-sound.safetensors")
    equal(program("verify", OFFICIAL, sound, "--tolerance", "1e-12").returncode, 1, "a tight one")
    refuse(2, "verify", OFFICIAL, sound, "--tolerance", "0")


@test
def each_file_has_sets_of_its_own():
    """--set names a set of the first file, --other-set one of the second; the guess names it."""
    pair = FIXTURES / "schemes/official-pair.pth"
    sets = succeed_json("info", pair)["file"]["sets"]
    check(len(sets) == 2, f"sets {sets}")
    for one in sets:
        for other in sets:
            result = program("verify", pair, pair, "--set", one, "--other-set", other, "--json")
            outcome = json.loads(result.stdout)["outcome"]
            equal(outcome, "unfolded" if one == other else "other-unfolded", f"{one} and {other}")
    refuse(3, "verify", pair, pair, "--other-set", "none")
    refuse(2, "verify", pair, "--other-set", sets[0])
    folded = scratch("verify-set.safetensors")
    equal(program("fold", pair, "--set", sets[0], "-o", folded).returncode, 0, "fold")
    equal(program("verify", pair, folded, "--set", sets[0]).returncode, 0, "the set that was folded")


@test
def damage_is_found_in_a_file_without_known_blocks():
    """A second file in which no block is known is searched for NaN all the same."""
    source = FIXTURES / "schemes/yolov7-train.pt"
    folded = scratch("verify-plain.safetensors")
    equal(program("fold", source, "-o", folded).returncode, 0, "fold")
    header, data = tensors.parts(folded)
    header = {name.replace("rbr_reparam.", "conv."): entry for name, entry in header.items()
              if name != "__metadata__"}
    sound = tensors.write(scratch("verify-renamed.safetensors"), header, data)
    equal(program("verify", source, sound).returncode, 0, "status of the sound file")
    name = next(it for it in sorted(header) if it.endswith(".conv.weight")
                and it.replace("conv.", "rbr_reparam.") in tensors.parts(folded)[0])
    path = tensors.with_value(sound, scratch("verify-renamed-nan.safetensors"), name, 0, math.nan)
    result = program("verify", source, path)
    equal(result.returncode, 1, "status")
    check(result.stdout.startswith(f"damaged: {name}[0, 0, 0, 0] is NaN, in "), result.stdout)


@test
def norms_that_are_none_are_told_above_the_verdict():
    """`verify MODEL OTHER` names the norm that its verdict calls damaged."""
    name = "stage1.0.rbr_1x1.bn.running_var"
    path = tensors.with_value(OFFICIAL, scratch("norm-told.safetensors"), name, 2, -1)
    result = program("verify", path, folded_to("norm-folded.rvg"))
    lines = result.stdout.splitlines()
    told = f"damaged: stage1.0 1x1: variance[2] is -1.0, which is not a variance, in {path}"
    equal((result.returncode, lines[0]), (1, told), "the first line")
    equal(lines[-1], "FAIL: weights are damaged, as told above", "verdict")
