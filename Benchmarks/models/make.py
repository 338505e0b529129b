"""Makes one network with the real timm and writes what the engines read.

    cd Benchmarks && python -m models.make A0 deploy BASE [--batch 1] [--size 224]

BASE.safetensors         timm's tensors in the wanted form, for repvgg-tui
BASE.pt                  the same network as a PyTorch module
BASE.onnx                the same network for the peers, its weights as initialisers
BASE.input.npy           N x 3 x size x size, normal values; also BASE.input.safetensors
BASE.reference.npy       N x 1000, the logits of the training form in float64

Weights are random, norms are as after some training, so that activations stay near 1 and no engine meets
denormal numbers. The same seed makes both forms, so that they are one network.
"""

import argparse
import copy

import numpy
import torch
from safetensors.torch import save_file

import models  # noqa: F401
from timm_nets import ARCHITECTURES, architecture, contiguous, reparameterized

SEED = 20


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("net", choices=sorted(ARCHITECTURES), type=str.upper)
    parser.add_argument("form", choices=["deploy", "train"])
    parser.add_argument("base")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--size", type=int, default=224)
    options = parser.parse_args()

    made = architecture(options.net, SEED)
    generator = torch.Generator().manual_seed(SEED)
    shape = (options.batch, 3, options.size, options.size)
    pictures = torch.randn(shape, generator=generator)
    reference = copy.deepcopy(made).double()(pictures.double())
    numpy.save(options.base + ".reference.npy", reference.numpy())
    del reference
    if options.form == "deploy":
        made = reparameterized(made)
    numpy.save(options.base + ".input.npy", pictures.numpy())
    save_file({"input": pictures}, options.base + ".input.safetensors")
    save_file(contiguous(made), options.base + ".safetensors")
    torch.save(made, options.base + ".pt")
    names = {"input_names": ["input"], "output_names": ["logits"]}
    torch.onnx.export(
        made, (pictures,), options.base + ".onnx", dynamo=True, external_data=False, **names
    )


if __name__ == "__main__":
    main()
