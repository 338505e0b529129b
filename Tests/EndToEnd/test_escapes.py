"""No byte of a file, a name or an argument reaches a terminal as it is."""

import json
import re
import shutil
import unicodedata
import xml.etree.ElementTree

import pytorch_file
import tensors
from harness import check, equal, test
from program import DIGITS, FIXTURES, TEN_DIGITS, program, scratch, succeed, succeed_json
from pseudo_terminal import PseudoTerminal

# A title, a colour, a bell, a clear screen; C1 as a control sequence; a turned direction; line breaks of all
# sorts; signs without width.
EVIL = ("\x1b]0;PWNED\x07\x1b[31m\x9b2J\u202ecod\u2066\u200e\u061c\r\n\x7f\u2028\u2029\u200b\ufeff"
        "\u0085\U000e0041end")
SMALL = FIXTURES / "official-plain-train.safetensors"


def is_hidden(letter):
    return unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cs"}


def check_clean(text, what):
    """Nothing hidden is in `text` but line feeds, and no line begins with what stands behind one in EVIL."""
    bad = sorted({letter for letter in text if letter != "\n" and is_hidden(letter)})
    check(not bad, f"{what}: {bad} in {text[:400]!r}")
    check("\n\x7f" not in text and not any(line.startswith("\\x7f") for line in text.split("\n")),
          f"{what}: a line feed of a name broke a line: {text[:400]!r}")


def renamed(path, change):
    """The small fixture with its tensors' names changed, as safetensors."""
    header, data = tensors.parts(SMALL)
    del header["__metadata__"]
    return tensors.write(path, {change(name): entry for name, entry in header.items()}, data)


def inputs():
    """Files with EVIL in every place where a text can stand; the name of each says where."""
    found = {}
    header, data = tensors.parts(SMALL)
    weights = {name: entry for name, entry in header.items() if name != "__metadata__"}
    found["names of blocks"] = renamed(scratch("e1.safetensors"), lambda name: EVIL + "." + name)
    odd = {**weights, EVIL: {"dtype": "I64", "shape": [], "data_offsets": [len(data), len(data) + 8]}}
    found["the name of an odd tensor"] = tensors.write(scratch("e2.safetensors"), odd, data + bytes(8))
    # Names around a block in the middle, so that the graph around it is not known.
    block = {f"{EVIL}.neck.{name}": entry for name, entry in weights.items() if "stage1.0" in name}
    found["an unknown graph"] = tensors.write(scratch("e3.safetensors"), packed(block, data)[0],
                                              packed(block, data)[1])
    found["metadata of a checkpoint"] = tensors.write(
        scratch("e4.safetensors"), {**weights, "__metadata__": {EVIL: EVIL, "format": EVIL}}, data)
    found["the model file"] = model_file(scratch("e5.rvg"))
    state = pytorch_file.read_safetensors(weights, data)
    found["a prefix in a pickle"] = pytorch_file.write(
        scratch("e6.pth"), {f"{EVIL}.{name}": value for name, value in state.items()})
    found["the name of a set"] = pytorch_file.write(scratch("e7.pth"), {EVIL: state, "ema": state})
    found["a file name"] = shutil.copy(DIGITS, scratch(EVIL.replace("/", "") + ".rvg"))
    found["a damaged header"] = broken(scratch("e8.safetensors"), weights, data)
    found["a missing file"] = scratch(EVIL + ".missing")
    return found


def packed(header, data):
    """A header with data of its own that holds only its tensors."""
    parts, offset, moved = [], 0, {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        parts.append(data[begin:end])
        moved[name] = {**entry, "data_offsets": [offset, offset + end - begin]}
        offset += end - begin
    return moved, b"".join(parts)


def broken(path, header, data):
    first = next(iter(header))
    return tensors.write(path, {**header, EVIL: {**header[first], "dtype": EVIL}}, data)


def model_file(path):
    """The sample with EVIL as its network's name, source and labels."""
    header, data = tensors.parts(DIGITS)
    metadata = header["__metadata__"]
    network = json.loads(metadata["rvg.network"])
    network["name"] = EVIL
    network["labels"] = [EVIL + str(digit) for digit in range(10)]
    for key in list(metadata):
        if key not in {"format", "rvg.version", "rvg.network", "rvg.checksum"}:
            metadata[key] = EVIL
    metadata.update({"rvg.network": json.dumps(network), "rvg.source": EVIL, EVIL: EVIL})
    return tensors.write(path, header, data)


def command_lines(path):
    """Every command with `path` as its model."""
    return [
        ["info", path], ["verify", path], ["fold", path, "-o", scratch("out.rvg")],
        ["fold", path, "-o", scratch(EVIL + ".out")],
        ["import", path, "-o", scratch("out.rvg")], ["import", path, "-o", scratch("o"), "--arch", EVIL],
        ["export", path, "-o", scratch("out.onnx")], ["export", path, "-o", scratch("out.safetensors")],
        ["run", path, "--input", TEN_DIGITS], ["run", path, "--input", path],
        ["bench", path, "--runs", "1"], ["bench", path, "--runs", "1", "--branches", "fused"], [path],
        ["info", path, "--set", EVIL], [path, "--script", EVIL],
    ]


@test
def nothing_hidden_comes_out():
    """With hidden signs in names, metadata, prefixes, sets and paths, no command prints one of them."""
    runs = opened = 0
    for where, path in inputs().items():
        for words in command_lines(path):
            result = program(*words)
            check(result.returncode in range(5), f"{words} on {where}: status {result.returncode}")
            check_clean(result.stdout, f"standard output of {words[:1]} on {where}")
            check_clean(result.stderr, f"standard error of {words[:1]} on {where}")
            runs += 1
            opened += result.returncode == 0
    check(opened > runs / 3, f"of {runs} runs only {opened} opened their file, so little was printed")
    return f"{runs} runs, {opened} with status 0"


@test
def escapes_are_spelled_out():
    """A hidden sign is shown as \\x1b or \\u{202e}, wherever a name is printed."""
    found = inputs()
    for where in ["the model file", "a missing file", "the name of a set"]:
        result = program("info", found[where])
        for text in ["\\x1b]0;PWNED\\x07", "\\u{9b}2J", "\\u{202e}cod\\u{2066}", "\\x0d\\x0a"]:
            check(text in result.stdout + result.stderr, f"{where}: no {text} in {result}")


@test
def arguments_are_spelled_out():
    """Whatever is said of an argument spells out what is hidden in it."""
    for words in [[EVIL, EVIL], ["info", DIGITS, "--" + EVIL], ["verify", DIGITS, "--tolerance", EVIL],
                  ["verify", DIGITS, "--seed", EVIL], ["info", DIGITS, "--eps", EVIL],
                  ["new", EVIL, "-o", "x"], ["new", "16x1", "-o", EVIL + "/x"], ["info", EVIL],
                  ["shot", DIGITS, "-o", EVIL], ["shot", DIGITS, "-o", "x.txt", "--size", EVIL],
                  ["shot", DIGITS, "-o", "x.txt", "--script", EVIL], ["bench", DIGITS, "--algorithm", EVIL],
                  ["run", DIGITS, "--input", EVIL], ["run", DIGITS, "--input", TEN_DIGITS, "--labels", EVIL],
                  ["export", DIGITS, "-o", EVIL], ["import", DIGITS, "-o", scratch("y"), "--arch", EVIL]]:
        result = program(*words, cwd=scratch(""))
        check(result.returncode in (2, 3, 4), f"{words}: status {result.returncode}")
        equal(len(result.stderr.splitlines()), 1, f"lines of {words}: {result.stderr!r}")
        check_clean(result.stderr, str(words))
        # Of a script the first command is named, which ends at the semicolon.
        check("\\x1b]0" in result.stderr, f"{words} said {result.stderr!r}")
    result = program("bench", DIGITS, "--paced", input=EVIL)
    check_clean(result.stdout + result.stderr, "a line of bench --paced")


@test
def labels_are_spelled_out():
    """Labels of a file and of --labels are printed without what is hidden in them."""
    path = scratch("labels.txt")
    lines = ["".join(letter for letter in EVIL if letter not in "\r\n\u2028\u2029\x85") + str(digit)
             for digit in range(10)]
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
    text = succeed("run", DIGITS, "--input", TEN_DIGITS, "--labels", path)
    check_clean(text, "run --labels")
    check("(\\x1b]0;PWNED\\x07" in text, text[:300])


@test
def json_says_the_exact_name():
    """JSON output is ASCII where it matters, and reads back as the very name."""
    found = inputs()
    for words in [["info"], ["verify"], ["bench", "--runs", "1"], ["run", "--input", TEN_DIGITS]]:
        result = program(words[0], found["the model file"], *words[1:], "--json")
        equal(result.returncode, 0, f"status of {words} ({result.stderr!r})")
        check_clean(result.stdout, f"{words} --json")
        told = json.loads(result.stdout)
        if words[0] in ("info", "bench"):
            equal(told["name"], EVIL, f"name in {words}")
        if words[0] == "run":
            check(told["pictures"][0][0]["label"].startswith(EVIL), told["pictures"][0][0]["label"])
    sets = succeed_json("info", found["the name of a set"])["file"]["sets"]
    equal(sorted(sets), sorted([EVIL, "ema"]), "names of the sets")


@test
def pictures_are_clean():
    """No screen, drawn as text, SVG or for a terminal, holds a hidden sign of a file; SVG stays XML."""
    script = ";".join(["screen tree", "expand-all", "last", "enter", "screen block", "screen kernels",
                       "screen live", "sample-timing", "screen file"])
    count = 0
    for where, path in inputs().items():
        if program("info", path).returncode:
            continue
        for end in range(1, script.count(";") + 2):
            part = ";".join(script.split(";")[:end])
            for kind in ["txt", "svg", "ansi"]:
                if kind != "txt" and end % 4 != 1:
                    continue
                picture = scratch(f"evil.{kind}")
                succeed("shot", path, "-o", picture, "--script", part)
                text = open(picture, encoding="utf-8", newline="").read()
                if kind == "ansi":
                    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
                if kind == "svg":
                    xml.etree.ElementTree.fromstring(text)
                check_clean(text, f"{kind} of {where} after {part}")
                count += 1
    return f"{count} pictures"


@test
def explorer_shows_no_hidden_sign():
    """On a terminal of its own the explorer sends none of a file's sequences."""
    found = inputs()
    for where in ["an unknown graph", "the model file", "the name of a set", "a file name"]:
        with PseudoTerminal(found[where]) as terminal:
            for keys in ["\r", "G", "2", "3", "4", "5", "6", "1", "?"]:
                terminal.type(keys)
                terminal.quiet()
            # The first one closes the help.
            terminal.type("qq")
            equal(terminal.wait(), 0, f"status after {where}")
            for bad in ["PWNED\x07", "\x1b]0;", "\x9b2J", "\u202e", "\u2066", "\u200b", "\ufeff"]:
                check(bad.encode() not in terminal.output, f"{where}: {bad!r} on the terminal")
