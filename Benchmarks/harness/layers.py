"""The layers of a network as the engine ran them, and what they cost at least."""

import dataclasses
import json
import math

from harness import catalogue, machine, tiles
from harness.engine import call

BYTES = 4
# What moves numbers only, or multiplies next to nothing, has no floor.
WITHOUT_FLOOR = "stream"


@dataclasses.dataclass
class Layer:
    """`count` equal layers of a stage; times are of all of them together."""

    name: str
    operation: str
    algorithm: str
    products: float
    weight_bytes: int
    micros: float
    count: int = 1

    @property
    def key(self):
        stage = self.name.partition(".")[0]
        return stage, self.operation, self.algorithm, self.products, self.weight_bytes

    @property
    def has_floor(self):
        return self.algorithm != WITHOUT_FLOOR

    def bounds(self, peak):
        """Microseconds that one layer's multiplications, and the reading of its weights, take at least."""
        return self.products * 2 / peak.gflops / 1e3, self.weight_bytes / peak.gbps / 1e3

    def floor(self, peak):
        """Of all `count` layers."""
        return self.count * max(self.bounds(peak)) if self.has_floor else 0


def shapes(program, model):
    """The blocks of the network by path, each with the `height` and `width` of its output."""
    told = json.loads(call([program, "info", str(model), "--json"]))
    _, height, width = told["input"]
    blocks = {}
    for block in (block for stage in told["stages"] for block in stage["blocks"]):
        height, width = (math.ceil(extent / block["stride"]) for extent in (height, width))
        blocks[block["path"]] = dict(block, height=height, width=width)
    return blocks


def bench(program, model, task, more=()):
    """What `bench --json` says, bound to the processors of the task."""
    command = [*catalogue.our_bench(program, model, task), "--json", *more]
    return json.loads(call(command, machine.cores(task.threads)))


def layer(told, block, micros):
    """One layer of `bench`; `block` is what `shapes` says about its path."""
    algorithm, products, weights = told["algorithm"], told["macs"], told["weight_bytes"]
    if tiles.known(algorithm):
        height, width = block["height"], block["width"]
        products *= tiles.products(algorithm, height, width) / (9 * height * width)
        pairs = block["in"] * block["out"] // block["groups"]
        weights = pairs * tiles.planes(algorithm) * BYTES
    return Layer(told["path"], told["operation"], algorithm, products, weights, micros)


def layers(runs, blocks):
    """The layers in the network's order, equal ones of a stage merged; of each the least median of `runs`."""
    merged = {}
    for same in zip(*(run["layers"] for run in runs), strict=True):
        least = min(told["median_us"] for told in same)
        found = layer(same[0], blocks.get(same[0]["path"]), least)
        known = merged.setdefault(found.key, found)
        if known is not found:
            known.count += 1
            known.micros += least
    return list(merged.values())
