"""Checkpoints of PyTorch: opened as they are, told about truthfully, and never executed."""

import pathlib
import pickle
import zipfile

import tensors
from harness import check, equal, test
from program import FIXTURES, TEN_DIGITS, program, refuse, scratch, succeed, succeed_json

SCHEMES = FIXTURES / "schemes"


@test
def checkpoint_opens_as_what_it_is():
    """A state dictionary under a wrapper opens, and info says what was found and where."""
    file = succeed_json("info", SCHEMES / "official-wrapper.pth")["file"]
    equal(file["container"], "pytorch", "container")
    equal(file["naming"], "official", "naming")
    equal(file["set"], "model", "set")
    told = file["tensors"]
    equal(told["found"], told["used"] + len(told["ignored"]) + len(told["opaque"]), "account")


@test
def sets_are_chosen_by_name():
    """Of two sets the one that --set names is read; an unknown name is refused with the names."""
    pair = SCHEMES / "official-pair.pth"
    sets = succeed_json("info", pair)["file"]["sets"]
    equal(len(sets), 2, f"sets {sets}")
    written = []
    for name in sets:
        target = scratch(f"{name}.rvg")
        program("import", pair, "--set", name, "-o", target)
        written.append(tensors.floats(target, "linear.bias"))
    check(written[0] != written[1], "both sets hold the same weights")
    refuse(3, "info", pair, "--set", "best")


@test
def imported_checkpoint_is_the_same_network():
    """import writes a .rvg that verifies and folds to the counts of the checkpoint."""
    for name in ["timm-mobileone-train.pth", "apple-mobileone-train.pth", "mmpretrain-se-train.pth"]:
        target = scratch("imported.rvg")
        equal(program("import", SCHEMES / name, "-o", target).returncode, 0, f"import of {name}")
        before, after = succeed_json("info", SCHEMES / name), succeed_json("info", target)
        equal(after["parameters"], before["parameters"], f"parameters of {name}")
        for stage in before["stages"] + after["stages"]:
            # Where facts are from is told of a checkpoint only.
            for block in stage["blocks"]:
                del block["facts"]
        equal(after["stages"], before["stages"], f"stages of {name}")
        equal(succeed_json("verify", target)["pass"], True, f"verdict of {name}")


@test
def blocks_of_an_unknown_graph_stand_alone():
    """A detector opens as its blocks: listed, verified and timed one by one; it does not run."""
    detector = SCHEMES / "yolov6-train.pt"
    info = succeed_json("info", detector)
    paths = [block["path"] for stage in info["stages"] for block in stage["blocks"]]
    check("backbone.ERBlock_2.1.conv1" in paths, f"blocks {paths}")
    check(len(info["file"]["tensors"]["opaque"]) > 0, "everything else is opaque")
    verdict = succeed_json("verify", detector)
    equal((verdict["pass"], verdict["top1_agrees"]), (True, None), "verdict")
    layers = succeed_json("bench", detector, "--size", "20", "--runs", "3")["layers"]
    check(set(paths) <= {layer["path"] for layer in layers}, "every block is timed")
    refuse(3, "run", detector, "--input", TEN_DIGITS)
    refuse(3, "import", detector, "-o", scratch("x.rvg"))


@test
def folding_a_detector_keeps_everything_else():
    """fold replaces the blocks' branches, and every other tensor stays as it is."""
    detector = SCHEMES / "yolov6-train.pt"
    target = scratch("folded.safetensors")
    succeed("fold", detector, "-o", target)
    names = set(tensors.parts(target)[0])
    before = succeed_json("info", detector)
    after = succeed_json("info", target)
    equal(after["form"], "deploy", "form")
    check(set(before["file"]["tensors"]["opaque"]) <= names, "opaque tensors are all there")
    check("backbone.stem.rbr_reparam.weight" in names, "the folded kernel is there")
    check(not any("rbr_dense" in name for name in names), "no branch is left")


class Spell:
    """Unpickled by Python it would make a file."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return pathlib.Path.touch, (pathlib.Path(self.path),)


@test
def nothing_in_a_checkpoint_runs():
    """A pickle that calls functions opens nothing, makes nothing, and is refused in a line."""
    mark = scratch("was-here")
    path = scratch("spell.pth")
    for root in [Spell(mark), {"state_dict": Spell(mark)}, [Spell(mark)] * 3]:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("spell/data.pkl", pickle.dumps(root, protocol=2))
            archive.writestr("spell/version", "3\n")
        refuse(3, "info", path)
        check(not pathlib.Path(mark).exists(), "the pickle made a file")


@test
def wrong_names_are_warned_of():
    """A file called train that holds the deploy form opens with a warning."""
    told = succeed_json("info", SCHEMES / "RepVGG-A0-train.pth")
    equal(told["form"], "deploy", "form")
    check("name says train" in told["file"]["warnings"][0], told["file"]["warnings"])


@test
def epsilon_is_the_users_to_say():
    """--eps changes what norms compute, and is no assumption then; nonsense is wrong usage."""
    path = SCHEMES / "yolov6-state.pth"
    usual, own = succeed_json("info", path), succeed_json("info", path, "--eps", "1e-3")
    check(any("epsilon" in line for line in usual["file"]["assumptions"]), "epsilon is assumed")
    check(not any("epsilon" in line for line in own["file"]["assumptions"]), "epsilon is known")
    refuse(2, "info", path, "--eps", "small")
