"""Other terminals, locales and sizes, and a stop in between."""

import contextlib
import os
import signal
import subprocess

from harness import check, equal, eventually, test
from processes import is_stopped, newest
from program import BINARY, DIGITS, environment, refuse
from pseudo_terminal import PseudoTerminal
from tmux import Tmux


@contextlib.contextmanager
def shell():
    """A shell in tmux in which the explorer was started."""
    with Tmux(program=["bash", "--norc", "--noprofile", "-i"], PS1="ready> ") as tmux:
        tmux.see("ready>")
        tmux.write(f"clear; '{BINARY}' '{DIGITS}' --no-measure")
        tmux.type("Enter")
        tmux.see("[1 Tree]", "quit")
        yield tmux


@test
def terminal_types_show_the_same_text():
    """With TERM xterm-256color, vt100, linux, screen, unknown or empty the text is the same."""
    for term in ["xterm-256color", "xterm", "vt100", "linux", "screen-256color", "nosuch", ""]:
        with Tmux(term=term) as tmux:
            tmux.see("quit")
            tmux.type("j", "j", "2")
            tmux.see_shot("down; down; screen block")


@test
def a_terminal_that_cannot_address_is_refused():
    """TERM=dumb ends with status 3 and one line that says what to do."""
    with Tmux(term="dumb") as tmux:
        screen = tmux.see("status 3")
        check("set TERM" in screen, screen)


@test
def terminals_without_a_second_screen_are_left_clean():
    """On a vt100 leaving restores the modes, and writes no code that it does not know."""
    with PseudoTerminal(env=environment(TERM="vt100")) as terminal:
        terminal.type("q")
        equal(terminal.wait(), 0, "status")
        import termios
        equal(termios.tcgetattr(terminal.slave), terminal.modes, "modes")
        check(b"\x1b[?1049" not in terminal.output, "a vt100 was sent to an alternate screen")


@test
def locale_without_utf8_gets_ascii():
    """In LANG=C the screen is the ASCII picture."""
    with Tmux(LANG="C") as tmux:
        tmux.see("quit")
        tmux.type("]", "]", "2")
        tmux.see_shot("next-block; next-block; screen block", "--glyphs", "ascii")


@test
def no_color_writes_no_colours():
    """With NO_COLOR=1 no colour code is written; --color and an empty NO_COLOR bring them back."""
    def paints(*words, **changes):
        with PseudoTerminal(*words, env=environment(**changes)) as terminal:
            for key in "2346":
                terminal.type(key)
                terminal.quiet(0.1)
            terminal.type("q")
            terminal.wait()
            codes = [b"\x1b[38;5;", b"\x1b[48;5;", b"\x1b[3%dm", b"\x1b[4%dm"]
            digits = [code.replace(b"%d", str(digit).encode()) for code in codes
                      for digit in range(8)]
            return any(code in terminal.output for code in digits)
    equal(paints(), True, "colours as usual")
    equal(paints(NO_COLOR="1"), False, "colours with NO_COLOR=1")
    equal(paints(NO_COLOR=""), True, "colours with an empty NO_COLOR")
    equal(paints(DIGITS, "--color", "mono"), False, "colours with --color mono")
    equal(paints(DIGITS, "--theme", "light"), True, "colours of the light theme")


@test
def size_of_zero_is_survived():
    """A terminal that says 0 x 0 opens and leaves; a real size that comes later is taken."""
    with PseudoTerminal(columns=0, rows=0, wait=False) as terminal:
        terminal.quiet(0.3)
        terminal.resize(100, 30)
        terminal.signal(28)  # SIGWINCH: nobody sends it for a pair that has no foreground yet
        terminal.read_until(b"quit")
        terminal.type("q")
        equal(terminal.wait(), 0, "status")


@test
def wrong_lines_and_columns_are_not_believed():
    """LINES and COLUMNS of the environment do not count against the real size."""
    with Tmux(LINES="5", COLUMNS="20") as tmux:
        tmux.see_shot("")


@test
def closed_standard_input_is_no_terminal():
    """Without standard input, or with it closed, the summary is printed and nothing hangs."""
    for redirect in ["</dev/null", "<&-"]:
        line = f"'{BINARY}' '{DIGITS}' {redirect}; echo status $?"
        result = subprocess.run(
            ["script", "-qec", line, "/dev/null"], env=environment(), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=10)
        check("status 0" in result.stdout and "stage1.0" in result.stdout, result.stdout[-300:])


@test
def stop_and_continue_with_a_resize_between():
    """Ctrl-Z gives the shell its terminal; after fg, at another size, the screen is right."""
    with shell() as tmux:
        tmux.type("]", "]", "2")
        tmux.see("[2 Block]")
        for size in [(90, 26), (120, 40)]:
            tmux.type("C-z")
            tmux.see("Stopped")
            tmux.write("stty -a | grep -c -- ' echo '")
            tmux.type("Enter")
            tmux.see("ready>")
            tmux.resize(*size)
            tmux.write("fg")
            tmux.type("Enter")
            tmux.see_shot("next-block; next-block; screen block")
        tmux.type("q")
        # What is typed ahead is not meant for the shell.
        eventually(lambda: tmux.screen().endswith("ready>"), tmux.screen)
        tmux.write("echo left $?")
        tmux.type("Enter")
        tmux.see("left 0")


@test
def direct_colour_is_written_where_the_terminal_has_it():
    """COLORTERM and a TERM that says so bring red, green and blue; GNU screen and --color 256 do not."""
    def codes(*words, **changes):
        with PseudoTerminal(*words, env=environment(**changes)) as terminal:
            terminal.type("]3")
            terminal.quiet(0.2)
            return [code for code in [b"38;2;", b"38;5;"] if code in terminal.output]
    direct, table = [b"38;2;"], [b"38;5;"]
    equal(codes(), table, "as usual")
    equal(codes(COLORTERM="truecolor"), direct, "with COLORTERM=truecolor")
    equal(codes(COLORTERM="24bit", TERM="tmux-256color", TMUX="/tmp/x,1,0"), direct, "inside tmux")
    equal(codes(TERM="xterm-direct"), direct, "on xterm-direct")
    equal(codes(COLORTERM="truecolor", TERM="xterm-kitty"), direct, "on a terminal that terminfo does not know")
    equal(codes(DIGITS, "--color", "24bit"), direct, "with --color 24bit")
    equal(codes(DIGITS, "--color", "256", COLORTERM="truecolor"), table, "with --color 256")
    equal(codes(DIGITS, "--color", "256", TERM="xterm-direct"), direct, "with --color 256 on xterm-direct")
    equal(codes(COLORTERM="truecolor", TERM="screen-256color"), table, "inside GNU screen")
    equal(codes(COLORTERM="truecolor", TERM="linux"), [], "on a console")
    equal(codes(COLORTERM="truecolor", NO_COLOR="1"), [], "with NO_COLOR")


@test
def a_theme_paints_its_own_ground():
    """Whatever the terminal's ground is, the default theme and every named one set the paper of each cell."""
    for theme, paper in [("auto", "48;5;233"), ("light", "48;5;231"), ("print", "48;5;231"), ("contrast", "48;5;16")]:
        with PseudoTerminal(DIGITS, "--theme", theme) as terminal:
            check(f"\x1b[{paper}m".encode() in terminal.output, f"{theme} does not paint {paper}")
    with PseudoTerminal(DIGITS, "--theme", "terminal") as terminal:
        check(b"48;5;" not in terminal.output, "the terminal's own theme paints a ground of the table")


@test
def stops_and_continuations_in_any_order_end_as_they_should():
    """After a stop and a continuation, at once or later, a second stop stops it and a last fg brings it back."""
    with shell() as tmux:
        # Threads of the engine must not take the signals out of their order.
        tmux.write("p")
        tmux.see("engine runs")
        pid = newest(BINARY)
        for signals in ["T", "TCT", "TCTCT"]:
            for name in signals:
                os.kill(pid, signal.SIGTSTP if name == "T" else signal.SIGCONT)
            eventually(lambda: is_stopped(pid), f"{signals} stopped it")
            tmux.see("Stopped")
            tmux.write("clear; fg")
            tmux.type("Enter")
            tmux.see("[1 Tree]", "quit")
        tmux.type("2")
        tmux.see("[2 Block]")
