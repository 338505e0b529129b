"""Files as users have them: what is not known is said, and nothing is lost or taken for something else."""

import json

import tensors
from harness import check, equal, test
from program import FIXTURES, program, refuse, scratch, succeed_json

CASES = FIXTURES / "cases"
FACTS = json.loads((CASES / "cases.json").read_text())


def folded(name, *options):
    """Folds a case and returns the path of the result with what was said."""
    target = scratch(f"{name}-folded.safetensors")
    result = program("fold", CASES / name, "-o", target, *options)
    equal(result.returncode, 0, f"status of fold {name}: {result.stderr}")
    return target, result.stderr


def error(found, expected):
    """The largest difference relative to the largest value."""
    largest = max(abs(value) for value in expected)
    return max(abs(a - b) for a, b in zip(found, expected)) / largest


@test
def conditions_are_named_in_the_same_breath():
    """What a folded kernel depends on stands beside the result of info, fold and verify."""
    name = "qarepvgg-no-residual.safetensors"
    conditions = succeed_json("info", CASES / name)["file"]["conditions"]
    check(any("the input itself is added" in it for it in conditions), conditions)
    _, told = folded(name)
    check("the input itself is added in backbone.b" in told, told)
    check("epsilon 1e-05 in 2 norms" in told, told)


@test
def the_user_can_say_what_the_file_does_not():
    """--identity, --eps and --scheme lead to the right kernels."""
    for name, options in [
        ("qarepvgg-no-residual", ("--identity", "no")), ("official-eps", ("--eps", "1e-3")),
        ("sequence-told", ("--scheme", "repconv")),
    ]:
        file = next(it["file"] for it in FACTS if it["name"] == name)
        target, _ = folded(file, *options)
        right = CASES / f"{name}-expected.safetensors"
        written = tensors.parts(target)[0]
        ends = {"repvgg": "rbr_reparam.weight", "seq": "conv.weight"}
        end = ends["seq" if name.startswith("seq") else "repvgg"]
        prefixes = [it[:-len("kernel")] for it in tensors.parts(right)[0] if it.endswith(".kernel")]
        prefixes = [it for it in prefixes if f"{it}{end}" in written]
        check(len(prefixes) > 0, f"{name} has no folded block")
        for prefix in prefixes:
            seen = tensors.floats(target, f"{prefix}{end}")
            worst = error(seen, tensors.doubles(right, f"{prefix}kernel"))
            check(worst < 1e-6, f"{name} {prefix}: {worst}")


@test
def fold_keeps_every_other_tensor():
    """Complex and 8-bit tensors are written back, and the file says that it is for PyTorch."""
    target, _ = folded("fold-drops.safetensors")
    before, after = tensors.parts(CASES / "fold-drops.safetensors")[0], tensors.parts(target)[0]
    for name in ["decoder.freqs", "decoder.w8", "decoder.w"]:
        equal(after[name]["dtype"], before[name]["dtype"], f"type of {name}")
        equal(after[name]["shape"], before[name]["shape"], f"shape of {name}")
    equal(after["__metadata__"]["format"], "pt", "format")
    told = json.loads(after["__metadata__"]["repvgg-tui.folded"])
    equal(told, {"backbone.a": "official"}, "what was folded")


@test
def a_module_that_does_not_run_says_why():
    """Reflect padding folds, is named by info, and is refused by run with status 3."""
    told = program("info", CASES / "reflect-module.pth").stdout
    check("does not run: stage0: reflect padding" in told, told)
    line = refuse(3, "run", CASES / "reflect-module.pth", "--input", CASES / "x16.safetensors")
    check("reflect" in line, line)
    equal(program("fold", CASES / "reflect-module.pth", "-o", scratch("r.rvg")).returncode, 0, "fold")


@test
def strides_and_activation_can_be_said():
    """--strides and --activation change what runs and are no assumption then; nonsense is wrong usage."""
    name = FIXTURES / "schemes/official-train.pth"
    info = succeed_json("info", name, "--strides", "1,2,1,2,1", "--activation", "leaky-relu=0.2")
    strides = [block["stride"] for stage in info["stages"] for block in stage["blocks"]]
    equal(strides, [1, 2, 1, 1, 2, 1], "strides")
    equal(info["stages"][0]["blocks"][0]["activation"], "LeakyReLU 0.2", "activation")
    check(not any("ReLU" in line for line in info["file"]["assumptions"]), info["file"]["assumptions"])
    for words in [("--strides", "0"), ("--strides", "a=b"), ("--activation", "gelu"),
                  ("--identity", "maybe"), ("--scheme", "mine")]:
        refuse(2, "info", name, *words)


@test
def files_of_another_kind_are_called_so():
    """A web page, JSON, an archive end with status 3 and a line that says what they are."""
    wrong = [it for it in FACTS if "error" in it]
    check(len(wrong) > 20, f"{len(wrong)} cases")
    for it in wrong:
        line = refuse(3, "info", CASES / it["file"])
        check(it["error"] in line, f"{it['name']}: {line}")
    return f"{len(wrong)} files"
