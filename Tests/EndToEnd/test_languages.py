"""English and Vietnamese: what people are told; JSON, pictures and files are the same in both."""

import json
import math
import re

import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, ROOT, TEN_DIGITS, environment, program, refuse, scratch, succeed
from test_usage import WRONG

COMMANDS = ["info", "verify", "fold", "run", "bench", "import", "export", "new", "shot"]
OFFICIAL = FIXTURES / "official-plain-train.safetensors"
DIGIT = ROOT / "Samples/digit-3.pgm"

# Words without which there is hardly an English sentence, and which no Vietnamese one has.
ENGLISH = re.compile(
    r"\b(the|of|is|are|not|with|and|takes|missing|which|that|was|its|does|it|but|names|default|file)\b")
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
COMBINING = re.compile("[\u0300-\u036f]")

PLACES = {"LANG": {"LANG": "vi_VN.UTF-8"}, "LC_ALL": {"LC_ALL": "vi_VN.UTF-8"},
          "LC_MESSAGES": {"LC_MESSAGES": "vi_VN"}}
VIETNAM = environment(LANG="vi_VN.UTF-8")


def unknown_graph():
    """A file of blocks whose graph is not known."""
    return FIXTURES / "schemes/yolov7-train.pt"


def told(words, **options):
    """The status, and everything that people read."""
    result = program(*words, **options)
    return result.returncode, result.stdout + result.stderr


def check_vietnamese(text, what):
    """Fails if a sentence of `text` is English, or if none is Vietnamese."""
    for line in text.splitlines():
        # What a file says of itself stays as it is.
        if line.startswith("nguồn: "):
            continue
        found = ENGLISH.search(line)
        check(not found, f"{what} says {found and found[0]!r} in {line!r}")
    check(VIETNAMESE.search(text), f"{what} is not Vietnamese: {text!r}")
    check(not COMBINING.search(text), f"{what} has letters that are not composed: {text!r}")


def compare(words, status=None):
    """What `words` tell: English as ever, Vietnamese by --lang and by the environment."""
    english = told(words)
    if status is not None:
        equal(english[0], status, f"status of {words} ({english[1]!r})")
    vietnamese = told([*words, "--lang", "vi"])
    if english[1]:
        check_vietnamese(vietnamese[1], f"{words} --lang vi")
    equal(told(words, env=VIETNAM), vietnamese, f"{words} with LANG=vi_VN.UTF-8")
    equal(told([*words, "--lang", "en"], env=VIETNAM), english, f"{words} --lang en in Vietnam")
    equal(vietnamese[0], english[0], f"status of {words}")
    equal(vietnamese[1].count("\n"), english[1].count("\n"), f"lines of {words}")


@test
def help_is_there_in_both_languages():
    """The help of the program and of every command, by --lang and by each of the environment's names."""
    for words in [["--help"], *([command, "--help"] for command in COMMANDS)]:
        compare(words, 0)
        for name, changes in PLACES.items():
            env = environment(**{"LANG": None, **changes})
            equal(program(*words, env=env).stdout, program(*words, "--lang", "vi").stdout,
                  f"{words} with {name}")


@test
def wrong_usage_is_told_in_both_languages():
    """Every wrong command line is refused in the language that it asks for, or else the environment."""
    for words in WRONG:
        status, text = told(words, env=VIETNAM, cwd=scratch(""))
        equal(status, 2, f"status of {words}")
        check_vietnamese(text, f"{words}")
        # A language behind what is wrong counts, too.
        if words[-1] not in {"-o", "--input", "--labels", "--tolerance"}:
            equal(told([*words, "--lang=vi"], cwd=scratch("")), (status, text), f"{words} --lang=vi")
    for words in [["info", DIGITS, "--lang", "fr"], ["info", DIGITS, "--lang"], ["--lang", "VI"]]:
        check_vietnamese(told(words, env=VIETNAM)[1], f"{words}")
        refuse(2, *words)
    return f"{len(WRONG)} wrong command lines"


@test
def reports_are_there_in_both_languages():
    """info, verify, run and fold say the same in both languages, about sound and damaged networks."""
    folded, damaged = scratch("folded-vi.safetensors"), scratch("damaged-vi.safetensors")
    norm, changed = scratch("norm-vi.safetensors"), scratch("changed-vi.safetensors")
    equal(program("fold", OFFICIAL, "-o", folded).returncode, 0, "status of fold")
    tensors.with_value(OFFICIAL, damaged, "linear.weight", 7, math.nan)
    tensors.with_value(OFFICIAL, norm, "stage1.0.rbr_1x1.bn.running_var", 2, -1)
    tensors.with_value(OFFICIAL, changed, "stage1.0.rbr_1x1.bn.running_var", 2, 7)
    files = [DIGITS, OFFICIAL, folded, damaged, norm, unknown_graph()]
    for file in files:
        compare(["info", file], 0)
        compare(["verify", file], 1 if file in (damaged, norm) else 0)
        compare(["fold", file, "-o", scratch("again-vi.rvg")], 0)
    for file in [DIGITS, OFFICIAL]:
        compare([file], 0)
    for other, status in [(folded, 0), (OFFICIAL, 1), (changed, 1), (damaged, 1), (DIGITS, 1)]:
        compare(["verify", OFFICIAL, other], status)
    compare(["verify", folded, OFFICIAL], 1)
    compare(["verify", norm, folded], 1)
    compare(["verify", DIGITS, "--tolerance", "1e-30"], 1)
    for picture in [DIGIT, TEN_DIGITS]:
        compare(["run", DIGITS, "--input", picture], 0)
    compare(["run", unknown_graph(), "--input", TEN_DIGITS], 3)
    compare(["run", DIGITS, "--input", DIGIT, "--labels", ROOT / "README.md"], 2)
    compare(["run", folded, "--input", FIXTURES / "input-square.safetensors", "--form", "train"], 3)


@test
def times_are_told_in_both_languages():
    """bench has the same table in both languages but for the numbers."""
    words = ["bench", DIGITS, "--runs", "3", "--threads", "1"]
    english, vietnamese = succeed(*words), succeed(*words, "--lang", "vi")
    check_vietnamese(vietnamese, "bench")
    equal(vietnamese.count("\n"), english.count("\n"), "lines")
    equal(succeed(*words, env=VIETNAM).splitlines()[4], vietnamese.splitlines()[4], "titles")
    report, other = (json.loads(succeed(*words, "--json", "--lang", it)) for it in ["en", "vi"])
    equal([step["operation"] for step in other["layers"]],
          [step["operation"] for step in report["layers"]], "operations in JSON")
    equal(list(other), list(report), "keys of JSON")


@test
def json_and_files_are_english():
    """JSON, networks and exported files are the same bytes in both languages."""
    for words in [["info", DIGITS], ["info", OFFICIAL], ["verify", OFFICIAL], ["verify", DIGITS],
                  ["info", unknown_graph()], ["verify", OFFICIAL, DIGITS],
                  ["run", DIGITS, "--input", DIGIT], ["run", OFFICIAL, "--input", FIXTURES / "input-square.safetensors"]]:
        english = program(*words, "--json")
        for vietnamese in [program(*words, "--json", env=VIETNAM), program(*words, "--json", "--lang", "vi")]:
            equal((vietnamese.returncode, vietnamese.stdout), (english.returncode, english.stdout), f"{words}")
    equal(succeed("tables", env=VIETNAM), succeed("tables"), "tables")
    for ending, words in [("rvg", ["fold", OFFICIAL]), ("rvg", ["import", OFFICIAL]), ("rvg", ["new", "16x1/2"]),
                          ("onnx", ["export", DIGITS]), ("safetensors", ["export", DIGITS])]:
        made = []
        for language in ["en", "vi"]:
            path = scratch(f"made-{language}.{ending}")
            equal(program(*words, "-o", path, "--lang", language).returncode, 0, f"status of {words}")
            made.append(open(path, "rb").read())
        check(made[0] == made[1], f"{words} writes another file in Vietnamese")


@test
def pictures_are_english_unless_asked():
    """A picture is the same wherever it is drawn; --lang vi is for the picture and for messages."""
    paths = [scratch(f"language-{number}.txt") for number in range(3)]
    succeed("shot", DIGITS, "-o", paths[0])
    succeed("shot", DIGITS, "-o", paths[1], env=VIETNAM)
    succeed("shot", DIGITS, "-o", paths[2], "--lang", "vi")
    english, same, vietnamese = (open(path, encoding="utf-8").read() for path in paths)
    equal(same, english, "a picture in Vietnam")
    check(VIETNAMESE.search(vietnamese) and vietnamese != english, "--lang vi draws no Vietnamese")
    compare(["shot", DIGITS, "-o", scratch("x.txt"), "--script", "fly"], 2)
    compare(["shot", DIGITS, "-o", scratch("x.txt"), "--scale", "2"], 2)


@test
def exports_tell_what_files_cannot_keep():
    """The notes of `export` are there in both languages."""
    plus = FIXTURES / "plus-l2pse-train.safetensors"
    for words in [[plus, "-o", scratch("plus-vi.safetensors"), "--form", "train"],
                  [FIXTURES / "official-eps-train.rvg", "-o", scratch("eps-vi.safetensors"), "--float16"]]:
        compare(["export", *words], 0)
