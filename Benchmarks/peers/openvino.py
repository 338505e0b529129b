"""OpenVINO on the CPU, one stream, tuned for latency.

The precision hint is a must: on a processor with bfloat16 the plugin would use that by itself. What the
plugin made is looked through, too, and a layer of less precision ends the process.
"""

import openvino

from peers.protocol import serve


def load(base, pictures, threads, configuration):
    properties = {
        "INFERENCE_PRECISION_HINT": "f32",
        "INFERENCE_NUM_THREADS": threads,
        "NUM_STREAMS": 1,
        "PERFORMANCE_HINT": "LATENCY",
        "ENABLE_CPU_PINNING": True,
        "CPU_DENORMALS_OPTIMIZATION": True,
    }
    compiled = openvino.Core().compile_model(base + ".onnx", "CPU", properties)
    check_precision(compiled)
    request = compiled.create_infer_request()
    request.set_input_tensor(openvino.Tensor(pictures, shared_memory=True))
    output = request.get_output_tensor()

    def infer():
        request.infer()
        return output.data.copy()

    return infer


def check_precision(compiled):
    """Ends the process if a layer of the compiled network has less than float32."""
    for node in compiled.get_runtime_model().get_ordered_ops():
        info = node.get_rt_info()
        kinds = [str(info[key]) for key in ("primitiveType", "runtimePrecision") if key in info]
        if any(lower in kind.lower() for kind in kinds for lower in ("bf16", "f16", "i8")):
            raise SystemExit(f"{node.get_friendly_name()} is not float32: {kinds}")


if __name__ == "__main__":
    serve(load)
