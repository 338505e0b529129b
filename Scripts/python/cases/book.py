"""Writes the files, their right values, and the list of what a reader has to find in them."""

import copy
import json
import sys
import types
from collections import OrderedDict

import torch
from safetensors.torch import save_file

from . import blocks as families
from . import legacy
from .impulses import kernel_and_bias
from .values import generator, season

LARGEST = 60_000
# Saved in today's container although they hold tensors alone; some types have no other.
ZIPPED = (
    "best-acc",
    "fold-drops-pickled",
    "fold-types-pickled",
    "head-float8",
    "quantized-tensor",
)


def named(prefix, name):
    return ".".join(it for it in (prefix, name) if it)


def state(parts):
    """The tensors of `parts`, a module under each prefix."""
    tensors = OrderedDict()
    for prefix, module in parts.items():
        for name, value in module.state_dict().items():
            tensors[named(prefix, name)] = value
    return tensors


class Book:
    """All cases so far; `kind` is that of the cases to come."""

    def __init__(self, folder):
        self.folder = folder
        self.kind = ""
        self.cases = []
        source = generator("x16")
        self.pictures = torch.randn(1, 3, 16, 16, generator=source)
        save_file({"input": self.pictures}, folder / "x16.safetensors")

    def case(self, name, about, file, expected=None, **facts):
        """Lists a case; empty facts are left out. `expected` are float64 tensors and others as they are."""
        assert name not in {it["name"] for it in self.cases}, name
        size = (self.folder / file).stat().st_size
        assert size < LARGEST, f"{file} has {size} bytes"
        if expected:
            save_file(expected, self.folder / f"{name}-expected.safetensors")
        facts = {key: value for key, value in facts.items() if value not in ([], {}, None, "")}
        self.cases.append({"name": name, "kind": self.kind, "file": file, "about": about} | facts)

    def save(self, file, content):
        path = self.folder / file
        assert not path.exists(), file
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif path.suffix == ".safetensors":
            save_file(content, path)
        elif isinstance(content, torch.nn.Module) or path.stem in ZIPPED:
            torch.save(content, path)
        else:
            path.write_bytes(legacy.dumps(content))
        path.chmod(0o644)

    def blocks(
        self,
        name,
        about,
        parts,
        extra=None,
        extension="safetensors",
        variances=(0.3, 2.0),
        change=lambda tensors: tensors,
        wrap=lambda tensors: tensors,
        **facts,
    ):
        """A state_dict of the blocks `parts` (by prefix), the modules among them that are no blocks, and
        `extra` tensors. `change` renames or damages tensors, `wrap` puts them into what is saved.
        """
        for prefix, module in parts.items():
            season(module, f"{name}/{prefix}", variances)
        tensors = change(state(parts) | OrderedDict(extra or {}))
        self.save(f"{name}.{extension}", wrap(tensors))
        self.again(name, about, f"{name}.{extension}", parts, **facts)

    def again(self, name, about, file, parts, blocks=None, expected=None, **facts):
        """The blocks of a file that is written already, perhaps read with other options.

        `blocks` says which prefixes fold, where those are not all that are blocks of ours; a dictionary
        gives the prefix in `parts` for each in the file.
        """
        known = {
            named(prefix, path): block
            for prefix, module in parts.items()
            for path, block in families.blocks(module).items()
        }
        wanted = list(known) if blocks is None else blocks
        places = wanted if isinstance(wanted, dict) else {it: it for it in wanted}
        values = self.folded({it: known[place] for it, place in places.items()})
        self.case(name, about, file, values | (expected or {}), blocks=list(places), **facts)

    @staticmethod
    def folded(parts):
        """The right kernel and bias of every block."""
        values = {}
        for prefix, block in parts.items():
            kernel, bias = kernel_and_bias(block)
            values[named(prefix, "kernel")] = kernel
            values[named(prefix, "bias")] = bias
        return values

    def network(self, name, about, network, extension="pth", runs=True, **facts):
        """A whole pickled network with its logits."""
        season(network, name)
        self.save(f"{name}.{extension}", network)
        logits = copy.deepcopy(network).double().eval()(self.pictures.double()).detach()
        assert 0.05 < logits.abs().max() < 50, (name, logits)
        self.again(
            name,
            about,
            f"{name}.{extension}",
            {"": network},
            expected={"logits": logits},
            classes=logits.shape[1],
            runs=runs,
            **facts,
        )

    def pickled_block(self, name, about, block, **facts):
        """A pickled block as the whole file."""
        self.save(f"{name}.pth", season(block, name))
        about = f"a single block: {about}"
        self.again(name, about, f"{name}.pth", {"": block}, **facts)

    def finish(self):
        """Writes the list, a line for each fact."""
        lines = []
        for case in self.cases:
            facts = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in case.items())
            lines.append(" {\n" + ",\n".join(facts) + "\n }")
        (self.folder / "cases.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


_published = {}


def publish(cls, module, name=None):
    """`cls`, a class of ours, as it is pickled where it is found in public: as `name` of `module`."""
    name = name or cls.__name__
    parts = module.split(".")
    for depth in range(1, len(parts) + 1):
        package = ".".join(parts[:depth])
        sys.modules.setdefault(package, types.ModuleType(package))
    facts = {"__module__": module, "__qualname__": name}
    published = _published.setdefault((cls, module, name), type(name, (cls,), facts))
    # Several families have a class of that name; what is pickled next has to be this one.
    setattr(sys.modules[module], name, published)
    return published
