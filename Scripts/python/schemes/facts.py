"""What a reader has to find in a network, taken from its modules and not from the names of its tensors.

A block is described as docs/FORMAT.md describes it: linear branches in order, their sum, perhaps a norm
after it, squeeze-excite, an activation. `prefix` is the block's path in front of its tensors' names.
"""

from dataclasses import dataclass, field

from torch import nn

ACTIVATIONS = {"ReLU": "relu", "SiLU": "silu", "Identity": "identity"}


@dataclass
class Parts:
    """The modules of one block by what they are for; None or empty where the block lacks them."""

    convolutions: list = field(default_factory=list)  # modules with a convolution and perhaps a norm
    identity: nn.Module | None = None  # a norm, or a module without parameters
    average: nn.AvgPool2d | None = None
    folded: nn.Module | None = None
    post_norm: nn.Module | None = None
    excite: nn.Module | None = None
    excite_last: bool = False
    activation: str = "relu"
    scaled: tuple = ()  # numbers of the convolutions that a learned number multiplies


def _only(module, kind):
    found = [it for it in module.modules() if isinstance(it, kind)] if module is not None else []
    assert len(found) <= 1, module
    return found[0] if found else None


def _norm(module):
    norm = _only(module, nn.BatchNorm2d)
    return {"epsilon": norm.eps, "affine": norm.affine} if norm is not None else None


def _convolution(role, module, scaled=False):
    conv = _only(module, nn.Conv2d)
    facts = {
        "role": role,
        "kernelSize": conv.kernel_size[0],
        "bias": conv.bias is not None,
        "norm": _norm(module),
    }
    return facts | ({"scaled": True} if scaled else {})


def _branches(parts):
    if parts.folded is not None:
        return [_convolution("folded", parts.folded)]
    branches = [
        _convolution("convolution", it, scaled=number in parts.scaled)
        for number, it in enumerate(parts.convolutions)
    ]
    if parts.identity is not None:
        identity = {"role": "identity", "kernelSize": 1, "bias": False}
        branches.append(identity | {"norm": _norm(parts.identity)})
    if parts.average is not None:
        average = {"role": "average", "kernelSize": parts.average.kernel_size}
        branches.append(average | {"bias": False, "norm": None})
    return branches


def _excite(parts):
    if parts.excite is None:
        return None
    down = next(it for it in parts.excite.modules() if isinstance(it, nn.Conv2d))
    placement = "after-activation" if parts.excite_last else "before-activation"
    return {"hidden": down.out_channels, "placement": placement}


def block_facts(prefix, parts):
    """The description of one block."""
    first = parts.folded if parts.folded is not None else parts.convolutions[0]
    conv = _only(first, nn.Conv2d)
    post_norm = _norm(parts.post_norm) if parts.post_norm is not None else None
    plain = parts.folded is not None and _norm(parts.folded) is None and post_norm is None
    return {
        "prefix": prefix,
        "form": "deploy" if plain else "deploy+norm" if parts.folded is not None else "train",
        "in": conv.in_channels,
        "out": conv.out_channels,
        "stride": conv.stride[0],
        "groups": conv.groups,
        "branches": _branches(parts),
        "postNorm": post_norm,
        "squeezeExcite": _excite(parts),
        "activation": parts.activation,
    }


def activation(module):
    """The name of the activation that `module` is."""
    return ACTIVATIONS[type(module).__name__]
