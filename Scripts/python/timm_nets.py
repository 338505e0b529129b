"""Real timm networks with random weights and norms as after some training."""

import sys

import torch

ARCHITECTURES = {
    "A0": "repvgg_a0",
    "A1": "repvgg_a1",
    "A2": "repvgg_a2",
    "B0": "repvgg_b0",
    "B1": "repvgg_b1",
    "B1G4": "repvgg_b1g4",
    "B2": "repvgg_b2",
    "B2G4": "repvgg_b2g4",
    "B3": "repvgg_b3",
    "B3G4": "repvgg_b3g4",
    "D2SE": "repvgg_d2se",
    "MOBILEONE-S0": "mobileone_s0",
    "MOBILEONE-S1": "mobileone_s1",
    "MOBILEONE-S2": "mobileone_s2",
    "MOBILEONE-S3": "mobileone_s3",
    "MOBILEONE-S4": "mobileone_s4",
}


def import_byobnet():
    """timm's module of RepVGG networks.

    timm imports torchvision, whose usual wheel does not load beside a CPU-only torch unless two operators
    that only detection needs are declared first.
    """
    try:
        import torchvision  # noqa: F401
    except RuntimeError:
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        declare_detection_operators()
    from timm.models import byobnet

    return byobnet


def declare_detection_operators():
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    # The declarations live as long as this object.
    declare_detection_operators.library = library


@torch.no_grad()
def architecture(name, seed):
    """The training form of timm's network `name`, a key of `ARCHITECTURES`, seasoned."""
    byobnet = import_byobnet()
    torch.manual_seed(seed)
    network = getattr(byobnet, ARCHITECTURES[name.upper()])(pretrained=False)
    return season(network, torch.randn(4, 3, 160, 160), seed)


def reparameterized(network):
    """The deploy form, folded by timm itself, in place."""
    from timm.utils.model import reparameterize_model

    folded = reparameterize_model(network, inplace=True).eval()
    for module in folded.modules():
        # Left over from folding; as large as a kernel, and of no use any more.
        if hasattr(module, "id_tensor"):
            module.id_tensor = None
    return folded


@torch.no_grad()
def season(network, pictures, seed):
    """Gives kernels and norms of `network` values as after some training.

    Kernels are normal and keep the size of activations, gammas differ per channel in size and sign, and
    running statistics are those of `pictures` (N x C x H x W) at every norm, then moved a little, so that
    they are neither 0 and 1 nor exactly right. Activations stay near 1 from block to block.
    """
    generator = torch.Generator().manual_seed(seed)

    def uniform(like, low, high):
        return torch.rand(like.shape, generator=generator) * (high - low) + low

    def normal(like, deviation):
        return torch.randn(like.shape, generator=generator) * deviation

    norms = []
    for module in network.modules():
        if isinstance(module, (torch.nn.Conv2d, torch.nn.Linear)):
            fan_in = module.weight[0].numel()
            module.weight.copy_(normal(module.weight, (1 / fan_in) ** 0.5))
            if module.bias is not None:
                module.bias.copy_(normal(module.bias, 0.1))
        elif isinstance(module, torch.nn.BatchNorm2d):
            norms.append(module)
            if module.affine:
                signs = torch.where(uniform(module.weight, 0, 1) < 0.1, -1.0, 1.0)
                module.weight.copy_(signs * uniform(module.weight, 0.4, 1.0))
                module.bias.copy_(normal(module.bias, 0.2))
    for norm in norms:
        norm.momentum = 1.0
    network.train()(pictures)
    for norm in norms:
        norm.momentum = 0.1
        deviation = norm.running_var.sqrt()
        norm.running_mean.add_(normal(deviation, 0.1) * deviation)
        norm.running_var.mul_(uniform(norm.running_var, 0.7, 1.4))
    return network.eval()


def contiguous(network):
    """The network's tensors by name, as safetensors wants them."""
    return {name: value.detach().contiguous() for name, value in network.state_dict().items()}
