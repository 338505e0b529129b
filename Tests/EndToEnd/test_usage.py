"""Help, wrong usage, and what must not be in a pipe."""

import json
import os
import pathlib
import subprocess

from harness import check, equal, test
from program import DIGITS, ROOT, TEN_DIGITS, environment, program, refuse, scratch, succeed

COMMANDS = ["info", "verify", "fold", "run", "bench", "import", "new", "shot"]


@test
def every_command_has_help():
    """Each command tells its usage and its options on --help and -h, with status 0."""
    for command in COMMANDS:
        text = succeed(command, "--help")
        check(f"repvgg-tui {command}" in text and "options:" in text, f"{command} --help: {text!r}")
        equal(succeed(command, "-h"), text, f"{command} -h")


@test
def program_help_names_every_command():
    """--help of the program names every command and the exit statuses."""
    text = succeed("--help")
    for word in COMMANDS + ["exit status", "examples"]:
        check(word in text, f"--help does not say {word!r}")


@test
def version_is_one_line():
    """--version prints one line that begins with the program's name."""
    lines = succeed("--version").splitlines()
    equal(len(lines), 1, "lines of --version")
    check(lines[0].startswith("repvgg-tui "), lines[0])


WRONG = [
    ["info"], ["info", DIGITS, "more"], ["info", DIGITS, "--jsn"], ["info", DIGITS, "--json=yes"],
    ["verify"], ["verify", DIGITS, "--tolerance"], ["verify", DIGITS, "--tolerance", "x"],
    ["verify", DIGITS, "--tolerance", "-1"], ["verify", DIGITS, "--tolerance", "nan"],
    ["verify", DIGITS, "--seed", "x"],
    ["fold"], ["fold", DIGITS], ["fold", DIGITS, "-o"], ["fold", DIGITS, "-o", "x", "--threads", "0"],
    ["run"], ["run", DIGITS], ["run", DIGITS, "--input"],
    ["run", DIGITS, "--input", TEN_DIGITS, "--form", "folded"],
    ["run", DIGITS, "--input", TEN_DIGITS, "--threads", "many"],
    ["run", DIGITS, "--input", TEN_DIGITS, "--top", "0"],
    ["run", DIGITS, "--input", TEN_DIGITS, "--labels"],
    ["bench"], ["bench", DIGITS, "--batch", "0"], ["bench", DIGITS, "--size", "0"],
    ["bench", DIGITS, "--algorithm", "magic"], ["bench", DIGITS, "--instructions", "mmx"],
    ["import"], ["import", DIGITS], ["import", DIGITS, "-o", "x", "--arch", "RepVGG-Z9"],
    ["new"], ["new", "RepVGG-A0"], ["new", "RepVGG-Z9", "-o", "x"], ["new", "16x", "-o", "x"],
    ["new", "16x1/0", "-o", "x"], ["new", "16x3", "-o", "x", "--groups", "7"],
    ["new", "16x1", "-o", "x", "--classes", "0"],
    ["shot", DIGITS], ["shot", DIGITS, "-o", "x.gif"], ["shot", DIGITS, "-o", "x"],
    ["shot", DIGITS, "-o", "x.txt", "--size", "100"],
    ["shot", DIGITS, "-o", "x.txt", "--size", "0x0"],
    ["shot", DIGITS, "-o", "x.txt", "--script", "fly"],
    ["shot", DIGITS, "-o", "x.txt", "--theme", "grey"],
    ["shot", DIGITS, "-o", "x.txt", "--glyphs", "emoji"],
    ["shot", DIGITS, "-o", "x.txt", "--color", "7"],
    ["--colour"], ["info", DIGITS, "more"], ["--script", "fly"], ["--theme", "grey"],
]


@test
def wrong_usage_ends_with_status_2():
    """Every wrong usage ends with status 2, one line on standard error and nothing written."""
    for words in WRONG:
        refuse(2, *words, cwd=scratch(""))
    return f"{len(WRONG)} wrong command lines"


@test
def pipe_gets_plain_text():
    """In a pipe the explorer prints the summary of the model, without escape codes."""
    for words in [[DIGITS], [], ["info", DIGITS]]:
        text = succeed(*words)
        check("\x1b" not in text and "stage1.0" in text, f"{words} printed {text[:200]!r}")
        check(text.isascii(), f"{words} printed signs outside ASCII")


@test
def closed_pipe_is_no_crash():
    """A reader that goes away ends the program by SIGPIPE or quietly, not by a crash."""
    import subprocess
    from program import BINARY
    line = f"'{BINARY}' info '{DIGITS}' --json | true; echo ${{PIPESTATUS[0]}}"
    out = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment())
    check(out.stdout.strip() in {"0", "141"}, f"status {out.stdout.strip()}, {out.stderr!r}")


@test
def options_may_be_glued_and_operands_protected():
    """--option=value works, and -- ends the options."""
    equal(succeed("verify", "--seed=3", "--", DIGITS), succeed("verify", DIGITS, "--seed", "3"),
          "verify")
    result = program("info", "--", "--json")
    equal(result.returncode, 3, "status of a file called --json")


@test
def completions_know_both_files_of_verify():
    """bash, zsh and fish complete the second file of `verify`, too, and offer no placeholder as a value."""
    folder = scratch("completed")
    os.mkdir(folder)
    for name in ["one.rvg", "other.rvg"]:
        pathlib.Path(folder, name).write_bytes(b"")
    completions = ROOT / "share/completions"
    line = """
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _repvgg_tui; printf '%s\\n' "${COMPREPLY[@]}"
        """
    def offered(*words):
        return subprocess.run(
            ["bash", "-c", line, "bash", str(completions / "repvgg-tui.bash"), "repvgg-tui", *words],
            capture_output=True, text=True, check=True, cwd=folder).stdout.split()
    for words in [["verify", "o"], ["verify", "one.rvg", "o"], ["verify", "one.rvg", "--json", "o"],
                  ["run", "one.rvg", "--labels", "o"], ["fold", "one.rvg", "-o", "o"], ["o"]]:
        equal(offered(*words), ["one.rvg", "other.rvg"], f"bash offers after {words}")
    for words, expected in [(["bench", "one.rvg", "--algorithm", "winograd-f4"], ["winograd-f4"]),
                            (["shot", "one.rvg", "--theme", "d"], ["dark"]), (["new", "RepVGG-A"], [
                                "RepVGG-A0", "RepVGG-A1", "RepVGG-A2"]), (["new", "o"], [])]:
        equal(offered(*words), expected, f"bash offers after {words}")
    lines = (completions / "_repvgg-tui").read_text().splitlines()
    begin = lines.index("    verify)")
    own = lines[begin:begin + next(at for at, it in enumerate(lines[begin:]) if it.endswith(";;")) + 1]
    operands = [it.strip(" \\;") for it in own if it.strip().startswith("'1") or it.strip().startswith("'2")]
    equal(operands, ["'1:file:_files'", "'2::file:_files'"], "zsh's operands")
    for name in os.listdir(completions):
        check("NAME none" not in (completions / name).read_text(), f"{name} offers NAME")
    fish = (completions / "repvgg-tui.fish").read_text()
    check("-f" not in fish.split(), "fish is told to offer no files")


@test
def misspelt_commands_are_guessed():
    """A word that is neither a file nor a command, but nearly one, is refused with the command it is like."""
    for word, meant in [("verfy", "verify"), ("bnech", "bench"), ("inof", "info"), ("flod", "fold"),
                        ("imprt", "import"), ("shots", "shot")]:
        line = refuse(2, word, "x", "--json")
        equal(line, f"repvgg-tui: there is no file or command '{word}'; did you mean '{meant}'?", word)
    check("did you mean" not in refuse(3, "stranger"), "a guess that is none")
    equal(refuse(2, "--lang", "en", "verfy", "x"),
          "repvgg-tui: there is no file or command 'verfy'; did you mean 'verify'?", "behind an option")
    pathlib.Path(scratch("verfy")).write_bytes(pathlib.Path(DIGITS).read_bytes())
    check("stage1.0" in succeed("verfy", cwd=scratch("")), "a file that is called nearly like a command")


@test
def options_may_stand_before_the_command():
    """What stands before the command's name counts as if it stood behind it."""
    for words in [["--lang", "vi", "info", DIGITS], ["--lang=vi", "info", DIGITS], ["info", DIGITS, "--lang", "vi"]]:
        check("tham số" in succeed(*words), f"{words} are not Vietnamese")
    equal(succeed("--json", "info", DIGITS), succeed("info", DIGITS, "--json"), "a switch")
    check("info --help" in refuse(2, "--script", "up", "info", DIGITS), "an option of the explorer's alone")


@test
def options_are_no_values():
    """An option in the place of another one's value is refused, and no file is called like it."""
    folder = scratch("options")
    os.mkdir(folder)
    for words, hint in [
        (["fold", DIGITS, "-o", "--threads"], "-o=--threads or ./--threads"),
        (["fold", DIGITS, "--output", "--threads=1"], "--output=--threads=1 or ./--threads=1"),
        (["fold", DIGITS, "-o", "-h"], "-o=-h or ./-h"),
        (["shot", DIGITS, "-o", "x.txt", "--caption", "--lang"], "write --caption=--lang"),
    ]:
        line = refuse(2, *words, cwd=folder)
        check(line.endswith(hint), f"{words} said {line!r}")
        equal(os.listdir(folder), [], f"files after {words}")
    succeed("fold", DIGITS, "-o=--threads", cwd=folder)
    succeed("fold", DIGITS, "-o", "./--lang", cwd=folder)
    equal(sorted(os.listdir(folder)), ["--lang", "--threads"], "files that are called like options")


@test
def tables_say_what_the_parser_takes():
    """Every word that `tables` offers is understood, and the help shows every option; it is itself not shown."""
    tables = json.loads(succeed("tables"))
    check("tables" not in succeed("--help"), "the help shows tables")
    equal([it["name"] for it in tables["commands"]],
          [line.split()[0] for line in succeed("--help").split("commands:\n")[1].split("\n\n")[0].splitlines()],
          "commands")
    count = 0
    for command in [tables["explorer"], *tables["commands"]]:
        name = [command["name"]] if command["name"] else []
        text = succeed(*name, "--help")
        for option in command["options"]:
            check(option["name"] in text and option["summary"] in text, f"{name} {option['name']} is not in the help")
            check(option["kind"] in {"switch", "choice", "file", "text"}, f"kind of {option}")
            equal(option["value"] is None, option["kind"] == "switch", f"value of {option['name']}")
            if option["kind"] != "choice":
                continue
            # A file that is not there, so that nothing is done; the words are looked at before.
            operands = [scratch("none")] * bool(name)
            output = {"shot": ["-o", scratch("x.png")], "export": ["-o", scratch("x.onnx")],
                      "run": ["--input", DIGITS]}
            if any(it["short"] == "-o" for it in command["options"]):
                operands += output.get(command["name"], ["-o", scratch("x.rvg")])
            for word in option["words"]:
                told = program(*name, *operands, option["name"], word).stderr
                check(f"{option['name']} takes" not in told, f"{name} {option['name']} {word}: {told}")
                count += 1
            told = refuse(2, *name, *operands, option["name"], "other")
            check(f"{option['name']} takes" in told, f"{name} {option['name']} other: {told}")
    return f"{count} words"

