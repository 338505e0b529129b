"""PyTorch eager on a deploy-form .rvg: answers each line K of standard input with K times in ms.

    python eager.py MODEL.rvg INPUT.safetensors THREADS LOGITS.safetensors

The pace of `repvgg-tui bench --paced`: one inference that is not counted, then K that are. The logits
of the first inference are written, so that both engines' results can be compared.
"""
import json
import struct
import sys
import time

import torch
from safetensors.torch import load_file, save_file


def network(path):
    """The blocks of the file as plain convolutions with ReLU, then pooling and the classifier."""
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        names = [name for name in json.loads(file.read(size)) if name != "__metadata__"]
    tensors = load_file(path)
    suffix = ".rbr_reparam.weight"
    # Names are stageS or stageS.B; numbers, not letters, give the order.
    blocks = [name[: -len(suffix)] for name in names if name.endswith(suffix)]
    blocks.sort(key=lambda name: [int(part) for part in name.removeprefix("stage").split(".")])
    stages = {}
    layers = []
    for block in blocks:
        weight, bias = tensors[block + suffix], tensors[block + ".rbr_reparam.bias"]
        # The first block of each of A0's stages halves the picture.
        stage = block.split(".")[0]
        stride = 1 if stage in stages else 2
        stages[stage] = True
        layer = torch.nn.Conv2d(weight.shape[1], weight.shape[0], 3, stride, 1)
        layer.load_state_dict({"weight": weight, "bias": bias})
        layers += [layer, torch.nn.ReLU(inplace=True)]
    head = torch.nn.Linear(*reversed(tensors["linear.weight"].shape))
    head.load_state_dict({"weight": tensors["linear.weight"], "bias": tensors["linear.bias"]})
    pool = [torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten()]
    return torch.nn.Sequential(*layers, *pool, head).eval()


def main():
    model_path, input_path, threads, logits_path = sys.argv[1:]
    torch.set_num_threads(int(threads))
    torch.set_num_interop_threads(1)
    torch.set_flush_denormal(True)
    model = network(model_path)
    picture = next(iter(load_file(input_path).values()))
    with torch.inference_mode():
        save_file({"logits": model(picture).contiguous()}, logits_path)
        for _ in range(2):
            model(picture)
        print("@ready", flush=True)
        for line in sys.stdin:
            model(picture)
            times = []
            for _ in range(int(line)):
                start = time.perf_counter()
                model(picture)
                times.append((time.perf_counter() - start) * 1e3)
            print("@" + json.dumps(times), flush=True)


if __name__ == "__main__":
    main()
