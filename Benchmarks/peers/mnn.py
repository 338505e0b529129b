"""MNN on what mnnconvert makes of the ONNX file, precision high, which is float32.

The wheel holds no AVX-512 code; a build from source could be faster.
"""

import subprocess
import sys

import MNN
import numpy

from peers.protocol import serve


def prepare(base):
    """Writes BASE.mnn with MNN's converter, weights in float32."""
    call = "from MNN.tools import mnnconvert; mnnconvert.main()"
    files = ["--modelFile", base + ".onnx", "--MNNModel", base + ".mnn", "--bizCode", "bench"]
    subprocess.run([sys.executable, "-c", call, "-f", "ONNX", *files], check=True)


def load(base, pictures, threads, configuration):
    interpreter = MNN.Interpreter(base + ".mnn")
    settings = {"backend": "CPU", "precision": "high", "numThread": threads}
    session = interpreter.createSession(settings)
    given = interpreter.getSessionInput(session)
    shape, layout = pictures.shape, MNN.Tensor_DimensionType_Caffe
    source = MNN.Tensor(shape, MNN.Halide_Type_Float, pictures, layout)
    output = interpreter.getSessionOutput(session)
    logits = numpy.empty((shape[0], output.getShape()[1]), numpy.float32)

    def infer():
        given.copyFrom(source)
        interpreter.runSession(session)
        target = MNN.Tensor(logits.shape, MNN.Halide_Type_Float, logits, layout)
        output.copyToHostTensor(target)
        return numpy.array(target.getNumpyData()).reshape(logits.shape)

    return infer


if __name__ == "__main__":
    serve(load, prepare)
