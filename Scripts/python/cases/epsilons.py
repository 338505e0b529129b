"""Epsilons that no tensor holds and that a family's names tell; variances are as small as they are."""

import copy

from torch import nn

from .blocks import (
    QARepVGGBlock,
    RepConv,
    RepVGGBlock,
    SuperGradientsBlock,
    SuperGradientsQABlock,
    YOLOv7RepConv,
    blocks,
)
from .impulses import kernel_and_bias

SMALL = (2e-4, 5e-3)
NAS = "backbone.stage1.blocks.bottlenecks.0.cv1"


def convolution(inputs, outputs):
    return nn.Conv2d(inputs, outputs, 1)


def told(book, name, about, parts, **facts):
    """A case in which another epsilon would be seen: by one percent at least in every block."""
    book.blocks(name, about, parts, **facts)
    for module in parts.values():
        for block in blocks(module).values():
            right, _ = kernel_and_bias(block)
            other = copy.deepcopy(block)
            for part in other.modules():
                if isinstance(part, nn.BatchNorm2d):
                    part.eps = 1e-3 if part.eps == 1e-5 else 1e-5
            wrong, _ = kernel_and_bias(other)
            assert (right - wrong).abs().max() > 1e-2 * right.abs().max(), name


def write(book):
    book.kind = "an epsilon that names tell"
    super_gradients(book)
    yolo(book)
    mmyolo(book)
    by_the_user(book)


def super_gradients(book):
    tell = {"options": {"identity": "yes"}, "conditions": ["the input itself"]}
    block = SuperGradientsQABlock(3, 3, eps=1e-3)
    told(book, "yolonas-eps", "YOLO-NAS: 1e-3", {NAS: block}, variances=SMALL, **tell)
    told(
        book,
        "yolonas-wider",
        "YOLO-NAS with heads of its own: 1e-3",
        {
            "neck.neck1.blocks.bottlenecks.1.cv1": SuperGradientsQABlock(2, 3, eps=1e-3),
            "neck.neck1.blocks.bottlenecks.1.cv2": SuperGradientsQABlock(3, 2, eps=1e-3),
            "heads.head1.cls_pred": convolution(3, 2),
        },
        variances=SMALL,
        opaque=["heads.head1.cls_pred.weight", "heads.head1.cls_pred.bias"],
    )
    told(
        book,
        "yolonas-pose-eps",
        "NAS-Pose, told by its heads: 1e-6",
        {
            NAS: SuperGradientsQABlock(2, 3, eps=1e-6),
            "heads.head1.pose_pred": convolution(3, 2),
        },
        variances=(1e-6, 2e-5),
        opaque=["heads.head1.pose_pred.weight", "heads.head1.pose_pred.bias"],
    )
    told(
        book,
        "yolonas-pose-prefixed",
        "the same behind ema_net and module.: 1e-6",
        {
            NAS: SuperGradientsQABlock(2, 3, eps=1e-6),
            "heads.head2.pose_pred": convolution(3, 2),
        },
        variances=(1e-6, 2e-5),
        extension="pth",
        change=lambda tensors: {f"module.{name}": value for name, value in tensors.items()},
        wrap=lambda tensors: {"ema_net": tensors},
        blocks={f"module.{NAS}": NAS},
        wrapper="module.backbone.",
    )
    told(
        book,
        "sg-repvgg-eps",
        "super-gradients' RepVGG as a classifier: 1e-5",
        {"stage1.1": SuperGradientsBlock(3, 3)},
        variances=SMALL,
    )


def yolo(book):
    named = [
        ("yolov6-eps", "YOLOv6", "backbone.ERBlock_2.0", RepVGGBlock(2, 3, 2, eps=1e-3)),
        (
            "yolov6-eps-identity",
            "YOLOv6",
            "backbone.ERBlock_2.1.conv1",
            RepVGGBlock(3, 3, eps=1e-3),
        ),
        (
            "yolov6-qarepvgg-eps",
            "YOLOv6's QARepVGG",
            "backbone.ERBlock_3.0",
            QARepVGGBlock(2, 3, 2),
        ),
        ("yolov7-eps", "YOLOv7", "model.102", YOLOv7RepConv(2, 3)),
        ("yolov7-eps-identity", "YOLOv7", "model.103", YOLOv7RepConv(3, 3)),
        ("ultralytics-eps", "ultralytics", "model.2.m.0.cv1", RepConv(3, 3)),
        (
            "ultralytics-eps-identity",
            "ultralytics with an identity's norm",
            "model.4.m.1.cv1",
            RepConv(3, 3, identity=True),
        ),
        ("yolov9-eps", "YOLOv9's RepConvN", "model.2.cv2.0.m.0.cv1", RepConv(3, 3)),
    ]
    for name, about, path, block in named:
        told(book, name, f"{about}: 1e-3", {path: block}, variances=SMALL)


def mmyolo(book):
    told(
        book,
        "mmyolo-yolov6-eps",
        "mmyolo's YOLOv6, told by its head: 1e-3",
        {
            "backbone.stage1.0": RepVGGBlock(2, 3, 2, eps=1e-3),
            "backbone.stage1.1.block.0": RepVGGBlock(3, 3, eps=1e-3),
            "bbox_head.head_module.cls_preds.0": convolution(3, 2),
        },
        variances=SMALL,
        opaque=[
            "bbox_head.head_module.cls_preds.0.weight",
            "bbox_head.head_module.cls_preds.0.bias",
        ],
    )
    told(
        book,
        "mmyolo-ppyoloe-eps",
        "mmyolo's PP-YOLOE has the same head, and alpha: 1e-5",
        {
            "backbone.stage1.blocks.0.conv2": RepVGGBlock(3, 3, alpha=[0.35], identity=False),
            "bbox_head.head_module.cls_preds.0": convolution(3, 2),
        },
        variances=SMALL,
        opaque=[
            "bbox_head.head_module.cls_preds.0.weight",
            "bbox_head.head_module.cls_preds.0.bias",
        ],
    )
    block = RepConv(3, 3, eps=1e-5, second="norm")
    path = "encoder.pan_blocks.0.bottlenecks.1"
    told(book, "rtdetr-eps", "RT-DETR: 1e-5", {path: block}, variances=SMALL)


def by_the_user(book):
    book.kind = "an epsilon that nothing tells"
    for name, epsilon, variances in (
        ("official-eps", 1e-3, SMALL),
        ("official-eps-tiny", 1e-8, (1e-6, 2e-5)),
    ):
        told(
            book,
            name,
            f"the authors' names, and {epsilon:g} in the code that made it",
            {"stage1.1": RepVGGBlock(3, 3, eps=epsilon)},
            variances=variances,
            options={"eps": epsilon},
            conditions=["epsilon"],
        )
    told(
        book,
        "official-eps-half",
        "the usual epsilon, and half precision",
        {"stage1.1": RepVGGBlock(3, 3).half()},
        variances=SMALL,
        conditions=["epsilon"],
    )
