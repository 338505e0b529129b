"""ncnn on what pnnx makes of the PyTorch network, with float32 kept everywhere.

ncnn has no batches: pictures of a batch are run one after another. It flushes denormals by itself; that
option is not to be seen from Python.
"""

import os
import tempfile

import ncnn
import numpy

from peers.protocol import serve


def prepare(base):
    """Writes BASE.ncnn.param and BASE.ncnn.bin, weights in float32."""
    import pnnx
    import torch

    import models  # noqa: F401
    from timm_nets import import_byobnet

    import_byobnet()
    network = torch.load(base + ".pt", weights_only=False).eval()
    picture = torch.from_numpy(numpy.load(base + ".input.npy")[:1])
    with tempfile.TemporaryDirectory() as folder:
        pnnx.export(
            network,
            os.path.join(folder, "network.pt"),
            picture,
            ncnnparam=os.path.abspath(base + ".ncnn.param"),
            ncnnbin=os.path.abspath(base + ".ncnn.bin"),
            fp16=False,
        )


def load(base, pictures, threads, configuration):
    net = ncnn.Net()
    # Weights are packed for the number of threads, so it must be known before they are loaded.
    net.opt.num_threads = threads
    net.opt.use_vulkan_compute = False
    net.opt.use_fp16_packed = False
    net.opt.use_fp16_storage = False
    net.opt.use_fp16_arithmetic = False
    net.opt.use_bf16_packed = False
    net.opt.use_bf16_storage = False
    if net.load_param(base + ".ncnn.param") or net.load_model(base + ".ncnn.bin"):
        raise SystemExit("ncnn cannot read what pnnx wrote")

    def logits(picture):
        extractor = net.create_extractor()
        extractor.input("in0", ncnn.Mat(picture))
        status, output = extractor.extract("out0")
        if status:
            raise SystemExit(f"ncnn: extract returned {status}")
        return numpy.array(output).reshape(-1)

    return lambda: numpy.stack([logits(picture) for picture in pictures])


if __name__ == "__main__":
    serve(load, prepare)
