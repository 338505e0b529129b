#!/usr/bin/env python3
"""Trains the sample networks on scikit-learn's handwritten digits and writes them with ten test digits.

    python3 Samples/train_digits.py [OUTPUT_FOLDER] [--epochs N] [--only digits|digits-qa]

Seeded, one thread, deterministic algorithms: the same versions (requirements.txt) on the same kind of
processor give the same files. Takes a few minutes for each. The network of the last epoch is written; the
held-out digits are only looked at to be counted.
"""

import argparse
import math
import pathlib
import sys

import numpy
import torch
from safetensors.torch import save_file
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Scripts" / "python"))

from digits_data import LEVELS, SEED, levels_and_labels, split  # noqa: E402
from qarepvgg import QABlock  # noqa: E402
from repvgg import Block, Recipe, RepVGG, replace  # noqa: E402
from rvg import save_rvg  # noqa: E402

BATCH = 48
RATE = 0.08
DECAY = 4e-4
RECIPE = Recipe(
    name="RepVGG-digits",
    widths=(16, 32, 64, 128),
    depths=(1, 2, 3, 1),
    strides=(1, 1, 2, 2),
    classes=10,
    channels=1,
    size=8,
)
# The networks by the names of their files: what they are, and what their blocks are made of.
NETWORKS = {
    "digits": (RECIPE, Block),
    "digits-qa": (replace(RECIPE, name="QARepVGG-digits"), QABlock),
}


def digits():
    """Pictures N x 1 x 8 x 8 of values in 0...1 and labels, as (training, held out) pairs."""
    levels, kinds = levels_and_labels()
    training, held_out = split(kinds)
    pictures = torch.tensor(levels / LEVELS, dtype=torch.float32)
    labels = torch.tensor(kinds.astype(numpy.int64))
    return (pictures[training], labels[training]), (pictures[held_out], labels[held_out])


def shifted(pictures, background, generator):
    """Each picture moved by -1, 0 or 1 pixels both ways; what comes in is `background`."""
    padded = functional.pad(pictures, (1, 1, 1, 1), value=background)
    moves = torch.randint(0, 3, (len(pictures), 2), generator=generator)
    return torch.stack(
        [picture[:, y : y + 8, x : x + 8] for picture, (y, x) in zip(padded, moves.tolist())]
    )


def parameter_groups(network):
    """Decays kernels and the classifier, and leaves norms and biases alone."""
    kernels = [p for p in network.parameters() if p.ndim > 1]
    vectors = [p for p in network.parameters() if p.ndim == 1]
    return [dict(params=kernels, weight_decay=DECAY), dict(params=vectors, weight_decay=0)]


def train(network, pictures, labels, background, epochs, generator):
    """SGD with momentum, a short warm-up, then a cosine to zero."""
    optimiser = torch.optim.SGD(parameter_groups(network), lr=RATE, momentum=0.9, nesterov=True)
    steps = math.ceil(len(pictures) / BATCH) * epochs
    warm_up = steps // 20
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(
            (step + 1) / warm_up,
            0.5 + 0.5 * math.cos(math.pi * max(0, step - warm_up) / (steps - warm_up)),
        ),
    )
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for batch in torch.randperm(len(pictures), generator=generator).split(BATCH):
            inputs = shifted(pictures[batch], background, generator)
            loss = functional.cross_entropy(network(inputs), labels[batch], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        if (epoch + 1) % 10 == 0:
            print(f"epoch {epoch + 1}: loss {total / len(pictures):.4f}", flush=True)


@torch.no_grad()
def right(network, pictures, labels):
    """How many pictures get their own label."""
    network.eval()
    return (network(pictures).argmax(1) == labels).sum().item()


def typical(digit, pictures, labels):
    """Index of the picture of `digit` that is nearest to the mean of its kind."""
    members = (labels == digit).nonzero()[:, 0]
    offsets = pictures[members] - pictures[members].mean(0)
    return int(members[offsets.square().sum((1, 2, 3)).argmin()])


def write_digits(folder, pictures, labels, mean, deviation):
    """The typical held-out digit of each kind: normalised as a tensor, and as an 8x8 grey picture."""
    chosen = [typical(digit, pictures, labels) for digit in range(10)]
    inputs = ((pictures[chosen] - mean) / deviation).contiguous()
    facts = {"labels": " ".join(str(int(labels[index])) for index in chosen)}
    path = folder / "digits-test.safetensors"
    save_file({"input": inputs}, path, metadata=facts)
    path.chmod(0o644)
    for digit, picture in enumerate(pictures[chosen]):
        # Values are sixteenths; 255/16 a step, so that reading value/255 gives them back.
        grey = (picture[0] * 255).round().to(torch.uint8).numpy()
        (folder / f"digit-{digit}.pgm").write_bytes(b"P5\n8 8\n255\n" + grey.tobytes())


def seeded():
    """Starts all random numbers anew, so that no network depends on those before it."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    return torch.Generator().manual_seed(SEED)


def main():
    parser = argparse.ArgumentParser(description="Trains the sample networks.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--only", choices=list(NETWORKS))
    arguments = parser.parse_args()
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)

    (pictures, labels), (test_pictures, test_labels) = digits()
    mean = round(pictures.mean().item(), 4)
    deviation = round(pictures.std().item(), 4)
    inputs, test_inputs = (pictures - mean) / deviation, (test_pictures - mean) / deviation
    print(f"mean {mean}, deviation {deviation}")

    for name in [arguments.only] if arguments.only else NETWORKS:
        recipe, block = NETWORKS[name]
        generator = seeded()
        network = RepVGG(recipe, block)
        train(network, inputs, labels, -mean / deviation, arguments.epochs, generator)
        correct, count = right(network, test_inputs, test_labels), len(test_labels)
        fitted = right(network, inputs, labels)
        print(f"{name}: training digits: {fitted} of {len(labels)} = {fitted / len(labels):.2%}")
        print(f"{name}: held-out digits: {correct} of {count} = {correct / count:.2%}")
        save_rvg(
            network,
            folder / f"{name}.rvg",
            source=f"Samples/train_digits.py on scikit-learn's load_digits; {correct} of {count} "
            "held-out digits right",
            mean=[mean],
            deviation=[deviation],
            labels=[str(digit) for digit in range(10)],
        )
    write_digits(folder, test_pictures, test_labels, mean, deviation)


if __name__ == "__main__":
    main()
