"""Files that hold no network: pages of failed downloads, pointers, archives, quantized tensors."""

import gzip
import io
import json
import pickle
import zipfile
from collections import OrderedDict

import torch

from .blocks import RepVGGBlock
from .book import state
from .classifier import network
from .values import season

PAGE = "<!DOCTYPE html><html><title>Virus scan warning</title></html>"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 33554432\n"
DENIED = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"


def write(book):
    texts(book)
    archives(book)
    quantized(book)
    nothing(book)


def texts(book):
    book.kind = "no checkpoint: a text"
    index = {
        "metadata": {"total_size": 8},
        "weight_map": {"stage0.weight": "model-00001-of-00002.safetensors"},
    }
    login = "\n\n<HTML lang=en>\n<HEAD><TITLE>Sign in</TITLE></HEAD></HTML>\n"
    for file, about, text, word in (
        ("drive.pth", "a page of a file store", PAGE * 3, "web page"),
        ("login.safetensors", "a page in capitals behind empty lines", login, "web page"),
        ("login-marked.pth", "a page behind a byte-order mark", "\ufeff" + PAGE, "web page"),
        ("denied.pth", "an answer of an object store", f'<?xml version="1.0"?>\n{DENIED}', "XML"),
        ("denied-bare.safetensors", "the same without a declaration", DENIED, "XML"),
        ("message.pth", "an answer of an interface", '{"message": "Not Found"}\n', "JSON"),
        ("config.safetensors", "a configuration", json.dumps({"depth": [1, 2]}, indent=2), "JSON"),
        ("list.pth", "a list", '["a", "b"]\n', "JSON"),
        (
            "index.safetensors",
            "the index of a model in parts",
            json.dumps(index, indent=2),
            "index",
        ),
        ("index-flat.pth", "the same on one line", json.dumps(index), "index"),
        ("pointer.pth", "a pointer of Git LFS", POINTER.format("5" * 64), "Git LFS"),
        ("pointer.safetensors", "the same", POINTER.format("a" * 64), "Git LFS"),
        ("note.pth", "a text", "weights moved to the new server\n", "text"),
        ("log.safetensors", "a log", "epoch 1: 0.71\nepoch 2: 0.73\n" * 9, "text"),
    ):
        stranger(book, file, about, text.encode(), word)


def stranger(book, file, about, content, word):
    book.save(file, content)
    name, extension = file.rsplit(".", 1)
    clashes = name in {it["name"] for it in book.cases}
    book.case(f"{name}-{extension}" if clashes else name, about, file, error=word)


def archives(book):
    book.kind = "no checkpoint: an archive"
    bytes_ = io.BytesIO()
    torch.save(state({"stage1.0": season(RepVGGBlock(2, 2), "packed")}), bytes_)
    checkpoint = bytes_.getvalue()
    stranger(book, "packed.pth", "gzip of a .pth", gzip.compress(checkpoint, 9, mtime=0), "gzip")
    text = gzip.compress(PAGE.encode(), 9, mtime=0)
    stranger(book, "packed-page.safetensors", "gzip of a page", text, "gzip")
    stranger(book, "zipped.pth", "zip of a .pth", zipped({"model.pth": checkpoint}), "zip")
    several = {"weights/model.pth": checkpoint, "weights/README.txt": b"read me\n"}
    stranger(book, "zipped-folder.pth", "zip of a folder", zipped(several), "zip")
    stranger(
        book,
        "zipped-stored.pth",
        "zip of a .pth, not compressed",
        zipped({"model.pth": checkpoint}, zipfile.ZIP_STORED),
        "zip",
    )
    stranger(book, "empty.pth", "no byte", b"", "empty")
    stranger(book, "empty.safetensors", "no byte", b"", "empty")
    stranger(
        book, "listing.pth", "a pickled list of numbers", pickle.dumps([1.5, 2.5], 4), "pickle"
    )


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w", compression) as archive:
        for name, content in files.items():
            # Without the time of day.
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return bytes_.getvalue()


def quantized(book):
    book.kind = "quantized"
    kernel = season(RepVGGBlock(2, 2), "quantized").rbr_dense.conv.weight.detach()
    whole = torch.quantize_per_tensor(kernel, 0.02, 3, torch.qint8)
    channels = torch.quantize_per_channel(
        kernel, torch.tensor([0.02, 0.03]), torch.tensor([0, 0]), 0, torch.qint8
    )

    def folded(weight):
        return OrderedDict(
            {"stage0.rbr_reparam.weight": weight, "stage0.rbr_reparam.bias": torch.zeros(2)}
        )

    def converted(weight):
        """As torch.ao's convert leaves a folded block."""
        return folded(weight) | {
            "stage0.rbr_reparam.scale": torch.tensor(0.05),
            "stage0.rbr_reparam.zero_point": torch.tensor(64),
            "quant.scale": torch.tensor([0.01]),
            "quant.zero_point": torch.tensor([0]),
        }

    for name, about, tensors in (
        ("quantized-tensor", "one scale for a kernel", folded(whole)),
        ("quantized-channels", "a scale for each channel", folded(channels)),
        ("quantized-converted", "with scales and zero points beside it", converted(whole)),
        ("quantized-wrapped", "in a dictionary", {"state_dict": converted(channels), "epoch": 2}),
    ):
        book.save(f"{name}.pth", tensors)
        book.case(name, about, f"{name}.pth", error="quantized")
    network(
        book,
        "quantized-head",
        "a quantized classifier behind blocks that are not",
        lambda it: it
        | {"linear.weight": torch.quantize_per_tensor(it["linear.weight"], 0.1, 0, torch.qint8)},
        classes=None,
        warnings=["linear.weight", "quantized"],
        unwritable=["linear.weight"],
    )


def nothing(book):
    book.kind = "no block in it"
    resnet = OrderedDict({"conv1.weight": torch.zeros(4, 3, 3, 3), "fc.weight": torch.zeros(2, 4)})
    for name, about, content in (
        ("no-block", "a network of another kind", resnet),
        ("no-tensor", "facts of a run without tensors", {"epoch": 3, "best": 0.71}),
        ("no-key", "an empty dictionary", {}),
    ):
        book.save(f"{name}.pth", content)
        book.case(name, about, f"{name}.pth", error="no ")
