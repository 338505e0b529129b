"""`export`: ONNX and safetensors files as other tools read them; Scripts/check-export asks those tools."""

import json
import os
import signal
import struct
import subprocess

import tensors
from harness import check, equal, eventually, test
from onnx_file import Model
from program import BINARY, DIGITS, FIXTURES, environment, made, program, refuse, scratch, succeed
from program import succeed_json

FLOAT32, FLOAT16 = 1, 10
BLOCKS = ["stage0", "stage1.0", "stage1.1", "stage2.0", "stage2.1", "stage2.2", "stage3.0"]


def exported(name, *words, source=DIGITS):
    """The path of a network exported without a word on standard error."""
    target = scratch(name)
    succeed("export", source, "-o", target, *words)
    return target


@test
def safetensors_keep_their_pictures():
    """What `export` says of the pictures, `info` reads: the multiply-adds are those of the network's own size."""
    for form in ["train", "deploy"]:
        written = succeed_json("info", exported(f"pictures-{form}.safetensors", "--form", form))
        equal(written["input"], [1, 8, 8], f"input, {form}")
        if form == "train":
            equal(written["macs"], 2960640, "multiply-adds")


@test
def deploy_graph_is_convolutions_and_relus():
    """The sample in ONNX is a Conv and a Relu per block and the head: no norm and no sum."""
    model = Model(exported("deploy.onnx"))
    expected = ["Conv", "Relu"] * len(BLOCKS) + ["GlobalAveragePool", "Flatten", "Gemm"]
    equal(model.operations(), expected, "operators")
    names = [f"{path}/{part}" for path in BLOCKS for part in ["conv", "relu"]]
    equal([node.name for node in model.nodes][:14], names, "names of nodes")
    equal((model.representation, model.operators), (7, 13), "versions")
    equal(model.producer[0], "repvgg-tui", "producer")
    equal(model.input, ("input", FLOAT32, ["batch", 1, "height", "width"]), "input")
    equal(model.output, ("logits", FLOAT32, ["batch", 10]), "output")


@test
def deploy_convolutions_say_how_they_slide():
    """Every Conv has its strides, pads, window and groups; the Gemm is transposed."""
    model = Model(exported("deploy.onnx"))
    convolutions = [node for node in model.nodes if node.operation == "Conv"]
    strides = [node.attributes["strides"] for node in convolutions]
    equal(strides, [[stride] * 2 for stride in [1, 1, 1, 2, 1, 1, 2]], "strides")
    for node in convolutions:
        rest = {key: node.attributes[key] for key in ["dilations", "group", "kernel_shape", "pads"]}
        wanted = {"dilations": [1, 1], "group": 1, "kernel_shape": [3, 3], "pads": [1] * 4}
        equal(rest, wanted, node.name)
    equal(model.nodes[-1].attributes, {"transB": 1}, "Gemm")
    grouped = made("grouped.rvg", "8x1,8x3", "--groups", "4")
    groups = [node.attributes["group"] for node in Model(exported("g.onnx", source=grouped)).nodes
              if node.operation == "Conv"]
    equal(groups, [1, 1, 4, 1], "groups")


@test
def deploy_weights_are_the_folded_ones():
    """The bytes of every initializer are those that `fold` writes under the same name."""
    folded = scratch("folded-for-export.rvg")
    succeed("fold", DIGITS, "-o", folded)
    header, data = tensors.parts(folded)
    weights = Model(exported("deploy.onnx")).weights
    equal(set(weights), set(header) - {"__metadata__"}, "names")
    for name, (shape, kind, values) in weights.items():
        begin, end = header[name]["data_offsets"]
        equal((shape, kind), (header[name]["shape"], FLOAT32), name)
        check(values == data[begin:end], f"{name} differs from the fold")


@test
def training_graph_has_branches_norms_and_sums():
    """The training form has a norm per branch with its epsilon, and sums."""
    model = Model(exported("train.onnx", "--form", "train"))
    operations = model.operations()
    counts = [operations.count(word) for word in ["Conv", "BatchNormalization", "Add", "Relu"]]
    equal(counts, [14, 17, 10, 7], "Conv, BatchNormalization, Add, Relu")
    epsilons = {node.attributes["epsilon"] for node in model.nodes
                if node.operation == "BatchNormalization"}
    equal(epsilons, {struct.unpack("<f", struct.pack("<f", 1e-5))[0]}, "epsilons")


@test
def metadata_tell_what_tensors_do_not():
    """Labels, normalisation, size and origin stand in the metadata of both kinds of file."""
    onnx = Model(exported("deploy.onnx")).metadata
    header, _ = tensors.parts(exported("deploy.safetensors", "--form", "deploy"))
    for metadata in [onnx, header["__metadata__"]]:
        equal(json.loads(metadata["labels"]), [str(digit) for digit in range(10)], "labels")
        equal(json.loads(metadata["mean"]), [0.3054], "mean")
        equal(json.loads(metadata["std"]), [0.3762], "std")
        equal(json.loads(metadata["input"]), [1, 8, 8], "input")
        equal(metadata["form"], "deploy", "form")
        check(metadata["source"], "no source")
    equal(header["__metadata__"]["format"], "pt", "format")


@test
def safetensors_open_again_with_the_same_logits():
    """Exported files of both namings are read back, in the form asked for, and classify alike."""
    pictures = str(FIXTURES / "input-square.safetensors")
    source = str(FIXTURES / "timm-d2se-train.safetensors")
    expected = scratch("expected.safetensors")
    for form in ["train", "deploy"]:
        succeed("run", source, "--input", pictures, "-o", expected, "--form", form, "--json")
        for naming in ["official", "timm"]:
            target = exported(f"{naming}.safetensors", "--naming", naming, "--form", form,
                              source=source)
            equal(succeed_json("info", target)["form"], form, "form")
            seen = scratch("seen.safetensors")
            succeed("run", target, "--input", pictures, "-o", seen, "--form", form, "--json")
            same = tensors.floats(seen, "logits") == tensors.floats(expected, "logits")
            check(same, f"{naming} {form}: other logits")
    equal(succeed_json("info", exported("as-is.safetensors", source=source))["form"], "train",
          "form by default")


@test
def float16_halves_the_file_and_says_what_is_lost():
    """Kernels and biases become float16 between float32 ports; a note counts what is too small."""
    target = scratch("half.onnx")
    result = program("export", DIGITS, "-o", target, "--float16")
    equal(result.returncode, 0, "status")
    lines = result.stderr.splitlines()
    check(len(lines) == 1 and "note: in float16, " in lines[0], f"standard error: {lines}")
    model, full = Model(target), Model(exported("deploy.onnx"))
    equal({kind for _, kind, _ in model.weights.values()}, {FLOAT16}, "element types")
    equal((model.input[1], model.output[1]), (FLOAT32, FLOAT32), "ports")
    for name, (shape, _, values) in full.weights.items():
        wide = struct.unpack(f"<{len(values) // 4}f", values)
        equal(model.weights[name][2], struct.pack(f"<{len(wide)}e", *wide), f"{name} {shape}")


@test
def float16_refuses_what_it_cannot_hold():
    """Values beyond 65504 end the export with status 3 and the names of their tensors."""
    deploy = FIXTURES / "official-plain-deploy.safetensors"
    large = tensors.with_values(deploy, scratch("large-bias.safetensors"), "linear.bias", 70000.0)
    for ending in ["onnx", "safetensors"]:
        target = scratch(f"large.{ending}")
        told = refuse(3, "export", large, "-o", target, "--float16")
        check("linear.bias" in told and "70000" in told, told)
        check(not os.path.exists(target), f"{target} was written all the same")


@test
def wrong_uses_are_told():
    """Endings, forms and namings that make no sense end with a line that says so."""
    check("import and fold" in refuse(2, "export", DIGITS, "-o", scratch("x.rvg")), "no hint")
    refuse(2, "export", DIGITS, "-o", scratch("x.pb"))
    refuse(2, "export", DIGITS)
    refuse(2, "export", DIGITS, "-o", scratch("x.onnx"), "--naming", "timm")
    refuse(2, "export", DIGITS, "-o", scratch("x.safetensors"), "--naming", "other")
    deploy = FIXTURES / "official-plain-deploy.safetensors"
    refuse(3, "export", deploy, "-o", scratch("x.onnx"), "--form", "train")
    plus = FIXTURES / "plus-l2pse-train.safetensors"
    refuse(3, "export", plus, "-o", scratch("x.safetensors"), "--naming", "timm")
    refuse(4, "export", DIGITS, "-o", "/nonexistent/x.onnx")
    refuse(4, "export", DIGITS, "-o", "/nonexistent/x.safetensors")


@test
def interrupted_export_leaves_nothing():
    """Ctrl-C in the middle of an export leaves no file; after its end, the whole one."""
    source = made("b1.rvg", "RepVGG-B1", "--form", "train")
    whole = os.path.getsize(exported("b1.onnx", source=source))
    # A busy machine may let an export end before the signal; then another is interrupted.
    for attempt in range(1, 11):
        folder = scratch(f"interrupted-export{attempt}")
        os.mkdir(folder)
        process = subprocess.Popen(
            [BINARY, "export", source, "-o", f"{folder}/out.onnx"], env=environment())
        eventually(lambda: process.poll() is not None or written(process.pid) > whole // 10,
                   "nothing was written")
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=20)
        files = {name: os.path.getsize(f"{folder}/{name}") for name in os.listdir(folder)}
        if status == -signal.SIGINT:
            check(files in [{}, {"out.onnx": whole}], f"files after the signal: {files}")
        else:
            equal((status, files), (0, {"out.onnx": whole}), "status and files")
        if not files:
            return f"attempt {attempt}"
    check(False, "ten exports ended before the signal came")


def written(pid):
    """Bytes that a process has written so far."""
    lines = open(f"/proc/{pid}/io").read().splitlines()
    return int(dict(line.split(": ") for line in lines)["wchar"])
