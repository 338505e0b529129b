"""The program under test, the files of the repository, and a folder for what it writes."""

import atexit
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from harness import check, equal

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = str(pathlib.Path(os.environ.get("REPVGG_TUI", ROOT / ".build/release/repvgg-tui")).resolve())
DIGITS = str(ROOT / "Samples/digits.rvg")
TEN_DIGITS = str(ROOT / "Samples/digits-test.safetensors")
FIXTURES = ROOT / "Tests/RepCoreTests/Fixtures"
PICTURES = ROOT / "Tests/PicturesTests/Fixtures"

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="repvgg-tui-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

OUTCOME_SECONDS = 60


def keys_for(screen):
    """The keys that show a screen, from the table of keys: a digit moves when a screen is added before it, and a letter
    stands behind 0."""
    table = (ROOT / "docs/KEYS.md").read_text(encoding="utf-8")
    key = re.search(rf"`(\w)` \| `screen {screen}`", table).group(1)
    return key if key.isdigit() else "0" + key


def environment(**changes):
    """A small environment that is the same on every machine; None removes a name."""
    plain = {
        "PATH": os.environ["PATH"], "HOME": str(FOLDER), "LANG": "C.UTF-8", "TERM": "xterm-256color",
        # What one test leaves must not change what the next one sees.
        "XDG_STATE_HOME": "/dev/null/none", "XDG_CONFIG_HOME": "/dev/null/none",
        # Swift's crash report takes seconds and is not what is tested.
        "SWIFT_BACKTRACE": "enable=no",
    }
    plain.update(changes)
    return {name: value for name, value in plain.items() if value is not None}


def program(*words, **options):
    """Runs the program in a pipe and returns what came out, as text."""
    options.setdefault("env", environment())
    options.setdefault("stdin", subprocess.DEVNULL)
    if "input" in options:
        del options["stdin"]
    return subprocess.run(
        [BINARY, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        timeout=OUTCOME_SECONDS, **options)


def succeed(*words, **options):
    """Runs the program, which must end with status 0 and say nothing on standard error."""
    result = program(*words, **options)
    equal(result.returncode, 0, f"status of {words} ({result.stderr.strip()})")
    equal(result.stderr, "", f"standard error of {words}")
    return result.stdout


def refuse(status, *words, **options):
    """Runs the program, which must end with `status` and one line on standard error."""
    result = program(*words, **options)
    told = result.stderr.strip()
    equal(result.returncode, status, f"status of {words} ({told!r})")
    equal(result.stdout, "", f"standard output of {words}")
    lines = result.stderr.splitlines()
    equal(len(lines), 1, f"lines on standard error of {words}: {told!r}")
    check(lines[0].startswith("repvgg-tui: "), f"{words} said {lines[0]!r} without its name")
    check("\x1b" not in lines[0], f"{words} wrote escape codes into a pipe")
    return lines[0]


def succeed_json(*words):
    """Runs the program with --json and returns what it printed."""
    return json.loads(succeed(*words, "--json"))


def scratch(name):
    """A path in the folder of this run."""
    return str(FOLDER / name)


def made(name, *words):
    """A network of `new WORDS`, made once in this run."""
    path = scratch(name)
    if not os.path.exists(path):
        succeed("new", *words, "-o", path)
    return path


def explorer(words, measures):
    """The command line of the explorer; without a first look at times, screens are the same every time."""
    return [BINARY, *(words or [DIGITS]), *([] if measures else ["--no-measure"])]
