"""What terminals send besides keys: sequences in pieces and unknown ones, pastes, answers, and slow lines."""

import os
import signal
import time

from harness import check, equal, test
from program import environment, made
from pseudo_terminal import PseudoTerminal

BEGIN, END = "\x1b[200~", "\x1b[201~"


def screen_after(terminal, keys=":"):
    """What is painted after everything so far was worked on: a line that is begun is seen in the end."""
    terminal.quiet()
    terminal.type(keys)
    return terminal.read_until(b"Esc closes")


@test
def unknown_sequences_do_nothing():
    """F13 to F20, reports and other sequences that nobody knows neither act as Escape nor as their letters."""
    known = ["\x1b[25~", "\x1b[26~", "\x1b[34~", "\x1b[1;5I", "\x1b[?1;2c", "\x1b[>41;354;0c", "\x1b[8;30;100t",
             "\x1b]4;1;rgb:cdcd/0000/0000\x07", "\x1bP>|q(379)\x1b\\", "\x1b_q\x1b\\", "\x1bq", "\x1b\x03"]
    with PseudoTerminal() as terminal:
        for text in known:
            terminal.type(":")
            terminal.read_until(b"Esc closes")
            terminal.type(text)
            time.sleep(0.03)
            # The line is still there: nothing was Escape, and nothing was written into it.
            terminal.type("x")
            terminal.read_until(b"x_")
            terminal.type("\x15\x7f")
            terminal.quiet()
        equal(terminal.process.poll(), None, "status")


@test
def late_pieces_are_no_keys():
    """The rest of an arrow key that comes 30 to 140 ms after its ESC neither moves nor searches nor leaves."""
    with PseudoTerminal() as terminal:
        for rest in ["[A", "OA", "[24~", "[1;5A", "]11;rgb:0/0/0\x07"]:
            terminal.type("?")
            terminal.read_until(b"closes")
            terminal.type("\x1b")
            time.sleep(0.06)
            terminal.type(rest)
            time.sleep(0.2)
        screen = screen_after(terminal)
        check(b":_" in screen or b":" in screen, f"saw {screen!r}")


@test
def a_paste_is_never_keys():
    """Pasted text with q, :quit and an escape leaves the program where it was; in a line it is text."""
    with PseudoTerminal() as terminal:
        check(b"\x1b[?2004h" in terminal.output, "pastes are not marked")
        terminal.type(f"{BEGIN}q:quit\rmodels/q.rvg\x1b[A\x1b{END}")
        terminal.read_until(b"pasted text")
        terminal.type("/")
        terminal.read_until(b"Esc closes")
        terminal.type(BEGIN + "stage2.")
        time.sleep(0.3)
        terminal.type("1" + END)
        terminal.read_until(b"stage2.1")
        terminal.type("\r")
        terminal.quiet()
        terminal.type("q")
        equal(terminal.wait(), 0, "status")
        terminal.check_restored("a paste")
        check(terminal.output.rfind(b"\x1b[?2004l") > terminal.output.rfind(b"\x1b[?2004h"), "pastes stay marked")


@test
def a_long_paste_does_not_freeze():
    """Megabytes that are pasted into a line are worked on within seconds, and the next key within 50 ms."""
    with PseudoTerminal() as terminal:
        terminal.type("/")
        terminal.read_until(b"Esc closes")
        os.set_blocking(terminal.master, False)
        text = (BEGIN + "models/" * 400_000 + END).encode()
        start = time.monotonic()
        while text:
            try:
                text = text[os.write(terminal.master, text):]
            except BlockingIOError:
                terminal.read(0.001)
        terminal.read_until(b"models/")
        spent = time.monotonic() - start
        check(spent < 5, f"{spent:.1f} s for 2.8 MB")
        terminal.quiet(0.2)
        start = time.monotonic()
        terminal.type("\x15")
        terminal.read_until(b"_")
        check(time.monotonic() - start < 0.05, f"the next key took {time.monotonic() - start:.3f} s")
        return f"{spent:.2f} s for 2.8 MB"


@test
def the_answer_of_the_terminal_chooses_the_theme():
    """The automatic theme asks for the ground once and turns light when the terminal says so, in pieces too."""
    white_paper, dark_paper = b"\x1b[48;5;231m", b"48;5;23"
    for pieces in [["\x1b]11;rgb:ffff/ffff/ffff\x07"], ["\x1b]11;rgb:ff", "ff/ffff", "/fff0\x1b", "\\"]]:
        with PseudoTerminal() as terminal:
            equal(terminal.output.count(b"\x1b]11;?"), 1, "questions")
            check(white_paper not in terminal.output, "white before the answer")
            for piece in pieces:
                terminal.type(piece)
                time.sleep(0.2)
            terminal.read_until(white_paper)
    with PseudoTerminal(env=environment(COLORFGBG="0;15")) as terminal:
        check(b"48;5;231" in terminal.output, "COLORFGBG is not believed")
    for changes in [{"TERM": "linux"}, {"TERM": "screen"}, {"TERM": "vt100"}]:
        with PseudoTerminal(env=environment(**changes)) as terminal:
            check(b"\x1b]11;?" not in terminal.output, f"asked a terminal of {changes}")


@test
def an_answer_after_the_end_is_not_left_to_the_shell():
    """Who leaves at once waits for an answer that is on its way, but not for one that never comes."""
    with PseudoTerminal() as terminal:
        terminal.type("q")
        time.sleep(0.03)
        terminal.type("\x1b]11;rgb:0000/0000/0000\x07")
        equal(terminal.wait(seconds=1), 0, "status")
        import fcntl, struct, termios
        waiting = struct.unpack("i", fcntl.ioctl(terminal.slave, termios.FIONREAD, b"\0\0\0\0"))[0]
        equal(waiting, 0, "bytes left for the shell")


@test
def a_resize_to_the_old_size_repaints():
    """A resize that ends where it began, and Ctrl-L, paint the whole screen again."""
    with PseudoTerminal() as terminal:
        terminal.quiet()
        for act in [lambda: terminal.signal(signal.SIGWINCH), lambda: terminal.type("\x0c")]:
            act()
            seen = terminal.read_until(b"quit")
            check(b"Tree" in seen and b"RepVGG-digits" in seen, f"saw {seen[:200]!r}")
            terminal.quiet()


@test
def mouse_reports_do_nothing_yet():
    """Presses, releases and the wheel, beyond column 223 too, neither move nor leave."""
    with PseudoTerminal() as terminal:
        for text in ["\x1b[<0;5;5M", "\x1b[<0;5;5m", "\x1b[<64;300;2M", "\x1b[M !!", "\x1b[<35;1;1M"]:
            terminal.type(text)
        screen_after(terminal)
        equal(terminal.process.poll(), None, "status")


def lag(terminal, keys, bytes_per_second):
    """Seconds from the last of `keys` until what it shows has come, at a line of that speed."""
    terminal.quiet()
    start = time.monotonic()
    taken = 0
    os.set_blocking(terminal.master, False)
    seen = b""
    typed = 0
    last_key = None
    while True:
        now = time.monotonic()
        # Thirty keys a second, as a key that is held down.
        while typed < len(keys) and now - start >= typed / 30:
            terminal.type(keys[typed])
            typed += 1
            last_key = now
        allowed = int((now - start) * bytes_per_second) - taken
        if allowed > 0:
            try:
                piece = os.read(terminal.master, min(allowed, 4096))
                taken += len(piece)
                seen += piece
            except BlockingIOError:
                taken = int((now - start) * bytes_per_second)
        if typed == len(keys) and b"Esc closes" in seen:
            return time.monotonic() - last_key, taken
        check(now - start < 60, f"nothing after a minute; {taken} bytes, {seen[-100:]!r}")
        time.sleep(0.002)


@test
def a_slow_line_is_not_filled_with_old_frames():
    """At 115,200 baud, after five seconds of a key held down that paints whole screens, the end is seen in 10 s."""
    model = made("a0-train.rvg", "RepVGG-A0", "--form", "train")
    with PseudoTerminal(model, "--script", "screen kernels") as terminal:
        seconds, count = lag(terminal, "]" * 150 + ":", 11_520)
        check(seconds < 10, f"{seconds:.1f} s behind, {count} bytes")
        return f"{seconds:.1f} s behind, {count:,} bytes"
