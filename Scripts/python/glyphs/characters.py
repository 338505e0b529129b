"""The characters that pictures can show, beside those that are drawn as geometry (lines, blocks, braille)."""

import unicodedata

# Vowels and tones of Vietnamese.
VOWELS = "aăâeêioôơuưy"
TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]

RANGES = [
    (0x21, 0x7E),  # ASCII
    (0xA1, 0xFF),  # Latin-1
    (0x100, 0x17F),  # names of Central Europe and the Baltic
    (0x391, 0x3A9),  # Greek
    (0x3B1, 0x3C9),
    (0x410, 0x44F),  # Russian
    (0x2010, 0x2027),  # dashes, quotes, dots
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x2190, 0x2199),  # arrows
    (0x21D0, 0x21D5),
    (0x25A0, 0x25FF),  # squares, triangles, circles
]
# Accents that stand alone over letters without a composed form.
MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030c\u0323\u0331\u0338"
OTHERS = (
    "‰′″‹›‼€ℕℝ№™Ω"  # letterlike and the rest of punctuation
    "↔↕↦↩↪↵↺↻⇐⇒⇔"
    "∀∂∃∅∆∇∈∉∋∏∑−∓∕∗∘√∛∝∞∠∧∨∩∪∫∴∼≃≅≈≠≡≢≤≥⊂⊃⊆⊇⊕⊖⊗⊙⊤⊥⋅⋯"
    "⌈⌉⌊⌋⏎★☆☐☑☒♪⚠✓✔✕✖✗✘✦➜➤⟨⟩"
)


def vietnamese():
    """The 134 letters that Vietnamese has beyond ASCII, composed."""
    lower = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in ["", *TONES]] + ["đ"]
    return {c for letter in lower for c in (letter, letter.upper()) if ord(c) > 0x7F}


def characters():
    """All of them, in rising order."""
    ranges = {chr(code) for first, last in RANGES for code in range(first, last + 1)}
    return sorted(ranges | vietnamese() | set(MARKS) | set(OTHERS) - {" "})
