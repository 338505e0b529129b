"""Exports networks with the program and checks what other tools make of the files; see Scripts/check-export.

Logits are compared with the program's own, relative to the largest of them, and all shapes are tried with
one picture and with three.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime
import torch
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/RepCoreTests/Fixtures"
sys.path.insert(0, str(ROOT / "Scripts/python"))
sys.path.insert(0, str(FIXTURES))
sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))

import loading_nets  # noqa: E402
import tensors  # noqa: E402

BINARY = os.environ.get("REPVGG_TUI", str(ROOT / ".build/release/repvgg-tui"))
FLOAT32 = 1e-4
ACTIVATIONS = {
    "leaky": {"activation": "leaky-relu", "slope": 0.1}, "relu6": {"activation": "relu6"},
    "hardswish": {"activation": "hardswish"}, "silu": {"activation": "silu"},
    "none": {"activation": "identity"},
}
# Weights have 11 bits; ONNX Runtime and PyTorch compute in float32 on a CPU.
FLOAT16 = 5e-3


def program(*words):
    """Runs the program, which must succeed."""
    result = subprocess.run([BINARY, *map(str, words)], capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"{words}: status {result.returncode}: {result.stderr.strip()}")


class Network:
    """A model file with inputs and the program's logits for them."""

    def __init__(self, path, folder, channels, size):
        self.path, self.folder = path, folder
        self.name = path.name.replace(".", "-") if path.suffix == ".rvg" else path.stem
        generator = np.random.default_rng(7)
        wide = (size + 1, size + 15)
        shapes = [(1, channels, size, size), (3, channels, size, size), (1, channels, *wide)]
        self.inputs = [generator.standard_normal(shape, dtype=np.float32) for shape in shapes]
        self.expected = {}

    def exported(self, suffix, *options):
        path = self.folder / f"exported.{suffix}"
        program("export", self.path, "-o", path, *options)
        return path

    def logits(self, form):
        if form not in self.expected:
            source, target = self.folder / "in.safetensors", self.folder / "out.safetensors"
            rows = []
            for tensor in self.inputs:
                save_file({"input": tensor}, source)
                program("run", self.path, "--input", source, "-o", target, "--form", form)
                rows.append(load_file(target)["logits"])
            self.expected[form] = rows
        return self.expected[form]

    def error(self, form, run):
        """The largest difference of `run`'s logits over all inputs."""
        pairs = zip(self.logits(form), map(run, self.inputs))
        return max(np.abs(ours - theirs).max() / np.abs(ours).max() for ours, theirs in pairs)

    @property
    def forms(self):
        return ["deploy"] if "deploy" in self.path.stem else ["train", "deploy"]


class Report:
    """Prints a line for each check and counts those that fail."""

    def __init__(self):
        self.failed = 0

    def line(self, passes, *words):
        self.failed += not passes
        print("ok  " if passes else "FAIL", *words, flush=True)

    def error(self, value, limit, *words):
        self.line(value <= limit, *words, f"{value:.1e} (at most {limit:g})")


def check_onnx(network, form, precision, report):
    options = ["--form", form] + (["--float16"] if precision == "float16" else [])
    path = network.exported("onnx", *options)
    onnx.checker.check_model(str(path), full_check=True)
    operations = {node.op_type for node in onnx.load(str(path)).graph.node}
    folded = not operations & {"BatchNormalization", "Add"}
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    error = network.error(form, lambda tensor: session.run(None, {"input": tensor})[0])
    words = (network.name, form, precision, "ONNX Runtime")
    report.line(folded == (form == "deploy"), *words, "operators", *sorted(operations))
    report.error(error, FLOAT16 if precision == "float16" else FLOAT32, *words)


@torch.no_grad()
def check_modules(network, form, precision, report):
    """Loads safetensors files strictly into the modules that have the network."""
    for naming, module in loading_nets.modules(network.name, form):
        options = ["--form", form, "--naming", naming]
        path = network.exported("safetensors", *options, *["--float16"][: precision == "float16"])
        with safe_open(path, "pt") as file:
            loaded = {name: file.get_tensor(name) for name in file.keys()}
        loaded = loading_nets.renamed(network.name, loaded)
        own = module.state_dict()
        counters = [name for name in loaded if name.endswith("num_batches_tracked")]
        same = all(loaded[name].dtype == own[name].dtype for name in counters if name in own)
        module.load_state_dict(loaded, strict=True)
        error = network.error(form, lambda tensor: module(torch.from_numpy(tensor)).numpy())
        words = (network.name, form, precision, f"{naming} module")
        report.line(same, *words, f"strict, {len(loaded)} tensors, {len(counters)} counters")
        report.error(error, FLOAT16 if precision == "float16" else FLOAT32, *words)


def check_round_trip(network, report):
    """A file with timm's names is the same after official names and back."""
    if not network.name.startswith("timm-"):
        return
    there = network.exported("safetensors", "--naming", "official")
    back = network.folder / "back.safetensors"
    program("export", there, "-o", back, "--naming", "timm")
    before, after = load_file(network.path), load_file(back)
    same = before.keys() == after.keys() and all(
        before[name].dtype == after[name].dtype and before[name].tobytes() == after[name].tobytes()
        for name in before if not name.endswith("num_batches_tracked"))
    report.line(same, network.name, "there and back", f"{len(after)} tensors")


def with_activation(path, keys):
    """The sample with another activation in every block, written to `path`."""
    header, data = tensors.parts(ROOT / "Samples/digits.rvg")
    metadata = header["__metadata__"]
    network = json.loads(metadata["rvg.network"])
    for block in (block for stage in network["stages"] for block in stage):
        block.update(keys)
    metadata.update({"rvg.network": json.dumps(network), "rvg.version": "1.1"})
    tensors.write(path, header, data)
    return path


def networks(folder):
    """The fixtures, the sample with every activation and five published networks with random weights."""
    for path in sorted(FIXTURES.iterdir()):
        if any(word in path.name for word in ("-train.", "-deploy.", "-mixed.")):
            yield Network(path, folder, 3, 32)
    for form in ("train", "deploy"):
        yield Network(FIXTURES / f"schemes/apple-mobileone-{form}.pth", folder, 3, 32)
    yield Network(ROOT / "Samples/digits.rvg", folder, 1, 8)
    for name, keys in ACTIVATIONS.items():
        yield Network(with_activation(folder / f"digits-{name}.rvg", keys), folder, 1, 8)
    for variant in ("A0", "B1g4", "D2se", "MobileOne-S0", "MobileOne-S4"):
        path = folder / f"{variant}.rvg"
        program("new", variant, "-o", path)
        yield Network(path, folder, 3, 224)
        path.unlink()


def main(words):
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        for network in networks(pathlib.Path(folder)):
            if words and not any(word in network.name for word in words):
                continue
            for form in network.forms:
                for precision in ("float32", "float16"):
                    check_onnx(network, form, precision, report)
                    check_modules(network, form, precision, report)
            check_round_trip(network, report)
    print(f"{report.failed} failed")
    return report.failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
