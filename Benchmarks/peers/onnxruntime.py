"""ONNX Runtime on the CPU, all optimisations, which give convolutions the blocked NCHWc layout.

Workers may spin while a turn runs; they sleep some milliseconds after its last inference.
"""

import onnxruntime

from peers.protocol import serve


def load(base, pictures, threads, configuration):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.add_session_config_entry("session.intra_op.allow_spinning", "1")
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    session = onnxruntime.InferenceSession(
        base + ".onnx", options, providers=["CPUExecutionProvider"]
    )
    return lambda: session.run(["logits"], {"input": pictures})[0]


if __name__ == "__main__":
    serve(load)
