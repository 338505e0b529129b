"""Keys through a real terminal: what tmux shows is, cell by cell, what `shot` draws."""

import time

from harness import equal, test
from program import DIGITS, keys_for, scratch, succeed
from tmux import Tmux

# Keys in tmux's names, and the script that does the same.
WALKS = {
    "the tree": (["j", "j", "Down", "l", "j", "h"], "down; down; down; right; down; left"),
    "ends of the tree": (["G", "k", "g", "End", "Home", "PPage", "NPage"],
                         "last; up; first; last; first; page-up; page-down"),
    "folds": (["*", "j", "-"], "expand-all; down; collapse-all"),
    "the deploy form": (["j", "j", "t"], "down; down; form"),
    "both forms": (["t", "t"], "form; form"),
    "order": (["o", "o"], "sort; sort"),
    "the block": (["]", "]", "2", "b", "l", "l"],
                  "next-block; next-block; screen block; next-branch; right; right"),
    "the block, deployed": (["]", "2", "t"], "next-block; screen block; form"),
    "back from the block": (["j", "j", "Enter", "Enter", "Escape", "BSpace"],
                            "down; down; enter; enter; back; back"),
    "a search": (["/", "stage2", "Enter", "n", "n", "N"],
                 "search stage2; search-next; search-next; search-previous"),
    "a command": ([":", "select stage2.1", "Enter", "2"], "select stage2.1; screen block"),
    "help": (["?", "j", "j", "k"], "help; down; down; up"),
    "help closed": (["?", "Escape"], "help; back"),
    "help to the end and back": (["?", "G", "k"], "help; last; up"),
    "neighbours": (["]", "]", "]", "["], "next-block; next-block; next-block; previous-block"),
    "tabs": (["Tab", "Tab", "BTab"], "next-screen; next-screen; previous-screen"),
    "kernels": (["]", "]", "3", "j", "l", "l", "i", "v"],
                "next-block; next-block; screen kernels; down; right; right; diagonal; detail"),
    "other signs": (["A", "2"], "glyphs; screen block"),
    "the light theme": (["T"], "theme"),
}
# Keys that cannot do what they say, with the line that tells so; a script of the same ends with a fault.
FAULTS = {
    "a search that fails": (["/", "nowhere", "Enter"], "no row matches 'nowhere'"),
    "a wrong command": ([":", "fly", "Enter"], "no command 'fly'"),
}


def press(tmux, keys):
    """Types the keys once the program is there."""
    tmux.see("quit")
    for key in keys:
        if len(key) > 1 and key == key.lower():
            tmux.write(key)
        else:
            tmux.type(key)
        if key == "Escape":
            # A key right behind it would be one with Alt.
            time.sleep(0.05)


def walk(keys, script, **options):
    """Types the keys and compares with the script's picture."""
    with Tmux(**options) as tmux:
        press(tmux, keys)
        tmux.see_shot(script)


@test
def keys_do_what_their_commands_do():
    """After every walk through the keys the screen equals the picture of the same commands."""
    for keys, script in WALKS.values():
        walk(keys, script)
    for keys, words in FAULTS.values():
        with Tmux() as tmux:
            press(tmux, keys)
            tmux.see(words)
    return f"{len(WALKS)} walks, {len(FAULTS)} faults"


@test
def sizes_equal_their_pictures():
    """At every usual size, in steps down to one cell, tmux shows what shot draws."""
    sizes = [(100, 30), (80, 24), (200, 60), (60, 16), (59, 16), (60, 15), (20, 5), (3, 2)]
    with Tmux() as tmux:
        tmux.see("quit")
        tmux.type("]", "]")
        screens = ["tree", "block", "kernels", "fold"]
        for screen in screens:
            tmux.type(keys_for(screen))
            for size in sizes:
                tmux.resize(*size)
                tmux.see_shot(f"next-block; next-block; screen {screen}")
            tmux.resize(100, 30)
    return f"{len(screens) * len(sizes)} screens"


@test
def resize_storm_ends_at_the_last_size():
    """After a burst of resizes the screen is right for the last size."""
    with Tmux() as tmux:
        tmux.see("quit")
        for step in range(60):
            tmux.resize(40 + step * 7 % 160, 10 + step * 5 % 50)
        tmux.resize(90, 28)
        tmux.see_shot("")


@test
def scripts_of_the_command_line_run_first():
    """--script of the explorer does the same as the same keys."""
    with Tmux(DIGITS, "--script", "select stage2.1; screen block") as tmux:
        tmux.see_shot("select stage2.1; screen block")


@test
def a_deploy_file_shows_itself():
    """A file that holds only the deploy form opens, says so, and keeps t harmless."""
    path = scratch("deploy.rvg")
    succeed("fold", DIGITS, "-o", path)
    with Tmux(path) as tmux:
        tmux.see("DEPLOY only")
        tmux.type("t")
        tmux.see("folding cannot be undone")
        tmux.type("j", "j", "2")
        tmux.see_shot("down; down; screen block", model=path)


@test
def the_built_in_sample_opens():
    """Without a model the built-in sample opens, the same network as the sample file."""
    from program import BINARY
    with Tmux(program=[BINARY, "--no-measure"]) as tmux:
        tmux.see("RepVGG-digits", "quit")


@test
def a_picture_is_written_from_the_explorer():
    """:shot FILE writes the screen that is shown and says so."""
    path = scratch("from-keys.txt")
    with Tmux() as tmux:
        tmux.see("quit")
        tmux.write(f":shot {path}")
        tmux.type("Enter")
        tmux.see(f"wrote {path}"[:60])
        text = open(path, encoding="utf-8").read()
        equal("[1 Tree]" in text and "RepVGG-digits" in text, True, "picture of the tree")


@test
def live_screen_measures_both_forms():
    """On the live screen p runs the engine, and the times of both forms appear."""
    with Tmux() as tmux:
        tmux.see("quit")
        tmux.type(keys_for("live"), "p")
        tmux.see("engine runs", "train", "deploy", "µs")
        tmux.type("p")
        tmux.type("1")
        tmux.see("[1 Tree]", "µs")
