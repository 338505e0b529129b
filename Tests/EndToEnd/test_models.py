"""Several models in one explorer, and files that are written while they are shown."""

import os
import shutil

from harness import check, test
from program import DIGITS, refuse, scratch, succeed
from tmux import Tmux


def made(name, *words):
    """A small network with random weights in a file of its own."""
    path = scratch(name)
    succeed("new", "8x1/1,16x2/2", "-o", path, "--size", "16", *words)
    return path


@test
def several_models_are_open_at_once():
    """Further models are read behind the first frame, listed, shown, left and closed."""
    other = made("second.rvg")
    with Tmux(DIGITS, other, columns=120) as tmux:
        tmux.see("RepVGG-digits 1/2", "second.rvg is open too")
        tmux.write("M")
        tmux.see("Open models", "second.rvg")
        tmux.type("Down", "Enter")
        tmux.see("RepVGG-custom 2/2")
        tmux.write("'")
        tmux.see("RepVGG-digits 1/2")
        tmux.write(":close")
        tmux.type("Enter")
        tmux.see("RepVGG-custom", "digits.rvg is closed")
        tmux.write(":open zoo:RepVGG-A0")
        tmux.type("Enter")
        tmux.see("RepVGG-A0 2/2", seconds=30)


@test
def a_file_is_completed_and_opened():
    """:open completes folders and files with Tab."""
    folder = scratch("models")
    os.makedirs(folder, exist_ok=True)
    shutil.copy(made("third.rvg"), os.path.join(folder, "third.rvg"))
    with Tmux(columns=200) as tmux:
        tmux.see("quit")
        tmux.write(f":open {folder}/")
        tmux.see("third.rvg")
        tmux.type("Tab")
        tmux.see(f"{folder}/third.rvg ")
        tmux.type("Enter")
        tmux.see("RepVGG-custom 2/2")


@test
def one_that_cannot_be_read_is_said():
    """A second model that is not there leaves the first one on the screen, and says why."""
    with Tmux(DIGITS, scratch("absent.pth"), columns=160) as tmux:
        tmux.see("RepVGG-digits", "cannot open", "absent.pth")
    refuse(3, DIGITS, scratch("absent.pth"))
    with Tmux(DIGITS, scratch("absent.pth"), "--script", "quit", columns=160) as tmux:
        tmux.see("cannot open", "absent.pth", "status 3")


@test
def a_followed_file_is_read_anew():
    """With --follow what a training run writes is shown at once, written in place or moved there."""
    path = made("followed.rvg", "--seed", "1")
    with Tmux(path, "--follow", "--script", "screen file", columns=160) as tmux:
        tmux.see("followed.rvg", "seed 1")
        for seed, moves in [("2", True), ("3", False)]:
            fresh = made("fresh.rvg", "--seed", seed)
            if moves:
                os.replace(fresh, path)
            else:
                shutil.copyfile(fresh, path)
            tmux.see(f"seed {seed}", "read anew")


@test
def a_small_network_has_times_at_once():
    """The tree of a small network is filled with times without a key; --no-measure leaves that."""
    with Tmux(measures=True) as tmux:
        tmux.see("measured here")
    with Tmux() as tmux:
        tmux.see("no times yet", "quit")


@test
def a_pipe_gets_all_summaries():
    """In a pipe the summaries of all models stand one below the other."""
    text = succeed(DIGITS, made("piped.rvg"))
    check("RepVGG-digits" in text and "\n\nRepVGG-custom" in text, text[:400])
