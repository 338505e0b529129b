"""`shot`: the screen as a file, the same bytes wherever it is made."""

import json
import os
import shlex

from harness import check, equal, test
from png_pixels import chunks, pixels
from program import BINARY, DIGITS, environment, refuse, scratch, succeed
from tmux import Tmux

SCRIPTS = {
    "tree": "down 2; right; sort macs",
    "block": "select stage1.1; screen block; next-branch; channel 3",
    "kernels": "select stage1.1; screen kernels; pair 5 5; detail norms",
    "live": "sample-timing; screen live",
    "help": "help",
    "deploy": "form deploy; select stage2.2; screen block",
}
KINDS = ["svg", "png", "txt", "ansi", "cast"]
PLACES = [
    {}, {"LANG": "C"}, {"LANG": None, "LC_ALL": "POSIX"}, {"TZ": "Asia/Tokyo"},
    {"TERM": "vt100", "NO_COLOR": "1", "COLUMNS": "40", "LINES": "10"},
]


def drawn(name, kind, *words, **options):
    path = scratch(f"{name}.{kind}")
    succeed("shot", DIGITS, "-o", path, "--script", SCRIPTS[name], *words, **options)
    return open(path, "rb").read()


@test
def bytes_are_the_same_everywhere():
    """Every kind of every screen does not depend on locale, time zone, terminal or folder."""
    for name in SCRIPTS:
        for kind in KINDS:
            first = drawn(name, kind)
            check(len(first) > 500, f"{name}.{kind} has only {len(first)} bytes")
            for changes in PLACES:
                again = drawn(name, kind, env=environment(**changes), cwd="/")
                equal(again == first, True, f"same bytes of {name}.{kind} with {changes}")
    return f"{len(SCRIPTS) * len(KINDS) * len(PLACES)} pictures"


@test
def text_has_the_size_that_was_asked_for():
    """A text picture has as many lines as rows, none wider than the columns."""
    for width, height in [(100, 30), (80, 24), (200, 60), (60, 16), (1, 1), (59, 15), (300, 100)]:
        for name in SCRIPTS:
            lines = drawn(name, "txt", "--size", f"{width}x{height}").decode().splitlines()
            equal(len(lines), height, f"lines of {name} at {width}x{height}")
            widest = max(map(len, lines))
            check(widest <= width, f"{name} at {width}x{height} has a line of {widest} signs")


@test
def ascii_and_mono_are_plain():
    """--glyphs ascii writes nothing beyond ASCII, --color mono no colours."""
    for name in SCRIPTS:
        text = drawn(name, "txt", "--glyphs", "ascii")
        check(text.isascii(), f"{name} has other signs: {text.decode()}")
        ansi = drawn(name, "ansi", "--color", "mono")
        for code in [b"38;5", b"48;5", b"38;2", b"48;2"]:
            check(code not in ansi, f"{name} has the colour code {code}")


@test
def themes_differ():
    """The light theme is another picture than the dark one, with the same text."""
    for name in SCRIPTS:
        equal(drawn(name, "svg", "--theme", "light") == drawn(name, "svg"), False, "same picture")
        equal(drawn(name, "txt", "--theme", "light"), drawn(name, "txt"), "text")


@test
def shot_command_in_a_script_writes_too():
    """The command `shot FILE` inside a script writes the screen of that moment."""
    early, late = scratch("early.txt"), scratch("late.txt")
    succeed("shot", DIGITS, "-o", late, "--script", f"shot {early}; screen block")
    check("[1 Tree]" in open(early).read() and "[2 Block]" in open(late).read(), "screens")


@test
def huge_counts_in_a_script_are_harmless():
    """The largest counts move to an end, larger ones and channels or threads that are not there are wrong usage."""
    for command in ["down", "channel", "measure", "threads", "threads -"]:
        script = f"{command} {2 ** 63 - 1}".replace("- ", "-")
        refuse(2, "shot", DIGITS, "-o", scratch("huge.txt"), "--script", script)
    most = 1_000_000
    moves = "; ".join(
        f"{command} {most}; {command} {most}" for command in ["down", "up", "right", "left"])
    screens = "; ".join(f"screen {name}; {moves}" for name in ["tree", "block", "kernels", "live"])
    help_moves = f"help; last; down {most}; up {most}; help"
    succeed("shot", DIGITS, "-o", scratch("huge.txt"), "--script",
            f"{screens}; {help_moves}; right {most}; threads +{most}; threads -{most}")
    for command in [f"threads {most}", f"channel {most}", f"pair {most} {most}", f"pair 0 {most}"]:
        told = refuse(2, "shot", DIGITS, "-o", scratch("huge.txt"), "--script", command)
        check("command 1 of 1" in told, f"{command}: {told!r}")


@test
def impossible_sizes_are_refused():
    """Sizes of the command line that no memory holds are refused, not tried."""
    refuse(3, "bench", DIGITS, "--size", "16384", "--batch", "4096")
    refuse(2, "new", "65536x1000/1", "-o", scratch("huge.rvg"))


@test
def png_has_the_pixels_of_its_cells():
    """A PNG has 9 x 18 pixels a cell or four times as many, and nothing in it but pixels and their colour space."""
    for scale, theme, paper in [(1, "dark", (13, 17, 23)), (2, "light", (255, 255, 255))]:
        for name in SCRIPTS:
            words = ["--scale", scale, "--theme", theme, "--size", "61x17"]
            data = drawn(name, "png", *words)
            names = {name for name, _ in chunks(data)}
            check(names <= {"IHDR", "sRGB", "PLTE", "IDAT", "IEND"}, f"{name} has the chunks {names}")
            width, height, samples = pixels(data)
            equal((width, height), (61 * 9 * scale, 17 * 18 * scale), f"size of {name} at {scale}")
            colors = {samples[at:at + 3] for at in range(0, len(samples), 3)}
            check(bytes(paper) in colors and len(colors) > 5, f"{name} has {len(colors)} colours")
    equal(pixels(drawn("tree", "png"))[:2], (1800, 1080), "default size")


@test
def a_part_of_a_picture_is_its_cells():
    """--crop cuts the same cells out of every kind of picture, --caption adds rows below."""
    lines = drawn("kernels", "txt").decode().splitlines()
    part = drawn("kernels", "txt", "--crop", "2,1,40x10").decode().splitlines()
    equal(part, [line[2:42].rstrip() for line in lines[1:11]], "cells")
    equal(pixels(drawn("kernels", "png", "--crop", "2,1,40x10", "--scale", "1"))[:2], (360, 180), "pixels")
    whole = pixels(drawn("kernels", "png", "--scale", "1"))[2]
    cut = pixels(drawn("kernels", "png", "--scale", "1", "--crop", "2,1,40x10"))[2]
    rows = [whole[(y * 900 + 18) * 3:(y * 900 + 18 + 360) * 3] for y in range(18, 198)]
    equal(cut == b"".join(rows), True, "the same pixels")
    pane = drawn("kernels", "txt", "--crop", "layer").decode().splitlines()
    row = next(at for at, line in enumerate(lines) if line.startswith("┌") and at > 2)
    equal(pane, lines[row:-2], "the pane below the equation")
    for kind in ["svg", "txt", "ansi", "cast"]:
        text = drawn("kernels", kind, "--caption", "Đọc: nhân 3x3").decode()
        check("Đọc: nhân 3x3" in text, f"caption in .{kind}")
    equal(pixels(drawn("kernels", "png", "--scale", "1", "--caption", "Read"))[1], 32 * 18, "rows")


@test
def marks_stand_in_every_kind():
    """--callout puts a number beside its cell and --highlight a frame around others, whatever the kind."""
    words = ["--callout", "20,4", "--callout", "30,9", "--highlight", "2,2,10x3"]
    for kind in KINDS:
        check(drawn("block", kind, *words) != drawn("block", kind), f"nothing is marked in .{kind}")
    for kind in ["txt", "ansi"]:
        text = drawn("block", kind, *words).decode()
        check("(1)" in text and "(2)" in text, f"numbers in .{kind}")
    svg = drawn("block", "svg", *words).decode()
    equal(svg.count(" rx="), 2, "numbers in the SVG")


@test
def wrong_words_are_refused():
    """Endings, scales, cells and parts that do not exist are wrong usage, and the message says what there is."""
    for output, told in [("x.gif", ".svg, .png, .txt, .ansi or .cast"), ("png", ".svg, .png"), ("x.", ".png"), ("", ".png")]:
        check(told in refuse(2, "shot", DIGITS, "-o", output, cwd=scratch("")), output)
    for words, told in [
            (["-o", "x.svg", "--scale", "1"], "--scale is for .png"), (["-o", "x.png", "--scale", "3"], "1 to 2"),
            (["-o", "x.png", "--scale", "0"], "1 to 2"), (["-o", "x.png", "--crop", "kitchen"], "panes are tree, details"),
            (["-o", "x.png", "--size", "80x24", "--crop", "details"], "zoom details shows it"),
            (["-o", "x.png", "--crop", "details", "--callout", "2,2"], "of the pane details"),
            (["-o", "x.png", "--crop", "90,0,11x1"], "columns 0 to 99"),
            (["-o", "x.png", "--crop", "0,0,0x1"], "columns"), (["-o", "x.png", "--crop", "0,0,1x31"], "rows 0 to 29"),
            (["-o", "x.png", "--crop", f"1,1,{2 ** 63 - 1}x1"], "columns"),
            (["-o", "x.png", "--callout", "100,0"], "columns 0 to 99"), (["-o", "x.png", "--callout", "-1,0"], "rows"),
            (["-o", "x.png", "--crop", "10,10,5x5", "--callout", "9,10"], "columns 10 to 14"),
            (["-o", "x.png", "--highlight", "0,29,1x2"], "rows 0 to 29"),
            (["-o", "x.png", *["--callout", "1,1"] * 100], "99 times"),
            (["-o", "x.png", "--script", "shot a.cast"], "command 1 of 1"),
            (["-o", "x.png", "--script", "shot a.jpg"], "must end in .svg, .png, .txt or .ansi"),
    ]:
        line = refuse(2, "shot", DIGITS, *words, cwd=scratch(""))
        check(told in line, f"{words}: {line!r}")
        check(not os.path.exists(scratch("x.png")), f"{words} wrote a file")


@test
def places_that_cannot_be_written_are_told():
    """A folder that is missing or a full device ends with status 4, whatever the kind."""
    for kind in KINDS:
        refuse(4, "shot", DIGITS, "-o", f"/nonexistent/x.{kind}")
        full = scratch(f"full.{kind}")
        if not os.path.lexists(full):
            os.symlink("/dev/full", full)
        refuse(4, "shot", DIGITS, "-o", full)


@test
def the_largest_picture_is_drawn():
    """A PNG of 1000 x 1000 cells is drawn in bounded memory."""
    path = scratch("largest.png")
    succeed("shot", DIGITS, "-o", path, "--size", "1000x1000", "--scale", "1", preexec_fn=limited)
    data = open(path, "rb").read()
    width, height = (int.from_bytes(data[at:at + 4], "big") for at in (16, 20))
    equal((width, height), (9000, 18000), "pixels")
    return f"{len(data) / 1e6:.1f} MB"


def limited():
    """Far below the 486 MB that the pixels alone would take."""
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (400 << 20, 400 << 20))


@test
def a_recording_plays_the_script():
    """A .cast has a header and a screen a second, and playing it shows what `shot` draws."""
    script = "select stage1.1; screen block  # the diagram\nform deploy; theme light; screen kernels"
    path = scratch("lesson.cast")
    succeed("shot", DIGITS, "-o", path, "--script", script)
    header, *events = map(json.loads, open(path, encoding="utf-8"))
    equal((header["version"], header["width"], header["height"]), (2, 100, 30), "header")
    check(not {"timestamp", "env"} & set(header), f"the header tells of the machine: {header}")
    parts = ["select stage1.1", "screen block", "form deploy", "theme light", "screen kernels"]
    equal([event[2] for event in events if event[1] == "m"], parts, "marks")
    outputs = [event for event in events if event[1] == "o"]
    equal([event[0] for event in outputs], [0, 1, 2, 3, 4, 5, 6], "times")
    for shown in range(len(parts) + 1):
        frames = scratch("frames.ansi")
        with open(frames, "w", encoding="utf-8") as file:
            file.write("".join(event[2] for event in outputs[:shown + 1]))
        with Tmux(program=["sh", "-c", f"cat {shlex.quote(frames)}; exec sleep 1000"]) as tmux:
            tmux.see_shot("; ".join(parts[:shown]))


@test
def a_script_captions_and_waits():
    """`caption`, `highlight` and `wait` of a script are in its pictures and in its recording."""
    path = scratch("said.txt")
    succeed("shot", DIGITS, "-o", path, "--script", "screen block; caption")
    check(open(path, encoding="utf-8").read().rstrip().endswith("no identity: the shape changes"), "own sentence")
    path = scratch("said.cast")
    script = "screen block; caption 'one block; two branches'; wait 5; caption off; screen kernels"
    succeed("shot", DIGITS, "-o", path, "--script", script)
    header, *events = map(json.loads, open(path, encoding="utf-8"))
    equal((header["width"], header["height"]), (100, 32), "a caption takes two rows")
    equal([event[0] for event in events if event[1] == "m"], [1, 2, 7, 8, 9], "times of the commands")
    # Blanks that were blank before are not written again.
    shown = next(event[2] for event in events if event[:2] == [2, "o"])
    check(all(word in shown for word in ["block;", "branches"]), f"the caption: {shown!r}")


@test
def s_writes_numbered_pictures():
    """The key s writes a new PNG with a telling name into the working folder and leaves what is there."""
    folder = scratch("numbered")
    os.mkdir(folder)
    first = os.path.join(folder, "repvgg-tui-digits-tree-001.png")
    with open(first, "w") as file:
        file.write("mine")
    line = f"cd {shlex.quote(folder)} && exec {shlex.quote(BINARY)} {shlex.quote(DIGITS)}"
    with Tmux(program=["sh", "-c", line]) as tmux:
        tmux.see("quit")
        tmux.type("s")
        tmux.see("wrote repvgg-tui-digits-tree-002.png")
        tmux.type("s")
        tmux.see("wrote repvgg-tui-digits-tree-003.png")
        tmux.write(":select stage1.1\r:screen block\rs")
        tmux.see("wrote repvgg-tui-digits-block-stage1.1-001.png")
        os.chmod(folder, 0o555)
        if os.geteuid() != 0:
            tmux.type("s")
            tmux.see("cannot write")
        os.chmod(folder, 0o755)
        tmux.write(":shot repvgg-tui-digits-tree-003.png\r")
        tmux.see("wrote repvgg-tui-digits-tree-003.png")
    equal(open(first).read(), "mine", "the file that was there")
    equal(sorted(os.listdir(folder)), [
        "repvgg-tui-digits-block-stage1.1-001.png", "repvgg-tui-digits-tree-001.png",
        "repvgg-tui-digits-tree-002.png", "repvgg-tui-digits-tree-003.png"], "files")
    equal(pixels(open(os.path.join(folder, "repvgg-tui-digits-tree-002.png"), "rb").read())[:2],
          (1800, 1080), "size")
