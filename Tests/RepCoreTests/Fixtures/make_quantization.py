#!/usr/bin/env python3
"""Simulates integer networks of the samples in double with numpy, and writes what the tests expect of them.

    python3 Tests/RepCoreTests/Fixtures/make_quantization.py

Shares nothing with the project: forms, folding, grids and runs are written here from their definitions. Weights
lie on a symmetric grid, maps on an asymmetric one between the least and the greatest value that 64 training
digits (the first in the file's order) make there; norms, biases, identities and the classifier are not rounded.
A block's error is that of the map that it makes, before this is rounded for the next block.
"""

import json
import pathlib

import numpy
from safetensors import safe_open
from safetensors.numpy import load_file

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[2] / "Samples"
BITS = [(8, 8), (6, 6), (5, 5), (4, 8), (3, 8)]
CALIBRATION = 64
BINS = 48


class Line:
    """A norm as scale * x + shift, channel by channel."""

    def __init__(self, tensors, name, facts, channels):
        self.vectors = None
        self.scale, self.shift = numpy.ones(channels), numpy.zeros(channels)
        if facts:
            gamma, beta, mean, variance = (
                tensors[f"{name}.{it}"].astype(float)
                for it in ("weight", "bias", "running_mean", "running_var")
            )
            self.scale = gamma / numpy.sqrt(variance + facts["epsilon"])
            self.shift = beta - mean * self.scale
            self.vectors = mean, numpy.sqrt(variance)

    def __call__(self, x):
        return x * self.scale[:, None, None] + self.shift[:, None, None]


class Block:
    """The branches of a block with their kernels, and the norm behind their sum."""

    NAMES = {"3x3": "rbr_dense", "1x1": "rbr_1x1", "identity": "rbr_identity"}

    def __init__(self, tensors, name, facts):
        self.name, self.stride, channels = name, facts["stride"], facts["out"]
        self.branches = []
        for branch in facts["branches"]:
            module = f"{name}.{self.NAMES[branch['role']]}"
            kernel = tensors.get(f"{module}.conv.weight")
            norm = module if branch["role"] == "identity" else f"{module}.bn"
            line = Line(tensors, norm, branch["norm"], channels)
            self.branches.append((branch["role"], None if kernel is None else kernel.astype(float), line))
        self.after = Line(tensors, f"{name}.bn", facts["postNorm"], channels)

    def folded(self):
        """Kernel O x I x 3 x 3 and bias O, rounded to float32 as a file of the deploy form holds them."""
        kernel, bias = 0, 0
        for role, taps, line in self.branches:
            if role == "identity":
                taps = numpy.eye(len(line.scale))[:, :, None, None]
            if taps.shape[-1] == 1:
                taps = numpy.pad(taps, ((0, 0), (0, 0), (1, 1), (1, 1)))
            kernel = kernel + taps * line.scale[:, None, None, None]
            bias = bias + line.shift
        kernel = kernel * self.after.scale[:, None, None, None]
        bias = bias * self.after.scale + self.after.shift
        return kernel, bias

    def run(self, x, deploy, rounded):
        """The block's output; `rounded` is applied to every kernel that the form stores."""
        if deploy:
            kernel, bias = (it.astype(numpy.float32).astype(float) for it in self.folded())
            y = convolved(x, rounded(kernel), self.stride) + bias[:, None, None]
        else:
            y = self.after(
                sum(
                    line(x if taps is None else convolved(x, rounded(taps), self.stride))
                    for _, taps, line in self.branches
                )
            )
        return numpy.maximum(y, 0)


def convolved(x, kernel, stride):
    size, (height, width) = kernel.shape[-1], x.shape[2:]
    padded = numpy.pad(x, ((0, 0), (0, 0), (size // 2, size // 2), (size // 2, size // 2)))
    windows = [
        padded[:, :, row : row + height : stride, column : column + width : stride]
        for row in range(size)
        for column in range(size)
    ]
    return sum(
        numpy.einsum("oi,nihw->nohw", taps, window, optimize=True)
        for taps, window in zip(kernel.reshape(*kernel.shape[:2], -1).transpose(2, 0, 1), windows)
    )


def weight_grid(bits, per_channel):
    def rounded(kernel):
        highest = 2 ** (bits - 1) - 1
        axes = tuple(range(1, 4)) if per_channel else tuple(range(4))
        step = numpy.abs(kernel).max(axis=axes, keepdims=True) / highest
        return numpy.clip(numpy.round(kernel / step), -highest, highest) * step

    return rounded


def map_grid(seen, bits):
    least, greatest = min(seen.min(), 0), max(seen.max(), 0)
    step = (greatest - least) / (2**bits - 1)
    zero = numpy.round(-least / step)
    return lambda x: (numpy.clip(numpy.round(x / step) + zero, 0, 2**bits - 1) - zero) * step


def classes(network, x):
    return (x.mean((2, 3)) @ network["kernel"].T + network["bias"]).argmax(1)


def plain_runs(network, pictures, deploy):
    """The pictures and the map behind each block, without rounding."""
    maps = [pictures]
    for block in network["blocks"]:
        maps.append(block.run(maps[-1], deploy, lambda kernel: kernel))
    return maps


def study(network, digits, deploy, per_channel):
    seen = plain_runs(network, digits["calibration"], deploy)
    maps = plain_runs(network, digits["tried"], deploy)
    results = []
    for weights, activations in BITS:
        rounded, decibels = weight_grid(weights, per_channel), []
        x = map_grid(seen[0], activations)(maps[0])
        for index, block in enumerate(network["blocks"], 1):
            made = block.run(x, deploy, rounded)
            noise = ((maps[index] - made) ** 2).sum()
            decibels.append(10 * numpy.log10((maps[index] ** 2).sum() / noise))
            x = map_grid(seen[index], activations)(made)
        right = int((classes(network, x) == digits["labels"]).sum())
        results.append(dict(weights=weights, activations=activations, decibels=decibels, right=right))
    right = int((classes(network, maps[-1]) == digits["labels"]).sum())
    return dict(right=right, runs=results)


def spread(values):
    return dict(least=values.min(), greatest=values.max(), deviation=values.std())


def counts(values):
    largest = numpy.abs(values).max()
    return numpy.histogram(values, BINS, (-largest, largest))[0].tolist()


def distribution(block):
    kernel, bias = block.folded()
    centre = kernel[:, :, 1, 1]
    ring = numpy.delete(kernel.reshape(*kernel.shape[:2], 9), 4, 2)
    has_identity = kernel.shape[0] == kernel.shape[1] and block.stride == 1
    stored = {role: taps for role, taps, _ in block.branches if taps is not None}
    lines = [line for _, _, line in block.branches] + [block.after]
    return dict(
        block=block.name,
        stored={role: spread(taps) for role, taps in stored.items()},
        storedCounts={role: counts(taps) for role, taps in stored.items()},
        folded=spread(kernel),
        foldedCounts=counts(kernel),
        foldedChannels=numpy.abs(kernel).max((1, 2, 3)).tolist(),
        ring=spread(ring),
        diagonal=spread(centre.diagonal()) if has_identity else None,
        foldedBias=spread(bias),
        norms=[
            dict(
                scale=spread(line.scale),
                meanBefore=spread(line.vectors[0]),
                deviationBefore=spread(line.vectors[1]),
                meanBehind=spread(line.vectors[0] * line.scale + line.shift),
                deviationBehind=spread(numpy.abs(line.vectors[1] * line.scale)),
            )
            for line in lines
            if line.vectors
        ],
    )


def read(path):
    with safe_open(path, "numpy") as file:
        facts = json.loads(file.metadata()["rvg.network"])
    tensors = load_file(path)
    names = [
        f"stage{stage}" if len(blocks) == 1 and stage == 0 else f"stage{stage}.{index}"
        for stage, blocks in enumerate(facts["stages"])
        for index in range(len(blocks))
    ]
    blocks = [
        Block(tensors, name, block)
        for name, block in zip(names, [block for blocks in facts["stages"] for block in blocks])
    ]
    head = dict(kernel=tensors["linear.weight"].astype(float), bias=tensors["linear.bias"].astype(float))
    return facts["input"], dict(blocks=blocks, **head)


def digits(normalisation):
    data = load_file(SAMPLES / "digits-data.safetensors")
    levels = (data["pictures"] / numpy.float32(16)).astype(float)
    pictures = (levels - normalisation["mean"][0]) / normalisation["deviation"][0]
    held_out = data["held_out"].astype(bool)
    return dict(
        calibration=pictures[~held_out][:CALIBRATION],
        tried=pictures[held_out],
        labels=data["labels"][held_out],
    )


def main():
    expected = {}
    for name in ("digits", "digits-qa"):
        normalisation, network = read(SAMPLES / f"{name}.rvg")
        data = digits(normalisation)
        expected[name] = dict(
            train=study(network, data, deploy=False, per_channel=False),
            trainPerChannel=study(network, data, deploy=False, per_channel=True),
            deploy=study(network, data, deploy=True, per_channel=False),
            deployPerChannel=study(network, data, deploy=True, per_channel=True),
            distributions=[distribution(block) for block in network["blocks"]],
        )
    rounded = json.loads(json.dumps(expected), parse_float=lambda text: float(f"{float(text):.7g}"))
    (HERE / "quantization.json").write_text(json.dumps(rounded, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
