"""`run`: the engine's answers in both forms."""

import json

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, PICTURES, TEN_DIGITS, program, refuse, scratch, succeed, succeed_json


@test
def sample_recognises_its_ten_digits():
    """The sample calls all ten test digits right, in both forms, with their labels."""
    for form in ["train", "deploy"]:
        report = succeed_json("run", DIGITS, "--input", TEN_DIGITS, "--form", form, "--top", "1")
        equal(report["form"], form, "form")
        best = [picture[0] for picture in report["pictures"]]
        equal([place["class"] for place in best], list(range(10)), f"classes in {form} form")
        equal([place["label"] for place in best], [str(digit) for digit in range(10)], "labels")


@test
def forms_agree():
    """Training and deploy form give the same logits within 1e-4 of the largest, at any threads."""
    def logits(form, threads):
        path = scratch(f"logits-{form}-{threads}.safetensors")
        succeed("run", DIGITS, "--input", TEN_DIGITS, "--form", form, "--threads", threads, "-o", path)
        return tensors.floats(path, "logits")
    reference = logits("train", "1")
    equal(len(reference), 100, "logits of ten pictures")
    largest = max(map(abs, reference))
    for form, threads in [("deploy", "1"), ("deploy", "2"), ("train", "2"), ("deploy", "3")]:
        error = max(abs(a - b) for a, b in zip(reference, logits(form, threads))) / largest
        check(error < 1e-4, f"{form} form on {threads} threads differs by {error:.1e}")


@test
def agrees_with_pytorch():
    """Logits of the timm and official fixtures are PyTorch's within 1e-4 of the largest."""
    worst = 0.0
    for net in ["timm-plain", "timm-g2", "timm-d2se", "official-plain", "plus-l2pse"]:
        for form in ["train", "deploy"]:
            for picture in ["square", "odd"]:
                logits = FIXTURES / f"{net}-logits.safetensors"
                expected = tensors.floats(logits, f"{picture}.{form}")
                path = scratch("torch.safetensors")
                source = FIXTURES / f"{net}-{form}.safetensors"
                result = program("run", source, "--input", FIXTURES / f"input-{picture}.safetensors",
                                 "--form", form, "-o", path)
                equal(result.returncode, 0, f"status of {net} {form} ({result.stderr})")
                seen = tensors.floats(path, "logits")
                error = max(abs(a - b) for a, b in zip(seen, expected)) / max(map(abs, expected))
                check(error < 1e-4, f"{net}, {form} form, {picture} input: {error:.1e}")
                worst = max(worst, error)
    return f"worst {worst:.1e}"


@test
def train_form_of_a_folded_file_ends_with_status_3():
    """--form train of a file that holds only the deploy form ends with status 3."""
    folded = scratch("only-deploy.rvg")
    succeed("fold", DIGITS, "-o", folded)
    refuse(3, "run", folded, "--input", TEN_DIGITS, "--form", "train")
    refuse(3, "bench", folded, "--form", "train")


@test
def wrong_inputs_end_with_status_3():
    """An input with other channels, no picture or no tensor file ends with status 3."""
    for path in [FIXTURES / "input-square.safetensors", DIGITS, "/nonexistent",
                 FIXTURES / "README.md"]:
        refuse(3, "run", DIGITS, "--input", path)


@test
def output_that_cannot_be_written_ends_with_status_4():
    """Logits that cannot be written end with status 4."""
    refuse(4, "run", DIGITS, "--input", TEN_DIGITS, "-o", "/nonexistent/logits.safetensors")


@test
def the_size_of_an_input_is_not_assumed():
    """A tensor says how large it is: no size of pictures is assumed then; a picture is made to fit one."""
    model = FIXTURES / "official-plain-train.safetensors"
    told = succeed_json("info", model)["file"]["assumptions"]
    size = [line for line in told if line.startswith("pictures of ")]
    equal(len(size), 1, f"assumptions {told}")
    for name, expected in [(FIXTURES / "input-square.safetensors", []),
                           (PICTURES / "rgb.png", size)]:
        printed = program("run", model, "--input", name, "--json")
        assumed = json.loads(printed.stdout)["assumptions"]
        equal([line for line in assumed if "pictures" in line], expected, f"JSON of {name}")
        said = program("run", model, "--input", name).stderr.splitlines()
        equal([line for line in said if "assumed: pictures" in line],
              [f"repvgg-tui: assumed: {line}" for line in expected], f"words of {name}")
