"""PyTorch, in four configurations: eager, channels_last, jit and compile.

jit is traced, frozen and optimised for inference; compile is Inductor with frozen, prepacked weights and
no code kept from earlier runs, so that its load time holds the whole of compiling. oneDNN is kept to
float32, without bfloat16 behind the scenes.
"""

import os

# Read when torch is imported. One compile thread leaves no idle worker processes behind.
os.environ["TORCHINDUCTOR_FREEZING"] = "1"
os.environ["TORCHINDUCTOR_FORCE_DISABLE_CACHES"] = "1"
os.environ["TORCHINDUCTOR_COMPILE_THREADS"] = "1"

import torch  # noqa: E402

import models  # noqa: E402, F401
from peers.protocol import serve  # noqa: E402
from timm_nets import import_byobnet  # noqa: E402


def load(base, pictures, threads, configuration):
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    torch.set_flush_denormal(True)
    torch.backends.mkldnn.conv.fp32_precision = "ieee"
    torch.backends.mkldnn.matmul.fp32_precision = "ieee"
    layout = torch.contiguous_format
    network = torch.load(base + ".pt", weights_only=False).eval()
    if configuration == "channels_last":
        layout = torch.channels_last
        network = network.to(memory_format=layout)
    elif configuration == "jit":
        with torch.inference_mode():
            traced = torch.jit.trace(network, torch.from_numpy(pictures))
            network = torch.jit.optimize_for_inference(torch.jit.freeze(traced))
    elif configuration == "compile":
        network = torch.compile(network)
    grad = torch.no_grad if configuration == "compile" else torch.inference_mode

    def infer():
        with grad():
            given = torch.from_numpy(pictures).contiguous(memory_format=layout)
            return network(given).numpy().copy()

    return infer


if __name__ == "__main__":
    import_byobnet()
    serve(load)
