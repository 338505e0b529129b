#!/usr/bin/env python3
"""Writes small checkpoints of every naming scheme and container, and what their makers compute with them.

    "$(Scripts/python-env --schemes)" Tests/RepCoreTests/Fixtures/make_scheme_fixtures.py [OUTPUT_FOLDER]

Seeded. README.md beside this script lists the files and says which packages made them. Each checkpoint has
a NAME.json with what a reader has to find in it.
"""

import argparse
import copy
import json
import pathlib
import sys
from collections import OrderedDict

import numpy
import torch
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[2] / "Scripts" / "python")]

from make_fixtures import CLASSES, Writer, auxiliary_heads, plus_names  # noqa: E402
from repvgg import Block, Recipe, RepVGG, replace  # noqa: E402
from timm_nets import contiguous, import_byobnet, season  # noqa: E402

byobnet = import_byobnet()

from timm.utils.model import reparameterize_model  # noqa: E402

from schemes import apple, mm, supergradients, timm_mobileone, yolo  # noqa: E402
from schemes.blocks import blocks, survey  # noqa: E402
from schemes.segmenter import Segmenter  # noqa: E402
from schemes.storages import odd_storages  # noqa: E402

SEED = 40
TINY = Recipe(
    name="official",
    widths=(6, 6, 10, 14, 18),
    depths=(1, 1, 2, 1, 1),
    strides=(2, 2, 2, 2, 2),
    classes=CLASSES,
)
PLUS = replace(TINY, name="plus", depths=(1, 1, 2, 2, 1), reduction=2, excite_last=True)
HEAD = ("linear.weight", "linear.bias", "head.fc.weight", "head.fc.bias")


class SchemeWriter(Writer):
    """Writes checkpoints as their projects do, beside the outputs and the facts that tests compare."""

    def __init__(self, folder):
        super().__init__(folder)
        self.channels = set()

    def checkpoint(self, name, content, facts, sets, extension="pth", **kwargs):
        """Writes `content` by torch.save, and the facts of the set that a reader takes by itself.

        `sets` has, for every set of tensors in the file, the name of its outputs; the last one is chosen.
        """
        path = self.folder / f"{name}.{extension}"
        if extension == "safetensors":
            save_file(content, path)
        else:
            torch.save(content, path, **kwargs)
        path.chmod(0o644)
        forms = {block["form"] for block in facts["blocks"]}
        known = {
            "file": path.name,
            "scheme": facts["scheme"],
            "form": forms.pop() if len(forms) == 1 else "mixed",
            "classes": facts.get("classes"),
            "module": any(isinstance(it, torch.nn.Module) for it in _members(content)),
            "sets": [{"name": key, "outputs": outputs} for key, outputs in sets.items()],
            "blocks": facts["blocks"],
            "opaque": facts["opaque"],
            "ignored": facts["ignored"],
        }
        (self.folder / f"{name}.json").write_text(readable(known))

    def logits(self, name, **forms):
        super().logits(name, **forms)
        return f"{name}-logits.safetensors"

    def block_outputs(self, name, network):
        """Writes every block's output, computed in float64, for the seeded input of its width."""
        tensors = {}
        for path, block, parts in blocks(network):
            conv = [it for it in block.modules() if isinstance(it, torch.nn.Conv2d)][0]
            self.channels.add(conv.in_channels)
            exact = copy.deepcopy(block).double().eval()
            tensors[path] = exact(block_input(conv.in_channels).double())
        self.save(f"{name}-blocks", tensors)
        return f"{name}-blocks.safetensors"

    def block_inputs(self):
        """Writes the inputs of all blocks so far, one for each number of channels."""
        inputs = {str(width): block_input(width) for width in sorted(self.channels)}
        self.save("block-inputs", inputs)


def readable(facts):
    """JSON with a line for every fact, and for every entry of a list."""

    def value(it):
        if not isinstance(it, list) or not it:
            return json.dumps(it)
        return "[\n  " + ",\n  ".join(map(json.dumps, it)) + "\n ]"

    lines = (f" {json.dumps(key)}: {value(it)}" for key, it in facts.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _members(content):
    return [content, *content.values()] if isinstance(content, dict) else [content]


def block_input(channels):
    """1 x channels x 5 x 6, the same for every block of that width."""
    generator = torch.Generator().manual_seed(SEED + channels)
    return torch.randn((1, channels, 5, 6), generator=generator)


def facts(network, scheme, **kwargs):
    """What a reader has to find, with the scheme's name and the number of classes."""
    head = [name for name in HEAD if name in network.state_dict()]
    classes = len(network.state_dict()[head[1]]) if head else None
    return {"scheme": scheme, "classes": classes} | survey(network, head, **kwargs)


def seasoned(network, seed, size=48):
    generator = torch.Generator().manual_seed(SEED + 1)
    return season(network, torch.randn(16, 3, size, size, generator=generator), SEED + seed)


def stepped(network):
    """The state of an optimizer after a step, with a buffer as large as each weight."""
    network = copy.deepcopy(network).requires_grad_()
    optimizer = torch.optim.SGD(network.parameters(), 0.1, momentum=0.9)
    pictures = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(SEED))
    with torch.enable_grad():
        network(pictures).sum().backward()
    optimizer.step()
    return optimizer.state_dict()


def whole_networks(writer):
    """Networks of each scheme as bare or wrapped tensors, in both forms."""
    made = [
        (
            "timm-mobileone",
            "timm",
            timm_mobileone.network(byobnet, CLASSES),
            reparameterize_model,
            lambda it: it,
        ),
        (
            "apple-mobileone",
            "apple",
            apple.MobileOne(10, (10, 14, 20), (1, 2, 1), 4, CLASSES, excited=(3,)),
            apple.MobileOne.fold,
            lambda it: it,
        ),
    ]
    meta = dict(mmpretrain_version="1.2.0", epoch=3, iter=12, cfg="model = dict(type='X')\n")

    def wrapped(tensors):
        return {"meta": meta, "state_dict": tensors, "message_hub": {}, "param_schedulers": []}

    for name, network in (
        ("mmpretrain", mm.repvgg(CLASSES)),
        ("mmpretrain-se", mm.repvgg(CLASSES, ratio=2)),
        ("mmpretrain-mobileone", mm.mobileone(CLASSES)),
    ):
        made.append((name, "mmpretrain", network, mm.Classifier.fold, wrapped))
    for seed, (name, scheme, network, fold, wrap) in enumerate(made):
        network = seasoned(network, seed)
        deployed = fold(copy.deepcopy(network)).eval()
        exact = fold(copy.deepcopy(network).double()).eval()
        for pictures in writer.inputs.values():
            expected = copy.deepcopy(network).double()(pictures.double())
            error = (exact(pictures.double()) - expected).abs().max() / expected.abs().max()
            # Some packages keep their identity kernels in float32.
            assert error < 1e-6, (name, error)
        outputs = writer.logits(name, train=network, deploy=deployed)
        sets = {"" if wrap({}) == {} else "state_dict": outputs}
        for form, it in (("train", network), ("deploy", deployed)):
            known = facts(it, scheme)
            writer.checkpoint(f"{name}-{form}", wrap(it.state_dict()), known, sets)
            if name in ("timm-mobileone", "apple-mobileone") and form == "train":
                tensors = contiguous(it)
                writer.checkpoint(f"{name}-{form}-st", tensors, known, sets, "safetensors")


def official(writer):
    """The authors' names in every wrapper that their users save."""
    network = seasoned(RepVGG(TINY), 20)
    folded = copy.deepcopy(network).fold()
    outputs = writer.logits("official-tiny", train=network, deploy=folded)
    train, deploy = network.state_dict(), folded.state_dict()
    known = facts(network, "official")

    def prefixed(prefix):
        named = OrderedDict((prefix + name, value) for name, value in train.items())
        return named, facts(network, "official", rename=lambda name: prefix + name)

    bare = {"": outputs}
    writer.checkpoint("official-train", train, known, bare)
    writer.checkpoint("official-deploy", deploy, facts(folded, "official"), bare)
    writer.checkpoint(
        "official-legacy", train, known, bare, _use_new_zipfile_serialization=False
    )
    for name, prefix in (
        ("module", "module."),
        ("compiled-module", "_orig_mod.module."),
    ):
        tensors, renamed = prefixed(prefix)
        writer.checkpoint(f"official-{name}", tensors, renamed, bare)

    config = argparse.Namespace(arch="RepVGG-tiny", lr=0.1, size=[32, 32], tag=None)
    wrapper = {
        "model": train,
        "optimizer": stepped(network),
        "lr_scheduler": {"last_epoch": 3, "base_lrs": [0.1]},
        "max_accuracy": 12.5,
        "epoch": 3,
        "config": config,
    }
    writer.checkpoint("official-wrapper", wrapper, known, {"model": outputs})

    other = seasoned(RepVGG(TINY), 21)
    average = writer.logits("official-pair-ema", train=other)
    pair = {"epoch": 3, "arch": "repvgg", "state_dict": train, "state_dict_ema": other.state_dict()}
    sets = {"state_dict": outputs, "state_dict_ema": average}
    writer.checkpoint("official-pair", pair, facts(other, "official"), sets)

    # What tools/insert_bn.py of the authors makes: the folded kernel without bias, and a norm.
    normed = seasoned(RepVGG(TINY), 22).fold()
    for block in [it for it in normed.modules() if isinstance(it, Block)]:
        conv = block.rbr_reparam
        norm = torch.nn.BatchNorm2d(conv.out_channels)
        norm.running_mean.copy_(-conv.bias)
        block.rbr_reparam = torch.nn.Sequential(OrderedDict(conv=conv, bn=norm))
        conv.bias = None
    normed = seasoned(normed, 23)
    sets = {"": writer.logits("official-deploy-norm", **{"deploy+norm": normed})}
    writer.checkpoint("official-deploy-norm", normed.state_dict(), facts(normed, "official"), sets)

    mixed = copy.deepcopy(network)
    [block for block in mixed.modules() if isinstance(block, Block)][3].fold()
    sets = {"": writer.logits("official-mixed", mixed=mixed)}
    writer.checkpoint("official-mixed", mixed.state_dict(), facts(mixed, "official"), sets)

    # A name that promises what the tensors do not hold.
    writer.checkpoint("RepVGG-A0-train", deploy, facts(folded, "official"), bare)

    headless = copy.deepcopy(network)
    sets = {"": writer.block_outputs("official-headless", headless)}
    del headless.linear
    writer.checkpoint("official-headless", headless.state_dict(), facts(headless, "official"), sets)

    seven = seasoned(RepVGG(replace(TINY, classes=7)), 24)
    sets = {"": writer.logits("official-seven", train=seven)}
    writer.checkpoint("official-seven", seven.state_dict(), facts(seven, "official"), sets)

    writer.checkpoint("official-storages", odd_storages(train), known, bare)
    double = OrderedDict((name, _as(value, torch.float64)) for name, value in train.items())
    writer.checkpoint("official-double", double, known, bare)
    rounded = copy.deepcopy(network).bfloat16()
    outputs_rounded = writer.logits("official-bfloat16", train=copy.deepcopy(rounded).float())
    writer.checkpoint("official-bfloat16", rounded.state_dict(), known, {"": outputs_rounded})


def _as(value, kind):
    return value.to(kind) if value.is_floating_point() else value


def plus(writer):
    """RepVGGplus in training, with the heads that only training needs."""
    network = seasoned(RepVGG(PLUS), 30)
    deployed = copy.deepcopy(network).fold()
    outputs = writer.logits("plus", train=network, deploy=deployed)
    rename = lambda name: next(iter(plus_names({name: None}, PLUS.depths)))  # noqa: E731
    extra = OrderedDict(auxiliary_heads(PLUS.widths))
    for form, it in (("train", network), ("deploy", deployed)):
        known = facts(it, "plus", rename=rename)
        tensors = plus_names(it.state_dict(), PLUS.depths)
        if form == "train":
            known["ignored"] = sorted(it for it in extra if not it.endswith("num_batches_tracked"))
            tensors |= extra
        writer.checkpoint(f"plus-{form}", tensors, known, {"": outputs})


def yolos(writer):
    """YOLO's whole pickled modules, in half precision as they are released."""

    def checkpoint(name, scheme, model, ema=None, half=True):
        # The values that a reader gets are rounded; so are the ones that outputs come from.
        rounded = [it.half().float() if half else it for it in (model, ema) if it is not None]
        sets = {
            key: writer.block_outputs(f"{name}{suffix}", it)
            for key, suffix, it in zip(("model", "ema"), ("", "-ema"), rounded)
        }
        known = facts(rounded[-1], scheme)
        stored = [it.half() if half else it for it in rounded]
        content = {
            "model": stored[0],
            "ema": stored[1] if ema is not None else None,
            "updates": 40,
            "optimizer": None,
            "epoch": 3,
            "best_fitness": numpy.array([0.25]),
            "results": numpy.float64(0.5),
        }
        writer.checkpoint(name, content, known, sets, "pt")

    network = seasoned(yolo.yolov6("RepVGGBlock"), 50, size=64)
    half = yolo.half_fused(copy.deepcopy(network))
    deployed = yolo.deployed(copy.deepcopy(network))
    average = seasoned(yolo.yolov6("RepVGGBlock"), 51, size=64)
    checkpoint("yolov6-train", "yolov6", copy.deepcopy(network), average)
    checkpoint("yolov6-half-fused", "yolov6", half)
    checkpoint("yolov6-deploy", "yolov6", deployed)
    # The same as bare tensors in single precision, which tell nothing but names.
    outputs = writer.block_outputs("yolov6-state", network)
    writer.checkpoint(
        "yolov6-state", network.state_dict(), facts(network, "yolov6"), {"": outputs}
    )
    for kind, name in (("QARepVGGBlock", "qarepvgg"), ("QARepVGGBlockV2", "qarepvggv2")):
        network = seasoned(yolo.yolov6(kind), 52, size=64)
        deployed = yolo.deployed(copy.deepcopy(network))
        checkpoint(f"yolov6-{name}-train", "yolov6-qa", network)
        checkpoint(f"yolov6-{name}-deploy", "yolov6-qa", deployed)

    network = yolo.yolov7()
    network = seasoned(network, 53, size=64)
    fused = copy.deepcopy(network).fuse().eval()
    checkpoint("yolov7-train", "yolov7", network)
    checkpoint("yolov7-deploy", "yolov7", fused, half=False)


def super_gradients(writer):
    """super-gradients' QARepVGG: all branches, with the branches folded, with the norm folded too."""

    def checkpoint(name, network, ema=None):
        nets = {"net": network} | ({"ema_net": ema} if ema is not None else {})
        sets = {
            key: writer.block_outputs(f"{name}{'-ema' if key == 'ema_net' else ''}", it)
            for key, it in nets.items()
        }
        known = facts(list(nets.values())[-1], "super-gradients")
        content = {key: it.state_dict() for key, it in nets.items()}
        content |= {"acc": torch.tensor(0.25), "epoch": 3, "packages": {"torch": "2.13.0"}}
        writer.checkpoint(name, content, known, sets)

    network = seasoned(supergradients.Net(), 60)
    checkpoint("supergradients-train", network, seasoned(supergradients.Net(), 61))
    checkpoint("supergradients-partial", supergradients.fused(copy.deepcopy(network), full=False))
    checkpoint("supergradients-deploy", supergradients.fused(copy.deepcopy(network), full=True))
    # As YOLO-NAS has them: no identity although one would fit, and a learned number at the 1x1 kernel.
    checkpoint(
        "supergradients-nas", seasoned(supergradients.Net(identity=False, alpha=True), 62)
    )


def unknown(writer):
    network = seasoned(Segmenter(TINY), 70)
    outputs = writer.block_outputs("segmenter", network)
    writer.checkpoint("segmenter", network.state_dict(), facts(network, "official"), {"": outputs})


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description="Writes the fixtures of all naming schemes.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE / "schemes")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    writer = SchemeWriter(folder)
    for part in (whole_networks, official, plus, yolos, super_gradients, unknown):
        part(writer)
    writer.block_inputs()


if __name__ == "__main__":
    main()
