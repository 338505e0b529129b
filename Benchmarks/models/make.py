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
from timm_nets import contiguous, import_byobnet, season

SEED = 20
ARCHITECTURES = {
    "A0": "repvgg_a0",
    "A1": "repvgg_a1",
    "A2": "repvgg_a2",
    "B0": "repvgg_b0",
    "B1": "repvgg_b1",
    "B1G4": "repvgg_b1g4",
    "B2": "repvgg_b2",
    "B2G4": "repvgg_b2g4",
    "B3": "repvgg_b3",
    "B3G4": "repvgg_b3g4",
    "D2SE": "repvgg_d2se",
}


def network(name):
    """The training form of the network `name`, with weights and norms as after some training."""
    byobnet = import_byobnet()
    torch.manual_seed(SEED)
    made = getattr(byobnet, ARCHITECTURES[name.upper()])(pretrained=False)
    return season(made, torch.randn(4, 3, 160, 160), SEED)


def reparameterized(made):
    """The deploy form, folded by timm itself."""
    from timm.utils.model import reparameterize_model

    folded = reparameterize_model(made).eval()
    for module in folded.modules():
        # Left over from folding; as large as a kernel, and of no use any more.
        if hasattr(module, "id_tensor"):
            module.id_tensor = None
    return folded


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("net", choices=sorted(ARCHITECTURES), type=str.upper)
    parser.add_argument("form", choices=["deploy", "train"])
    parser.add_argument("base")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--size", type=int, default=224)
    options = parser.parse_args()

    made = network(options.net)
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
