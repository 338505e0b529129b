"""Blocks with other activations than ReLU run as what they are; those that do not run say why."""

import json
import math

import tensors
from harness import check, equal, test
from onnx_file import Model
from program import DIGITS, TEN_DIGITS, program, refuse, scratch, succeed, succeed_json

RUNNING = {
    "leaky": ({"activation": "leaky-relu", "slope": 0.1}, lambda x: x if x >= 0 else 0.1 * x),
    "steep": ({"activation": "leaky-relu", "slope": 1.5}, lambda x: x if x >= 0 else 1.5 * x),
    "relu6": ({"activation": "relu6"}, lambda x: min(max(x, 0.0), 6.0)),
    "hardswish": ({"activation": "hardswish"}, lambda x: x * min(max(x + 3, 0.0), 6.0) / 6),
    "silu": ({"activation": "silu"}, lambda x: x / (1 + math.exp(-x))),
    "none": ({"activation": "identity"}, lambda x: x),
}
OBSTACLES = {
    "gelu": ({"activation": "other", "activationName": "GELU"}, "the activation GELU"),
    "reflect": ({"padding": "reflect"}, "reflect padding"),
    "dropout": ({"layers": ["Dropout2d"]}, "Dropout2d, not understood"),
}


def changed(name, keys, only=None):
    """The sample with `keys` in every block, or in that of number `only` alone."""
    header, data = tensors.parts(DIGITS)
    metadata = header["__metadata__"]
    network = json.loads(metadata["rvg.network"])
    blocks = [block for stage in network["stages"] for block in stage]
    for index, block in enumerate(blocks):
        if only in (None, index):
            block.update(keys)
    metadata.update({"rvg.network": json.dumps(network), "rvg.version": "1.1"})
    return tensors.write(scratch(f"{name}.rvg"), header, data)


def shape_and_values(path, name):
    return tensors.parts(path)[0][name]["shape"], tensors.floats(path, name)


def convolve(maps, kernel, bias, stride):
    """A 3x3 convolution with zeros around the maps, in double, as its definition says."""
    (outputs, inputs, _, _), weights = kernel
    height, width = len(maps[0]), len(maps[0][0])
    padded = [[[0.0] * (width + 2)] + [[0.0, *row, 0.0] for row in rows] + [[0.0] * (width + 2)]
              for rows in maps]
    result = []
    for output in range(outputs):
        own = weights[output * inputs * 9:(output + 1) * inputs * 9]
        rows = []
        for y in range(0, height, stride):
            row = []
            for x in range(0, width, stride):
                seen = [value for plane in padded for line in plane[y:y + 3] for value in line[x:x + 3]]
                row.append(bias[output] + sum(map(float.__mul__, own, seen)))
            rows.append(row)
        result.append(rows)
    return result


def logits(path, picture, size, activate):
    """What the deploy form at `path` makes of a picture of one channel, computed here."""
    network = json.loads(tensors.parts(path)[0]["__metadata__"]["rvg.network"])
    maps = [[list(picture[y * size:(y + 1) * size]) for y in range(size)]]
    for stage, blocks in enumerate(network["stages"]):
        for index, block in enumerate(blocks):
            prefix = f"stage{stage}" if stage == 0 else f"stage{stage}.{index}"
            kernel = shape_and_values(path, f"{prefix}.rbr_reparam.weight")
            bias = tensors.floats(path, f"{prefix}.rbr_reparam.bias")
            maps = convolve(maps, kernel, bias, block["stride"])
            maps = [[[activate(value) for value in row] for row in rows] for rows in maps]
    means = [sum(map(sum, rows)) / len(rows) / len(rows[0]) for rows in maps]
    (classes, features), weights = shape_and_values(path, "linear.weight")
    bias = tensors.floats(path, "linear.bias")
    return [bias[c] + sum(map(float.__mul__, weights[c * features:(c + 1) * features], means))
            for c in range(classes)]


@test
def activations_run_as_what_they_are():
    """The logits of every activation, in both forms, are those of its definition."""
    (_, _, size, _), pictures = shape_and_values(TEN_DIGITS, "input")
    worst = 0.0
    for name, (keys, activate) in RUNNING.items():
        path, folded = changed(name, keys), scratch(f"{name}-deploy.rvg")
        succeed("fold", path, "-o", folded)
        expected = logits(folded, pictures[:size * size], size, activate)
        for source, form in [(path, "train"), (path, "deploy"), (folded, "deploy")]:
            out = scratch("logits.safetensors")
            succeed("run", source, "--input", TEN_DIGITS, "--form", form, "-o", out)
            seen = tensors.floats(out, "logits")[:len(expected)]
            error = max(abs(a - b) for a, b in zip(seen, expected)) / max(map(abs, expected))
            check(error < 2e-5, f"{name} {form}: {error:.1e}; saw {seen}, expected {expected}")
            worst = max(worst, error)
        equal(succeed_json("verify", path)["pass"], True, f"verdict on {name}")
        succeed("bench", path, "--runs", "3", "--json")
    return f"largest relative error {worst:.1e}"


@test
def blocks_that_do_not_run_say_why():
    """`run`, `bench` and ONNX export end with status 3, the block and the reason."""
    for name, (keys, words) in OBSTACLES.items():
        path = changed(name, keys, only=3)
        for command in [["run", path, "--input", TEN_DIGITS], ["bench", path, "--runs", "1"],
                        ["run", path, "--input", TEN_DIGITS, "--form", "train"],
                        ["export", path, "-o", scratch("none.onnx")]]:
            told = refuse(3, *command)
            check("stage2.0" in told and words in told, f"{command[0]} of {name}: {told}")


@test
def blocks_that_do_not_run_fold_and_verify():
    """They fold to what the sample folds to, keep what they are, and their folds are verified."""
    plain = scratch("plain-deploy.rvg")
    succeed("fold", DIGITS, "-o", plain)
    for name, (keys, words) in OBSTACLES.items():
        path, folded = changed(name, keys, only=3), scratch(f"{name}-deploy.rvg")
        succeed("fold", path, "-o", folded)
        equal(tensors.parts(folded)[1], tensors.parts(plain)[1], f"weights of {name}")
        metadata = tensors.parts(folded)[0]["__metadata__"]
        equal(metadata["rvg.version"], "1.1", "version")
        block = json.loads(metadata["rvg.network"])["stages"][2][0]
        equal({key: block[key] for key in keys}, keys, f"what the folded block of {name} says")
        text = succeed("verify", path)
        check(f"stage2.0 does not run: {words}" in text and "PASS" in text, text)
        report = succeed_json("verify", path)
        equal((report["pass"], report["top1_agrees"], len(report["blocks"])), (True, None, 7), name)


@test
def exports_tell_activations_or_say_that_they_cannot():
    """ONNX has the operators; safetensors come with a note, and imports keep what the block is."""
    operators = {"leaky": ["LeakyRelu"], "relu6": ["Clip"], "hardswish": ["HardSigmoid", "Mul"],
                 "silu": ["Sigmoid", "Mul"], "none": []}
    for name, words in operators.items():
        path = changed(name, RUNNING[name][0])
        target = scratch(f"{name}.onnx")
        succeed("export", path, "-o", target)
        equal(Model(target).operations(),
              (["Conv"] + words) * 7 + ["GlobalAveragePool", "Flatten", "Gemm"], name)
        result = program("export", path, "-o", scratch(f"{name}.safetensors"))
        check(result.returncode == 0 and "the names say a ReLU" in result.stderr, result.stderr)
        copy = scratch(f"{name}-copy.rvg")
        succeed("import", path, "-o", copy)
        ours, theirs = (tensors.parts(it)[0]["__metadata__"]["rvg.network"] for it in (path, copy))
        blocks = [json.loads(text)["stages"] for text in (ours, theirs)]
        equal(blocks[1], blocks[0], f"blocks of {name} after import")
