"""Writes checkpoints as torch.save does, with nothing but the standard library."""

import io
import pickle
import struct
import sys
import types
import zipfile


class FloatStorage:
    """Stands in for torch.FloatStorage; only its name is written."""


def _rebuild_tensor_v2(*_):
    """Stands in for the function that torch would call; only its name is written."""


class Tensor:
    """A contiguous float32 tensor."""

    def __init__(self, shape, values):
        self.shape, self.values = tuple(shape), list(values)

    def __reduce__(self):
        strides, step = [], 1
        for extent in reversed(self.shape):
            strides.insert(0, step)
            step *= extent
        return _rebuild_tensor_v2, (Storage(self.values), 0, self.shape, tuple(strides), False, {})


class Storage:
    """The values of one tensor, which lie in a file of their own."""

    def __init__(self, values):
        self.values = values


class _Pickler(pickle.Pickler):
    def __init__(self, file, storages):
        super().__init__(file, protocol=2)
        self.storages = storages

    def persistent_id(self, value):
        if not isinstance(value, Storage):
            return None
        self.storages.append(value.values)
        return "storage", FloatStorage, str(len(self.storages) - 1), "cpu", len(value.values)


def write(path, value):
    """Writes `value`, in which tensors are `Tensor`, as a zip file of torch.save."""
    modules = {"torch": types.ModuleType("torch"), "torch._utils": types.ModuleType("torch._utils")}
    modules["torch"].FloatStorage = FloatStorage
    modules["torch._utils"]._rebuild_tensor_v2 = _rebuild_tensor_v2
    FloatStorage.__module__, _rebuild_tensor_v2.__module__ = "torch", "torch._utils"
    before = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    text, storages = io.BytesIO(), []
    try:
        _Pickler(text, storages).dump(value)
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("archive/data.pkl", text.getvalue())
        archive.writestr("archive/byteorder", "little")
        for index, values in enumerate(storages):
            archive.writestr(f"archive/data/{index}", struct.pack(f"<{len(values)}f", *values))
        archive.writestr("archive/version", "3\n")
    return str(path)


def read_safetensors(header, data):
    """The tensors of a safetensors file (see tensors.parts) as `Tensor`."""
    found = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        values = struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])
        found[name] = Tensor(entry["shape"], values)
    return found
