#!/usr/bin/env python3
"""Writes the networks that the tests check against PyTorch, with what PyTorch makes of two inputs.

    python3 Tests/RepCoreTests/Fixtures/make_fixtures.py [OUTPUT_FOLDER]

Seeded. README.md beside this script lists the files. The networks called timm-* are the real timm's and
folded by timm's own code; the official-* ones are our own modules under the names of the authors' code.
"""

import argparse
import copy
import json
import pathlib
import sys
from collections import OrderedDict

import torch
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "Scripts" / "python"))

from repvgg import Block, Recipe, RepVGG, replace  # noqa: E402
from rvg import save_rvg  # noqa: E402
from timm_nets import contiguous, import_byobnet, season  # noqa: E402

SEED = 12
CLASSES = 12

# Widths that are not multiples of a vector; a grouped layer inside and at the end of a stage.
PLAIN = Recipe(
    name="official-plain",
    widths=(8, 12, 20, 24),
    depths=(1, 3, 2, 1),
    strides=(2, 2, 2, 2),
    classes=CLASSES,
)
OFFICIAL = [
    PLAIN,
    replace(PLAIN, name="official-g2", groups=2),
    replace(PLAIN, name="official-g4", groups=4),
    replace(PLAIN, name="official-d2se", reduction=4),
    replace(PLAIN, name="official-eps", epsilon=1e-3),
    replace(PLAIN, name="official-no-affine", affine=False),
]
# Networks that are also written as .rvg, by Python; their tensors alone do not tell all about them.
RVG = ("official-g4", "official-d2se", "official-eps")
PLUS = Recipe(
    name="plus-l2pse",
    widths=(8, 8, 12, 16, 20),
    depths=(1, 2, 2, 4, 1),
    strides=(2, 2, 2, 2, 2),
    classes=CLASSES,
    reduction=4,
    excite_last=True,
)


def timm_networks(byobnet):
    """Three small networks of timm's RepVGG blocks: plain, grouped, with squeeze-excite."""

    def network(group_size=0, **kwargs):
        stages = [(2, 16), (2, 32), (1, 48)]
        blocks = tuple(
            byobnet.ByoBlockCfg(type="rep", d=depth, c=width, s=2, gs=group_size)
            for depth, width in stages
        )
        cfg = byobnet.ByoModelCfg(blocks=blocks, stem_type="rep", stem_chs=16, **kwargs)
        return byobnet.ByobNet(cfg, num_classes=CLASSES, in_chans=3)

    yield "timm-plain", network()
    # A group size of half the channels at every second block of a stage.
    yield "timm-g2", network(lambda channels, index: channels // 2 if index % 2 else 0)
    kwargs = dict(attn_layer="se", attn_kwargs=dict(rd_ratio=0.25, rd_divisor=1))
    yield "timm-d2se", network(**kwargs)


def plus_names(tensors, depths):
    """The names of the RepVGGplus code: `blocks` inside stages, stage 3 in two halves."""

    def renamed(name):
        stage, dot, rest = name.partition(".")
        if not stage.startswith("stage") or stage == "stage0":
            return name
        index, _, rest = rest.partition(".")
        half = depths[3] // 2
        if stage == "stage3":
            second = int(index) >= half
            stage, index = f"stage3_{'second' if second else 'first'}", int(index) - half * second
        return f"{stage}.blocks.{index}.{rest}"

    return OrderedDict((renamed(name), value) for name, value in tensors.items())


def auxiliary_heads(widths):
    """The classifiers that RepVGGplus has only in training, for readers to pass over."""
    tensors = {}
    for stage, width in zip(("stage1", "stage2", "stage3_first"), widths[1:4]):
        head = torch.nn.Sequential(
            torch.nn.Sequential(
                OrderedDict(
                    conv=torch.nn.Conv2d(width, width, 3, 2, 1, bias=False),
                    bn=torch.nn.BatchNorm2d(width),
                )
            ),
            torch.nn.ReLU(),
            torch.nn.Flatten(),
            torch.nn.Linear(width, CLASSES),
        )
        tensors |= {f"{stage}_aux.{name}": value for name, value in contiguous(head).items()}
    return tensors


class Writer:
    """Writes weights and logits into a folder and checks PyTorch against itself on the way."""

    def __init__(self, folder):
        self.folder = folder
        generator = torch.Generator().manual_seed(SEED)
        shapes = {"square": (2, 3, 32, 32), "odd": (1, 3, 33, 47)}
        self.inputs = {
            name: torch.randn(shape, generator=generator) for name, shape in shapes.items()
        }

    def save(self, name, tensors, **metadata):
        path = self.folder / f"{name}.safetensors"
        save_file(tensors, path, metadata={key: json.dumps(it) for key, it in metadata.items()})
        path.chmod(0o644)

    def logits(self, name, **forms):
        """Writes every form's logits for both inputs, as computed in float32 and in float64."""
        tensors = {}
        for size, pictures in self.inputs.items():
            for form, network in forms.items():
                double = copy.deepcopy(network).double()(pictures.double())
                tensors[f"{size}.{form}"] = network(pictures)
                tensors[f"{size}.{form}.double"] = double
                largest = double.abs().max()
                error = (tensors[f"{size}.{form}"].double() - double).abs().max() / largest
                assert 0.2 < largest < 20 and error < 1e-5, (name, size, form, largest, error)
        self.save(f"{name}-logits", tensors)

    def both_forms(self, name, network, folded, rename=lambda tensors: tensors, **metadata):
        """Writes a network and its folded copy, which `folded` makes; returns the copy."""
        deployed = folded(copy.deepcopy(network))
        exact = folded(copy.deepcopy(network).double())
        for pictures in self.inputs.values():
            expected = copy.deepcopy(network).double()(pictures.double())
            error = (exact(pictures.double()) - expected).abs().max() / expected.abs().max()
            assert error < 1e-12, (name, error)
        self.save(f"{name}-train", rename(contiguous(network)), **metadata)
        self.save(f"{name}-deploy", rename(contiguous(deployed)), **metadata)
        self.logits(name, train=network, deploy=deployed)
        return deployed


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description="Writes the test fixtures.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    writer = Writer(folder)
    for name, pictures in writer.inputs.items():
        writer.save(f"input-{name}", {"input": pictures})
    calibration = torch.randn(
        16, 3, 48, 48, generator=torch.Generator().manual_seed(SEED + 1)
    )

    byobnet = import_byobnet()
    from timm.utils.model import reparameterize_model

    torch.manual_seed(SEED)
    for seed, (name, network) in enumerate(timm_networks(byobnet)):
        network = season(network, calibration, seed)
        writer.both_forms(name, network, lambda it: reparameterize_model(it).eval())

    for seed, recipe in enumerate(OFFICIAL):
        network = season(RepVGG(recipe), calibration, 100 + seed)
        deployed = writer.both_forms(recipe.name, network, RepVGG.fold, recipe=recipe.facts())
        if recipe.name in RVG:
            source = f"make_fixtures.py, {recipe.name}"
            save_rvg(network, folder / f"{recipe.name}-train.rvg", source)
            save_rvg(deployed, folder / f"{recipe.name}-deploy.rvg", source)
        if recipe is PLAIN:
            plain = network

    network = season(RepVGG(PLUS), calibration, 200)
    extra = auxiliary_heads(PLUS.widths)

    def plus(tensors):
        training = any("rbr_dense" in name for name in tensors)
        return plus_names(tensors, PLUS.depths) | (extra if training else {})

    writer.both_forms(PLUS.name, network, RepVGG.fold, plus, recipe=PLUS.facts())

    for name, kind in (("f16", torch.float16), ("bf16", torch.bfloat16)):
        rounded = copy.deepcopy(plain).to(kind)
        tensors = contiguous(rounded)
        writer.save(f"official-{name}-train", tensors, recipe=PLAIN.facts())
        # What a reader that widens to float32 has to get.
        writer.logits(f"official-{name}", train=rounded.float())

    mixed = copy.deepcopy(plain)
    [block for block in mixed.modules() if isinstance(block, Block)][2].fold()
    writer.save("official-mixed", contiguous(mixed), recipe=PLAIN.facts())
    writer.logits("official-mixed", mixed=mixed)


if __name__ == "__main__":
    main()
