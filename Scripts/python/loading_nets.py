"""PyTorch modules that exported files must load into strictly."""

import make_fixtures
from repvgg import Recipe, RepVGG
from schemes.apple import MobileOne
from timm_nets import ARCHITECTURES, import_byobnet, reparameterized

DIGITS = Recipe("digits", (16, 32, 64, 128), (1, 2, 3, 1), (1, 1, 2, 2), 10, channels=1)
A0 = Recipe("A0", (48, 48, 96, 192, 1280), (1, 2, 4, 14, 1), (2,) * 5, 1000)
RECIPES = {
    "official-f16": make_fixtures.PLAIN,
    "official-bf16": make_fixtures.PLAIN,
    "digits": DIGITS,
    "A0": A0,
    make_fixtures.PLUS.name: make_fixtures.PLUS,
} | {recipe.name: recipe for recipe in make_fixtures.OFFICIAL}


def modules(name, form):
    """Pairs of a naming and a module, in evaluation mode, for the network called `name`."""
    stem = name.partition("-rvg")[0].removesuffix("-train").removesuffix("-deploy")
    # Tensors do not tell an epsilon of 1e-3, so only the .rvg can be compared with it.
    if stem == "official-eps" and not name.endswith("-rvg"):
        return
    if stem in RECIPES:
        recipe = make_fixtures.replace(RECIPES[stem], affine=True)
        network = RepVGG(recipe)
        yield "official", (network.fold() if form == "deploy" else network).eval()
    if stem == "apple-mobileone":
        network = MobileOne(10, (10, 14, 20), (1, 2, 1), 4, make_fixtures.CLASSES, excited=(3,))
        yield "official", (network.fold() if form == "deploy" else network).eval()
    network = timm_network(stem)
    if network is not None:
        yield "timm", (reparameterized(network) if form == "deploy" else network).eval()


def timm_network(stem):
    """timm's own network for a fixture or a published name; None where it has none."""
    byobnet = import_byobnet()
    fixtures = dict(make_fixtures.timm_networks(byobnet))
    if stem in fixtures:
        return fixtures[stem]
    published = ARCHITECTURES.get(stem.upper())
    return getattr(byobnet, published)(pretrained=False) if published else None


def renamed(name, tensors):
    """Tensors of RepVGGplus under the names of our module; others as they are."""
    if not name.startswith("plus-"):
        return tensors
    depth = make_fixtures.PLUS.depths[3] // 2
    plain = {}
    for old, tensor in tensors.items():
        words = old.split(".")
        if len(words) > 2 and words[1] == "blocks":
            stage, _, half = words[0].partition("_")
            words[:3] = [stage, str(int(words[2]) + depth * (half == "second"))]
        plain[".".join(words)] = tensor
    return plain
