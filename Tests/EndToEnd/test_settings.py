"""The user's configuration, and what is remembered of the last time."""

import os

from harness import equal, test
from program import DIGITS, keys_for, scratch
from tmux import Tmux


def folder(name):
    path = scratch(name)
    os.makedirs(os.path.join(path, "repvgg-tui"), exist_ok=True)
    return path


@test
def configuration_is_read():
    """The file in XDG_CONFIG_HOME sets language, theme and keys; the command line counts more."""
    home = folder("config")
    with open(os.path.join(home, "repvgg-tui", "config"), "w", encoding="utf-8") as file:
        file.write("lang vi\nbind z 'screen kernels'  # mine\n")
    with Tmux(XDG_CONFIG_HOME=home) as tmux:
        tmux.see("[1 Cây]", "thoát")
        tmux.write("z")
        tmux.see("[3 Kernel]")
    with Tmux(DIGITS, "--lang", "en", XDG_CONFIG_HOME=home) as tmux:
        tmux.see("[1 Tree]", "quit")


@test
def a_script_waits():
    """`wait 1` shows what is before it for a second, takes keys meanwhile, and then goes on."""
    with Tmux(DIGITS, "--script", "screen kernels; wait 2; screen file") as tmux:
        tmux.see("[3 Kernels]", seconds=2)
        tmux.write("L")
        tmux.see("[0 Tệp]")


@test
def wrong_configuration_is_said():
    """A wrong line is told with its file and its number, and the explorer opens."""
    home = folder("wrong-config")
    with open(os.path.join(home, "repvgg-tui", "config"), "w", encoding="utf-8") as file:
        file.write("theme dark\nfly\n")
    with Tmux(XDG_CONFIG_HOME=home, columns=200) as tmux:
        tmux.see("repvgg-tui/config, line 2: no command 'fly'", "quit")


@test
def the_last_theme_is_remembered():
    """A theme that was chosen with T is there the next time; one of the command line is not kept."""
    home = scratch("state")
    kept = os.path.join(home, "repvgg-tui", "theme")
    for words, keys, theme in [((), "q", None), ((DIGITS, "--theme", "light"), "q", None),
                               ((DIGITS, "--theme", "dark"), "Tq", "light"), ((), "Tq", "print")]:
        with Tmux(*words, XDG_STATE_HOME=home) as tmux:
            tmux.see("quit")
            tmux.write(keys)
            tmux.see("status 0")
        seen = open(kept, encoding="utf-8").read().strip() if os.path.exists(kept) else None
        equal(seen, theme, f"theme after {words} {keys}")
