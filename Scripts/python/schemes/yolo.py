"""Small YOLO networks, whose checkpoints are whole pickled modules.

YOLOv6's RepVGG and YOLOv7's RepConv are the real classes, as are the layers around them. QARepVGG is newer
than the package; it is written from its paper (Chu et al., arXiv 2212.01593) and pickled under the name that
it has in YOLOv6.
"""

from collections import OrderedDict

import torch
from torch import nn

from .foreign import adopt, load, rename


class QARepVGGBlock(nn.Module):
    """A norm behind the 3x3 kernel alone, and one behind the sum with a bare 1x1 kernel and the input."""

    averages = False

    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__()
        dense = nn.Conv2d(in_channels, out_channels, kernel_size, stride, 1, bias=False)
        self.rbr_dense = nn.Sequential(OrderedDict(conv=dense, bn=nn.BatchNorm2d(out_channels)))
        self.rbr_1x1 = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)
        same = in_channels == out_channels and stride == 1
        self.rbr_identity = nn.Identity() if same else None
        if self.averages:
            self.rbr_avg = nn.AvgPool2d(kernel_size, stride, 1) if same else None
        self.bn = nn.BatchNorm2d(out_channels)
        self.nonlinearity = nn.ReLU()

    def forward(self, x):
        return self.nonlinearity(self.bn(self.linear(x)))

    def linear(self, x):
        if hasattr(self, "rbr_reparam"):
            return self.rbr_reparam(x)
        names = ("rbr_dense", "rbr_1x1", "rbr_identity", "rbr_avg")
        return sum(self._modules[name](x) for name in names if self._modules.get(name) is not None)

    @torch.no_grad()
    def switch_to_deploy(self):
        """One kernel for all branches; the norm after the sum stays beside it."""
        conv, norm = self.rbr_dense.conv, self.rbr_dense.bn
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        kernel = conv.weight * scale[:, None, None, None]
        kernel[:, :, 1, 1] += self.rbr_1x1.weight[:, :, 0, 0]
        ones = torch.eye(conv.out_channels, conv.in_channels)
        if self.rbr_identity is not None:
            kernel[:, :, 1, 1] += ones
        if getattr(self, "rbr_avg", None) is not None:
            kernel += ones[:, :, None, None] / 9
        folded = nn.Conv2d(conv.in_channels, conv.out_channels, 3, conv.stride, 1)
        folded.weight.copy_(kernel)
        folded.bias.copy_(norm.bias - norm.running_mean * scale)
        for name in ("rbr_dense", "rbr_1x1", "rbr_identity", "rbr_avg"):
            self._modules.pop(name, None)
        self.rbr_reparam = folded


class QARepVGGBlockV2(QARepVGGBlock):
    """The same with an average of 3x3 pixels as one more branch, where there is the identity."""

    averages = True


def yolov6(kind, classes=3):
    """Backbone, neck and detection head of YOLOv6 around blocks of `kind`."""
    common = load("yolov6.layers.common")
    ours = {"QARepVGGBlock": QARepVGGBlock, "QARepVGGBlockV2": QARepVGGBlockV2}
    block = adopt(ours[kind], common) if kind in ours else getattr(common, kind)
    channels = [6, 8, 8, 10, 12, 8, 6, 6, 8, 6, 12]
    repeats = [1, 2, 1, 1, 1, 1, 1, 1, 1]
    # Without its constructor, which knows the blocks of published networks only.
    model = load("yolov6.models.yolo").Model
    network = model.__new__(model)
    nn.Module.__init__(network)
    network.backbone = load("yolov6.models.efficientrep").EfficientRep(3, channels, repeats, block)
    network.neck = load("yolov6.models.reppan").RepPANNeck(channels, repeats, block)
    head = load("yolov6.models.effidehead")
    # Channels of the head's three inputs stand at 6, 8 and 10.
    layers = head.build_effidehead_layer(channels, 1, classes, reg_max=0)
    network.detect = head.Detect(classes, 3, head_layers=layers, use_dfl=False, reg_max=0)
    network.stride = network.detect.stride
    network.detect.initialize_biases()
    load("yolov6.utils.torch_utils").initialize_weights(network)
    return network


def deployed(network):
    """Folds the blocks by their own code, in place."""
    for module in list(network.modules()):
        if hasattr(module, "switch_to_deploy"):
            module.switch_to_deploy()
    return network.eval()


def half_fused(network):
    """Merges each convolution with its norm, in place, and leaves the identity's norm alone."""
    for module in list(network.modules()):
        if type(module).__name__ == "RepVGGBlock":
            for name in ("rbr_dense", "rbr_1x1"):
                pair = getattr(module, name)
                conv = nn.utils.fusion.fuse_conv_bn_eval(pair.conv, pair.bn)
                setattr(module, name, nn.Sequential(OrderedDict(conv=conv)))
    return network


def yolov7(classes=3):
    """A few layers of YOLOv7 with three RepConv: wider, as wide with identity, with stride 2."""
    common, yolo = (load(f"yolov7_package.models.{name}") for name in ("common", "yolo"))
    if common.__name__ != "models.common":
        rename(common, "models.common")
        rename(yolo, "models.yolo")
    layers = [
        [-1, 1, "Conv", [8, 3, 2]],
        [-1, 1, "Conv", [8, 3, 2]],
        [-1, 1, "Conv", [8, 1, 1]],
        [-1, 1, "RepConv", [16, 3, 1]],
        [-1, 1, "RepConv", [16, 3, 1]],
        [-1, 1, "MP", []],
        [-1, 1, "RepConv", [24, 3, 2]],
        [[4, 6], 1, "IDetect", ["nc", "anchors"]],
    ]
    anchors = [[10, 13, 16, 30], [30, 61, 62, 45]]
    facts = dict(nc=classes, depth_multiple=1.0, width_multiple=1.0, anchors=anchors)
    return yolo.Model(facts | dict(backbone=layers[:3], head=layers[3:]), ch=3)
