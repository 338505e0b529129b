"""The container of torch before 1.6, half as large as today's where there are many small tensors.

torch.save still writes it, but names storages by their addresses, so that no two runs give the same bytes;
and with modules it writes their source text. Here storages are numbered, and there are no modules.
"""

import io
import pickle
import struct

import torch

MAGIC = 0x1950A86A20F9469CFC6C
PROTOCOL = 1001
SYSTEM = {
    "protocol_version": PROTOCOL,
    "little_endian": True,
    "type_sizes": {"short": 2, "int": 4, "long": 4},
}


def dumps(content):
    """The bytes of a file that torch.load reads."""
    storages = {}

    class Pickler(pickle.Pickler):
        def persistent_id(self, it):
            if not isinstance(it, torch.storage.TypedStorage):
                return None
            untyped, kind = it._untyped_storage, getattr(torch, it._pickle_storage_type())
            key, _, _ = storages.setdefault(
                untyped._cdata, (str(len(storages)), untyped, it._size())
            )
            return ("storage", kind, key, "cpu", it._size(), None)

    body = io.BytesIO()
    Pickler(body, 2).dump(content)
    keys = [key for key, _, _ in storages.values()]
    parts = [pickle.dumps(it, 2) for it in (MAGIC, PROTOCOL, SYSTEM)]
    parts += [body.getvalue(), pickle.dumps(keys, 2)]
    for _, untyped, count in storages.values():
        parts += [struct.pack("<q", count), bytes(untyped.tolist())]
    return b"".join(parts)
