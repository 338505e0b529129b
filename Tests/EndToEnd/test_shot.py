"""`shot`: the screen as a file, the same bytes wherever it is made."""

from harness import check, equal, test
from program import DIGITS, environment, refuse, scratch, succeed

SCRIPTS = {
    "tree": "down 2; right; sort macs",
    "block": "select stage1.1; screen block; next-branch; channel 3",
    "kernels": "select stage1.1; screen kernels; pair 5 5; detail norms",
    "live": "sample-timing; screen live",
    "help": "help",
    "deploy": "form deploy; select stage2.2; screen block",
}
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
    """SVG, text and ANSI of every screen do not depend on locale, time zone, terminal or folder."""
    for name in SCRIPTS:
        for kind in ["svg", "txt", "ansi"]:
            first = drawn(name, kind)
            check(len(first) > 500, f"{name}.{kind} has only {len(first)} bytes")
            for changes in PLACES:
                again = drawn(name, kind, env=environment(**changes), cwd="/")
                equal(again == first, True, f"same bytes of {name}.{kind} with {changes}")
    return f"{len(SCRIPTS) * 3 * len(PLACES)} pictures"


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
    """The largest counts move to an end, larger ones are wrong usage; neither crashes."""
    for command in ["down", "channel", "measure", "threads", "threads -"]:
        script = f"{command} {2 ** 63 - 1}".replace("- ", "-")
        refuse(2, "shot", DIGITS, "-o", scratch("huge.txt"), "--script", script)
    most = 1_000_000
    moves = "; ".join(
        f"{command} {most}; {command} {most}" for command in ["down", "up", "right", "left"])
    screens = "; ".join(f"screen {name}; {moves}" for name in ["tree", "block", "kernels", "live"])
    help_moves = f"help; last; down {most}; up {most}; help"
    text = f"{screens}; {help_moves}; threads {most}; threads -{most}; channel {most}; " \
        f"pair {most} {most}; channel 1; right {most}"
    succeed("shot", DIGITS, "-o", scratch("huge.txt"), "--script", text)


@test
def impossible_sizes_are_refused():
    """Sizes of the command line that no memory holds are refused, not tried."""
    refuse(3, "bench", DIGITS, "--size", "16384", "--batch", "4096")
    refuse(2, "new", "65536x1000/1", "-o", scratch("huge.rvg"))
