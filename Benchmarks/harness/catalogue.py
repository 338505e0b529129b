"""Which engines there are, how each is started, and which packages its version is taken from."""

import dataclasses
import hashlib
import importlib.metadata
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[1]
OURS = "repvgg-tui"
OURS_AS_WRITTEN = "repvgg-tui, as written"


@dataclasses.dataclass(frozen=True)
class Peer:
    """An adapter in Benchmarks/peers; of several configurations the fastest is measured."""

    name: str
    title: str
    packages: tuple
    configurations: tuple = ("default",)


PEERS = {
    peer.name: peer
    for peer in (
        Peer("ncnn", "ncnn", ("ncnn", "pnnx")),
        Peer("openvino", "OpenVINO", ("openvino",)),
        Peer("onnxruntime", "ONNX Runtime", ("onnxruntime",)),
        Peer("mnn", "MNN", ("mnn",)),
        Peer("pytorch", "PyTorch", ("torch",), ("eager", "channels_last", "jit", "compile")),
    )
}


def version(package):
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return f"{package} not installed"


def program_version(program):
    """What the program calls itself, and the start of its digest, which tells one build from another."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
    return f"{said}, sha256 {hashlib.sha256(program.read_bytes()).hexdigest()[:12]}"


def module(name, *arguments):
    """The command that runs a module of this folder."""
    return [sys.executable, "-m", name, *map(str, arguments)]


def peer_command(peer, configuration, base, threads, logits):
    return module(f"peers.{peer.name}", base, threads, logits, configuration)


def our_branches(form):
    """How our engine executes the branches of a form, by the name that it then has in tables."""
    return {OURS: "fused", OURS_AS_WRITTEN: "written"} if form == "train" else {OURS: ""}


def our_run(program, base, task, logits):
    """The command that classifies the input once, and writes the logits."""
    given = ["--input", f"{base}.input.safetensors", "-o", str(logits)]
    fixed = ["--form", task.form, "--threads", str(task.threads)]
    return [program, "run", f"{base}.safetensors", *given, *fixed]


def our_bench(program, model, task, branches=""):
    """The command that times a model file."""
    fixed = ["--form", task.form, "--threads", str(task.threads), "--batch", str(task.batch)]
    fixed += ["--size", str(task.size)]
    fixed += ["--algorithm", task.algorithm] if task.algorithm else []
    fixed += ["--branches", branches] if branches else []
    return [program, "bench", str(model), *fixed]
