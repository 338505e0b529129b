#!/usr/bin/env python3
"""Writes a RepVGG-A0 of the real timm with random weights, and what PyTorch makes of a picture.

    python3 Scripts/make_timm_a0.py OUTPUT_FOLDER

a0-train.safetensors   timm's names, training form, 9.1 M values
a0-deploy.safetensors  the same network after timm's own reparameterize_model
a0-input.safetensors   `input`, 1 x 3 x 224 x 224
a0-logits.safetensors  `train` and `deploy`, 1 x 1000, in float32; `double`, the training form in float64
"""

import argparse
import copy
import pathlib
import sys

import torch
from safetensors.torch import save_file

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "python"))

from timm_nets import architecture, contiguous, reparameterized  # noqa: E402

SEED = 20


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description="Writes a RepVGG-A0 made by timm.")
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)

    network = architecture("A0", SEED)
    deployed = reparameterized(copy.deepcopy(network))
    picture = torch.randn(1, 3, 224, 224)
    train, deploy = network(picture), deployed(picture)
    save_file(contiguous(network), folder / "a0-train.safetensors")
    save_file(contiguous(deployed), folder / "a0-deploy.safetensors")
    save_file({"input": picture}, folder / "a0-input.safetensors")
    double = copy.deepcopy(network).double()(picture.double())
    logits = {"train": train, "deploy": deploy, "double": double}
    save_file(logits, folder / "a0-logits.safetensors")

    largest = double.abs().max().item()
    print(f"largest logit {largest:.4f}, top class {double.argmax().item()}")
    for name in ("train", "deploy"):
        error = (logits[name].double() - double).abs().max().item() / largest
        print(f"{name} form in float32 against double: {error:.2e} of the largest logit")


if __name__ == "__main__":
    main()
