"""Reading and damaging safetensors files with nothing but the standard library."""

import json
import pathlib
import struct


def parts(path):
    """The header as a dictionary, and the data behind it."""
    data = pathlib.Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    return json.loads(data[8:8 + length]), data[8 + length:]


def write(path, header, data):
    """Writes a safetensors file."""
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    pathlib.Path(path).write_bytes(struct.pack("<Q", len(text)) + text + data)
    return str(path)


def floats(path, name):
    """The values of a float32 tensor."""
    header, data = parts(path)
    begin, end = header[name]["data_offsets"]
    return struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])


def doubles(path, name):
    """The values of a float64 tensor."""
    header, data = parts(path)
    begin, end = header[name]["data_offsets"]
    return struct.unpack(f"<{(end - begin) // 8}d", data[begin:end])


def with_values(source, target, name, value):
    """Writes `source` to `target` with every value of the tensor `name` set to `value`."""
    header, data = parts(source)
    begin, end = header[name]["data_offsets"]
    data = data[:begin] + struct.pack("<f", value) * ((end - begin) // 4) + data[end:]
    return write(target, header, data)


def with_value(source, target, name, index, value):
    """Writes `source` to `target` with element `index` of the float32 tensor `name` set to `value`."""
    header, data = parts(source)
    begin, _ = header[name]["data_offsets"]
    place = begin + 4 * index
    data = data[:place] + struct.pack("<f", value) + data[place + 4:]
    return write(target, header, data)


def without(source, target, name):
    """Writes `source` to `target` without the tensor `name`."""
    header, data = parts(source)
    begin, end = header.pop(name)["data_offsets"]
    for entry in header.values():
        if "data_offsets" in entry and entry["data_offsets"][0] >= end:
            entry["data_offsets"] = [offset - (end - begin) for offset in entry["data_offsets"]]
    return write(target, header, data[:begin] + data[end:])
