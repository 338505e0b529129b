"""`info`, and the networks of `new` and `import`."""

import math
import time

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, made, scratch, succeed, succeed_json

# The counts of the published networks, 1000 classes, 224 x 224; multiply-adds of layers with weights.
A0_TRAIN = {"parameters": 9_108_968, "macs": 1_512_581_120}
A0_DEPLOY = {"parameters": 8_309_384, "macs": 1_361_451_008}


@test
def json_has_every_key():
    """info --json holds the documented keys for the network and for each block."""
    info = succeed_json("info", DIGITS)
    for key in ["name", "form", "parameters", "macs", "input", "classes", "stages"]:
        check(key in info, f"no {key!r} in {sorted(info)}")
    equal(info["input"], [1, 8, 8], "input")
    equal([len(stage["blocks"]) for stage in info["stages"]], [1, 2, 3, 1], "blocks per stage")
    keys = ["path", "form", "in", "out", "stride", "groups", "branches", "parameters", "macs"]
    for stage in info["stages"]:
        for block in stage["blocks"]:
            equal([key for key in keys if key not in block], [], f"missing in {block.get('path')}")


@test
def a0_counts_are_exact():
    """A new RepVGG-A0 has the published counts, in both forms, to the last digit."""
    for form, counts in [("train", A0_TRAIN), ("deploy", A0_DEPLOY)]:
        info = succeed_json("info", made(f"a0-{form}.rvg", "RepVGG-A0", "--form", form))
        equal(info["form"], form, "form")
        for key, value in counts.items():
            equal(info[key], value, f"{key} of the {form} form")


@test
def new_is_deterministic():
    """The same seed gives the same file, another seed another."""
    paths = [scratch(f"seed{index}.rvg") for index in range(3)]
    for path, seed in zip(paths, ["5", "5", "6"]):
        succeed("new", "8x1/1,16x2/2", "--classes", "4", "--size", "16", "--seed", seed, "-o", path)
    first, again, other = (open(path, "rb").read() for path in paths)
    equal(first == again, True, "same seed, same bytes")
    equal(first == other, False, "another seed, same bytes")


@test
def timm_checkpoint_imports():
    """A checkpoint with timm's names opens, imports, and stays the same network as .rvg."""
    source = FIXTURES / "timm-plain-train.safetensors"
    target = scratch("timm.rvg")
    # Assumptions may be told on standard error, so only the status counts.
    from program import program
    equal(program("import", source, "-o", target).returncode, 0, "status of import")
    before, after = succeed_json("info", source), succeed_json("info", target)
    for key in ["parameters", "macs", "classes", "form"]:
        equal(after[key], before[key], key)
    succeed("verify", target)


@test
def content_decides_not_the_name():
    """A .rvg called .safetensors, or without an ending, opens as what it is."""
    import shutil
    expected = succeed_json("info", DIGITS)["parameters"]
    for name in ["digits.safetensors", "digits", "digits.pth"]:
        path = shutil.copy(DIGITS, scratch(name))
        equal(succeed_json("info", path)["parameters"], expected, f"parameters as {name}")


@test
def damage_is_told():
    """Tensors with NaN or infinity are named with their count, five of them in words and all in JSON."""
    source = FIXTURES / "official-plain-train.safetensors"
    equal(succeed_json("info", source)["file"]["damage"], [], "damage of a sound file")
    check("damage" not in succeed("info", source), "a sound file is called damaged")
    path = tensors.with_value(source, scratch("info-nan.safetensors"), "linear.weight", 7, math.nan)
    check("damage: linear.weight[0, 7] is NaN" in succeed("info", path).splitlines(), "one value")
    path = tensors.with_values(path, scratch("info-inf.safetensors"), "linear.bias", -math.inf)
    count = len(tensors.floats(path, "linear.bias"))
    line = f"damage: linear.bias[0] is -inf, and {count - 1} more values are not finite"
    check(line in succeed("info", path).splitlines(), succeed("info", path))
    damage = succeed_json("info", path)["file"]["damage"]
    equal([(it["tensor"], it["count"]) for it in damage],
          [("linear.bias", count), ("linear.weight", 1)], "damage")
    for name in [it for it in tensors.parts(source)[0] if it.endswith("running_mean")]:
        path = tensors.with_values(path, scratch("info-many.safetensors"), name, math.nan)
    damage = succeed_json("info", path)["file"]["damage"]
    lines = [it for it in succeed("info", path).splitlines() if it.startswith("damage: ")]
    equal((len(lines), lines[-1]), (6, f"damage: {len(damage) - 5} more weights are damaged"), "many")


@test
def info_of_a_large_file_is_quick():
    """A file of half a gigabyte is looked through within a second."""
    path = made("b3.rvg", "RepVGG-B3")
    succeed("info", path)
    start = time.monotonic()
    succeed("info", path)
    took = time.monotonic() - start
    check(took < 1, f"info took {took:.2f} s")
    return f"{took:.2f} s"
