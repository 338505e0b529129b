"""The screens in sentences, for people who do not see them."""

import os

from harness import check, equal, test
from program import BINARY, DIGITS, environment, program, refuse, scratch, succeed
from pseudo_terminal import PseudoTerminal

VIETNAMESE = set("ăâđêôơưĂÂĐÊÔƠƯ")


@test
def a_pipe_gets_the_screen_and_its_answers():
    """--plain says the whole first screen, then answers each line: rows by a sentence, screens as a whole."""
    told = succeed(DIGITS, "--plain", input="j\nscreen block\n\nfly\nform deploy\nq\nj\n").splitlines()
    equal(told[0], "digits.rvg, Tree", "first sentence")
    check("stage1.0, channels 16 to 32, output 8x8, stride 1, parameters 5.25k, multiply-adds 328k" in "\n".join(told), f"{told}")
    whole = [at for at, line in enumerate(told) if line == "digits.rvg, Block"]
    equal(len(whole), 3, "the block, again by an empty line, and in its other form")
    equal(told[whole[0] - 1], "stage0, 1 to 16 channels, stride 1, 2 branches, 224 parameters", "the row")
    equal(told[whole[0]:whole[1]], told[whole[1]:told.index("no command 'fly'; ? lists the keys")], "twice the same")
    check("verdict: PASS" in told, f"{told}")


@test
def sentences_are_plain():
    """No escape, box, bar or column stands in them, on every screen and in both languages."""
    for language in ["en", "vi"]:
        script = "; ".join(["sample-timing", "screen kernels", "detail norms"])
        lines = ["screen tree", "screen block", "screen kernels", "screen live", "screen file", "?", "escape"]
        told = succeed(DIGITS, "--plain", "--lang", language, "--script", script, input="\n".join(lines))
        for line in told.splitlines():
            check("  " not in line and line == line.strip() and line, f"columns in {line!r}")
            check(not set(line) & set("│─█▀▄▒░\x1b\t"), f"a picture in {line!r}")
        equal(bool(VIETNAMESE & set(told)), language == "vi", f"the language of {language}")


@test
def what_is_wrong_is_told():
    """A file that cannot be read, a wrong script and a second file that is not there end with their status."""
    refuse(3, "absent.pth", "--plain")
    check("command 1 of 1" in refuse(2, DIGITS, "--plain", "--script", "select stage9.9"), "which command")
    refuse(3, DIGITS, "absent.pth", "--plain")
    told = succeed(DIGITS, DIGITS, "--plain", input="open absent.pth\nmodels\n").splitlines()
    check(any("absent.pth: cannot open: No such file" in line for line in told), f"{told}")


@test
def a_terminal_is_a_dialog():
    """On a terminal nothing is drawn: lines come in, sentences go out, and pictures are written."""
    path = scratch("plain.txt")
    with PseudoTerminal(program=[BINARY, DIGITS, "--plain"], wait=False) as terminal:
        terminal.read_until(b"held-out digits right")
        terminal.type(f"shot {path}\n")
        terminal.read_until(b"wrote")
        terminal.type("q\n")
        equal(terminal.wait(), 0, "status")
        check(b"\x1b" not in terminal.output, "escapes")
    check(os.path.getsize(path) > 500, "the picture")


@test
def a_closed_output_ends_it():
    """Where nobody reads any more, the program ends like others in a pipe."""
    import subprocess
    line = f"yes j | '{BINARY}' '{DIGITS}' --plain | head -3"
    result = subprocess.run(["sh", "-c", line], stdout=subprocess.PIPE, text=True, timeout=30, env=environment())
    equal(len(result.stdout.splitlines()), 3, "lines")
    check(program(DIGITS, "--plain").returncode == 0, "no input")
