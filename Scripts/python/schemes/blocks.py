"""The parts of a block, for every class of blocks that the fixtures are made of, and its other tensors."""

from torch import nn

from repvgg import Block

from .facts import Parts, activation, block_facts

CLASSES = (
    "MobileOneBlock",
    "QARepVGGBlock",
    "QARepVGGBlockV2",
    "RepConv",
    "RepVGGBlock",
    "RepVggBlock",
)


def _official(block):
    if hasattr(block, "rbr_reparam"):
        parts = Parts(folded=block.rbr_reparam)
    else:
        identity = getattr(block, "rbr_identity", None)
        parts = Parts([block.rbr_dense, block.rbr_1x1], identity)
    parts.excite = getattr(block, "post_se", getattr(block, "se", None))
    parts.excite_last = hasattr(block, "post_se")
    return parts


def _yolo(block):
    act = getattr(block, "nonlinearity", getattr(block, "act", None))
    parts = Parts(activation=activation(act), post_norm=getattr(block, "bn", None))
    if hasattr(block, "rbr_reparam"):
        parts.folded = block.rbr_reparam
    else:
        parts.convolutions = [block.rbr_dense, block.rbr_1x1]
        parts.identity = block.rbr_identity
        parts.average = getattr(block, "rbr_avg", None)
    return parts


def _super_gradients(block):
    parts = Parts(activation=activation(block.nonlinearity))
    if block.use_post_bn and not block.fully_fused:
        parts.post_norm = block.post_bn
    if block.partially_fused or block.fully_fused:
        parts.folded = block.rbr_reparam
        return parts
    parts.convolutions = [block.branch_3x3, block.branch_1x1]
    parts.identity = block.identity
    parts.scaled = (1,) if block.use_alpha else ()
    return parts


def _timm(block):
    parts = Parts(excite=None if isinstance(block.attn, nn.Identity) else block.attn)
    if block.reparam_conv is not None:
        parts.folded = block.reparam_conv
    else:
        kernels = block.conv_kxk
        kernels = list(kernels) if isinstance(kernels, nn.ModuleList) else [kernels]
        single = getattr(block, "conv_scale", getattr(block, "conv_1x1", None))
        parts.convolutions = kernels + ([single] if single is not None else [])
        parts.identity = block.identity
    return parts


def _mmpretrain(block):
    excite = getattr(block, "se_layer", getattr(block, "se", None))
    parts = Parts(excite=None if isinstance(excite, nn.Identity) else excite)
    if hasattr(block, "branch_reparam"):
        parts.folded = block.branch_reparam
    else:
        many = hasattr(block, "branch_conv_list")
        kernels = list(block.branch_conv_list) if many else [block.branch_3x3]
        single = block.branch_scale if many else block.branch_1x1
        parts.convolutions = kernels + ([single] if single is not None else [])
        parts.identity = block.branch_norm
    return parts


def _apple(block):
    parts = Parts(excite=getattr(block, "se", None))
    if hasattr(block, "reparam_conv"):
        parts.folded = block.reparam_conv
    else:
        single = getattr(block, "rbr_scale", None)
        parts.convolutions = list(block.rbr_conv) + ([single] if single is not None else [])
        parts.identity = getattr(block, "rbr_skip", None)
    return parts


def _parts(module):
    if isinstance(module, Block):
        return _official(module)
    if type(module).__name__ not in CLASSES:
        return None
    package = type(module).__module__.partition(".")[0]
    return {
        "yolov6": _yolo,
        "models": _yolo,
        "super_gradients": _super_gradients,
        "timm": _timm,
        "mmpretrain": _mmpretrain,
        "schemes": _apple,
    }[package](module)


def blocks(network):
    """Path, module and parts of every re-parameterizable block, in the order of the modules."""
    for path, module in network.named_modules():
        parts = _parts(module)
        if parts is not None:
            yield path, module, parts


def survey(network, head=(), rename=lambda name: name):
    """Facts of all blocks, and the names of the tensors that belong to none.

    `head` are the names of the classifier's tensors. `ignored` lie inside a block and mean nothing, but
    are no step counters; `opaque` lie elsewhere.
    """
    described, opaque, ignored = [], [], []
    found = list(blocks(network))
    meant = {id(tensor) for _, _, parts in found for tensor in _tensors(parts)}
    paths = [f"{path}." for path, _, _ in found]
    for name, tensor in network.state_dict(keep_vars=True).items():
        if name.endswith("num_batches_tracked") or name in head or id(tensor) in meant:
            continue
        inside = any(name.startswith(path) for path in paths)
        # The learned number that multiplies a branch is a tensor of the block itself.
        if not (inside and name.endswith(".alpha")):
            (ignored if inside else opaque).append(rename(name))
    for path, _, parts in found:
        prefix = rename(f"{path}.").removesuffix(".")
        described.append(block_facts(prefix, parts))
    return {"blocks": described, "opaque": sorted(opaque), "ignored": sorted(ignored)}


def _tensors(parts):
    modules = [*parts.convolutions, parts.identity, parts.folded, parts.post_norm, parts.excite]
    for module in modules:
        if module is not None:
            yield from module.state_dict(keep_vars=True).values()
