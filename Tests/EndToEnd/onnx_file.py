"""Reading ONNX files with nothing but the standard library; field numbers are those of onnx.proto."""

import pathlib
import struct


def fields(data):
    """The fields of a protobuf message in order: number, and an integer, a float or the bytes."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 5:
            (value,), at = struct.unpack("<f", data[at:at + 4]), at + 4
        elif kind == 2:
            length, at = varint(data, at)
            value, at = bytes(data[at:at + length]), at + length
            if len(value) != length:
                raise ValueError(f"field {number} ends behind its message")
        else:
            raise ValueError(f"field {number} has the wire type {kind}")
        yield number, value


def varint(data, at):
    """The number at `at`, and where the next field begins."""
    value = shift = 0
    while True:
        byte, at = data[at], at + 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def every(message, number):
    """All values of a field."""
    return [value for field, value in fields(message) if field == number]


def one(message, number):
    """The value of a field that stands there exactly once."""
    (value,) = every(message, number)
    return value


def text(message, number):
    """A field as text."""
    return one(message, number).decode()


class Node:
    """One operator: its type, name, edges and attributes."""

    def __init__(self, message):
        self.operation, self.name = text(message, 4), text(message, 3)
        self.inputs = [value.decode() for value in every(message, 1)]
        self.outputs = [value.decode() for value in every(message, 2)]
        self.attributes = dict(map(attribute, every(message, 5)))


def attribute(message):
    """Name and value of an attribute, by its type: FLOAT 1, INT 2, INTS 7."""
    kind = one(message, 20)
    value = every(message, 8) if kind == 7 else one(message, {1: 2, 2: 3}[kind])
    return text(message, 1), value


class Model:
    """A model file, parsed."""

    def __init__(self, path):
        message = pathlib.Path(path).read_bytes()
        graph = one(message, 7)
        self.representation = one(message, 1)
        self.producer = (text(message, 2), text(message, 3))
        self.operators = one(one(message, 8), 2)
        self.metadata = {text(entry, 1): text(entry, 2) for entry in every(message, 14)}
        self.nodes = [Node(node) for node in every(graph, 1)]
        self.input, self.output = port(one(graph, 11)), port(one(graph, 12))
        self.weights = {text(tensor, 8): weight(tensor) for tensor in every(graph, 5)}

    def operations(self):
        """The operators in order."""
        return [node.operation for node in self.nodes]


def port(message):
    """Name, element type and extents of an input or output; an extent may be a name."""
    tensor = one(one(message, 2), 1)
    extents = []
    for extent in every(one(tensor, 2), 1):
        ((number, value),) = fields(extent)
        extents.append(value.decode() if number == 2 else value)
    return text(message, 1), one(tensor, 1), extents


def weight(message):
    """Extents, element type and bytes of a tensor."""
    return every(message, 1), one(message, 2), one(message, 9)
