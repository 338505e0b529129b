#!/usr/bin/env python3
"""Writes small checkpoints by the real torch.save, in every container and shape that it has or had.

    python3 Tests/RepCoreTests/Fixtures/make_pytorch_fixtures.py [OUTPUT_FOLDER]

Seeded. NAME.pth is what a reader gets; NAME.safetensors beside it holds what torch.load makes of it, one
tensor per set and name as `SET/NAME`, written by the real safetensors. README.md lists the files. Each
is read back by torch.load before the script goes on.
"""

import argparse
import pathlib
import pickle
import sys
import types
import unittest.mock
import warnings
from collections import OrderedDict

import torch
from safetensors.torch import save_file
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
SEED = 31
YOUNG = ("uint16", "uint32", "uint64")


def block(channels_in=3, channels=4, eps=1e-5):
    """Two branches under the names of the authors' code, with every number of the norms drawn."""
    network = nn.Sequential()
    branches = {
        "rbr_dense": nn.Conv2d(channels_in, channels, 3, 2, 1, bias=False),
        "rbr_1x1": nn.Conv2d(channels_in, channels, 1, 2, 0, bias=False),
    }
    for name, conv in branches.items():
        norm = nn.BatchNorm2d(channels, eps=eps)
        with torch.no_grad():
            for tensor in (norm.weight, norm.bias, norm.running_mean, norm.running_var):
                tensor.uniform_(0.5, 1.5)
            norm.num_batches_tracked += 7
        branch = nn.Sequential(OrderedDict(conv=conv, bn=norm))
        network.add_module(name, branch)
    return network


def invisible_module(name, source):
    """A module that exists while this script runs and nowhere else."""
    module = types.ModuleType(name)
    sys.modules[name] = module
    exec(source, module.__dict__)
    return module


BLOCK_SOURCE = '''
from torch import nn
import torch

class RepVGGBlock(nn.Module):
    def __init__(self, cin, cout, stride=2, groups=1, deploy=False):
        super().__init__()
        self.deploy = deploy
        self.groups = groups
        self.in_channels = cin
        self.nonlinearity = nn.ReLU()
        self.rbr_identity = None
        self.rbr_dense = nn.Sequential()
        self.rbr_dense.add_module("conv", nn.Conv2d(cin, cout, (3, 3), stride, 1, groups=groups, bias=False))
        self.rbr_dense.add_module("bn", nn.BatchNorm2d(cout, eps=1e-3, momentum=0.03))
        self.register_buffer("kept", torch.arange(3.0))
        self.register_buffer("passing", torch.arange(4.0), persistent=False)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stage0 = RepVGGBlock(4, 8, groups=2)
        self.linear = nn.Linear(8, 5)
        self.names = ["cat", "dog"]

class ModelEMA:
    def __init__(self, module):
        self.ema = module
        self.updates = 10
'''


class Writer:
    """Writes checkpoints and what is in them."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def save(self, name, value, sets, stream=False, **options):
        """Writes `value` by torch.save; `sets` are its state_dicts by where they stand."""
        path = self.folder / f"{name}.pth"
        if stream:
            with open(path, "wb") as file:
                torch.save(value, file, **options)
        else:
            torch.save(value, path, **options)
        torch.load(path, weights_only=False, map_location="cpu")
        tensors = {
            f"{where}/{key}": tensor.detach().contiguous().clone()
            for where, state in sets.items()
            for key, tensor in state.items()
            if isinstance(tensor, torch.Tensor) and not tensor.is_complex()
        }
        expected = self.folder / f"{name}.safetensors"
        save_file(tensors, expected)
        for file in (path, expected):
            file.chmod(0o644)


def strided():
    """Tensors that share storages, begin inside them, or do not lie row by row."""
    base = torch.arange(120, dtype=torch.float32)
    cube = base.view(4, 5, 6)
    picture = torch.arange(2 * 3 * 4 * 5, dtype=torch.float32).view(2, 3, 4, 5)
    return OrderedDict(
        whole=base,
        offset=base[17:41],
        window=cube[1:3, 1:4, 2:5],
        every_second=base[3::2],
        transposed=cube.transpose(0, 2),
        permuted=cube.permute(1, 2, 0),
        expanded=base[5:8].view(3, 1).expand(3, 7),
        scalar_expanded=torch.tensor(2.5).expand(2, 3),
        channels_last=picture.contiguous(memory_format=torch.channels_last),
        channels_last_point=torch.arange(8.0).view(8, 1, 1, 1).to(memory_format=torch.channels_last),
        half_transposed=cube.half().transpose(0, 1),
        double_transposed=cube.double().transpose(1, 2),
        byte_transposed=base.view(10, 12).to(torch.uint8).t(),
        tied=cube,
        tied_again=cube,
        empty=torch.empty(0, 3),
        empty_of_whole=base[7:7],
        scalar=base[9],
    )


def kinds():
    """One tensor of every element type."""
    values = torch.tensor([-2.0, -0.5, 0.0, 1.0, 3.25, 100.0])
    whole = torch.tensor([0, 1, 2, 100])
    tensors = OrderedDict(
        (str(kind).removeprefix("torch."), values.to(kind))
        for kind in (torch.float64, torch.float32, torch.float16, torch.bfloat16)
    )
    for kind in (
        torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
        torch.uint16, torch.uint32, torch.uint64,
    ):
        tensors[str(kind).removeprefix("torch.")] = whole.to(kind)
    return tensors


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description="Writes the checkpoints of torch.save.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE / "pytorch")
    writer = Writer(parser.parse_args().folder)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    warnings.filterwarnings("ignore")

    network = block()
    state = network.state_dict()
    writer.save("zip", state, {"": state})
    writer.save("legacy", state, {"": state}, _use_new_zipfile_serialization=False)
    writer.save("protocol4", state, {"": state}, pickle_protocol=4)
    writer.save("protocol5", state, {"": state}, pickle_protocol=5)
    writer.save(
        "legacy-protocol4",
        state,
        {"": state},
        pickle_protocol=4,
        _use_new_zipfile_serialization=False,
    )
    # torch names the root folder after the file; without a file name it is `archive`.
    writer.save("archive-root", state, {"": state}, stream=True)
    torch.serialization.set_crc32_options(False)
    writer.save("no-checksums", state, {"": state})
    torch.serialization.set_crc32_options(True)

    writer.save("kinds", kinds(), {"": kinds()})
    # torch writes the youngest types into the old format but does not read them there.
    old = {name: tensor for name, tensor in kinds().items() if name not in YOUNG}
    writer.save("legacy-kinds", old, {"": old}, _use_new_zipfile_serialization=False)
    opaque = OrderedDict(
        real=torch.ones(2),
        complex=torch.ones(2, dtype=torch.complex64),
        float8=torch.ones(3).to(torch.float8_e4m3fn),
        sparse=torch.eye(3).to_sparse(),
        quantized=torch.quantize_per_tensor(torch.ones(4), 0.1, 0, torch.qint8),
    )
    writer.save("opaque", opaque, {"": {"real": opaque["real"]}})
    shared = strided()
    writer.save("strided", shared, {"": shared})
    writer.save("legacy-strided", shared, {"": shared}, _use_new_zipfile_serialization=False)
    many = OrderedDict((f"layer.{index}", torch.full((1,), float(index))) for index in range(300))
    writer.save("many", many, {"": many})

    averaged = block()
    with torch.enable_grad():
        optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
        loss = sum(parameter.square().sum() for parameter in network.parameters())
        loss.backward()
    optimizer.step()
    wrapper = {
        "epoch": 120,
        "arch": "RepVGG-tiny",
        "best_acc1": torch.tensor(71.5),
        "max_accuracy": 72.25,
        "model": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "lr_scheduler": {"last_epoch": 3, "base_lrs": [0.1]},
        "config": argparse.Namespace(lr=0.1, name="tiny"),
        "ema": averaged.state_dict(),
        "amp": True,
        "resume": None,
    }
    sets = {"ema": averaged.state_dict(), "model": network.state_dict()}
    writer.save("wrapper", wrapper, sets)
    writer.save("legacy-wrapper", wrapper, sets, _use_new_zipfile_serialization=False)
    half = {name: tensor.half() for name, tensor in state.items()}
    writer.save("state-dict-half", {"state_dict": half, "meta": {"epoch": 3}}, {"state_dict": half})
    parallel = nn.DataParallel(averaged).state_dict()
    writer.save("data-parallel", {"state_dict": parallel}, {"state_dict": parallel})
    scalars = OrderedDict(state) | {"version": 3, "nothing": None, "note": "kept apart", "eps": 1e-5}
    writer.save("scalars", scalars, {"": state})
    parameters = OrderedDict(network.named_parameters())
    writer.save("parameters", parameters, {"": parameters})

    models = invisible_module("models_that_do_not_exist", BLOCK_SOURCE)
    whole = models.Net()
    with torch.no_grad():
        for tensor in whole.state_dict().values():
            tensor.copy_(torch.rand(tensor.shape) * 3)
    writer.save("module", whole, {"": whole.state_dict()})
    average = models.Net().half()
    yolo = {
        "epoch": 9,
        "model": whole,
        "ema": average,
        "updates": 77,
        "optimizer": None,
    }
    yolo_sets = {"ema": average.state_dict(), "model": whole.state_dict()}
    writer.save("module-yolo", yolo, yolo_sets)
    # The old format holds the source of every class, and where it lies on this machine, if it can be had.
    with unittest.mock.patch("inspect.getsourcelines", side_effect=OSError):
        writer.save("legacy-module", yolo, yolo_sets, _use_new_zipfile_serialization=False)
    writer.save("module-protocol4", yolo, yolo_sets, pickle_protocol=4)
    parallel = nn.DataParallel(whole)
    writer.save("module-parallel", parallel, {"": parallel.state_dict()})
    held = {"net": models.ModelEMA(whole)}
    writer.save("module-held", held, {"net.ema": whole.state_dict()})

    torch.jit.save(torch.jit.script(nn.Linear(2, 2)), str(writer.folder / "torchscript.pt"))
    with open(writer.folder / "plain-pickle.pkl", "wb") as file:
        pickle.dump({"model": {"weight": [1.0, 2.0]}}, file, protocol=2)


if __name__ == "__main__":
    main()
