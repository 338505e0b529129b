"""Letters in cells: those of the font, and Vietnamese ones that the font lacks, put together of its parts."""

import unicodedata

from PIL import Image, ImageChops, ImageFont

CELL = (9, 18)
# Rows of the cell above the line on which letters stand.
BASELINE = 14
# Pixels of the em in the small cell: a letter of the font is then 9.03 pixels wide.
EM = 15
# Marks are drawn so many times larger and then made small.
FINE = 16

# Where the upper of two marks goes, in pixels of the small cell: left, right, and rows below its upper edge.
STACKED = {
    "\u0300": (5.0, 8.5, 0, 3),
    "\u0301": (5.5, 9.0, 0, 3),
    "\u0303": (1.5, 7.5, 0, 2),
    "\u0309": (5.5, 9.0, 0, 3.5),
}


class Face:
    """A font file at one size of cell."""

    def __init__(self, path, scale):
        self.scale = scale
        self.size = (CELL[0] * scale, CELL[1] * scale)
        self.baseline = BASELINE * scale
        self.font = self.opened(path, EM * scale)
        self.fine = self.opened(path, EM * scale * FINE)
        self.missing = self.mask("\U0010FFFD")

    @staticmethod
    def opened(path, size):
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)

    def mask(self, character):
        """The font's own bitmap of a character as bytes, with its place."""
        mask, offset = self.font.getmask2(character, mode="L", anchor="ls")
        return bytes(mask), mask.size, offset

    def has(self, character):
        """Whether the character can be drawn, by the font or of its parts."""
        if self.mask(character) != self.missing:
            return True
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(self.mask(part) != self.missing for part in parts)

    def cell(self, character):
        """The character in its cell, 8 bits of ink a pixel."""
        parts = unicodedata.normalize("NFD", character)
        # Of two marks one above the other the font has some, which no cell has room for.
        is_stacked = len(parts) == 3 and parts[1] in "\u0302\u0306" and parts[2] in STACKED
        if is_stacked or self.mask(character) == self.missing:
            return self.composed(parts)
        return self.written(character)

    def written(self, character):
        mask, offset = self.font.getmask2(character, mode="L", anchor="ls")
        ink = Image.new("L", mask.size)
        ink.im = mask
        cell = Image.new("L", self.size)
        cell.paste(ink, (offset[0], self.baseline + offset[1]))
        return cell

    # Letters of several parts

    def composed(self, parts):
        """A letter with the last of its marks put over what the font has of it."""
        letter, mark = unicodedata.normalize("NFC", parts[:-1]), parts[-1]
        if len(parts) == 2 or parts[1] == "\u031b":
            base = self.written(letter)
            top = 0 if letter.isupper() else 2
            return ImageChops.lighter(base, self.mark(mark, (3, 6.5, top, top + 3.2)))
        base = self.lowered(parts[0])
        # The rows between the letter and the upper mark are for the circumflex or the breve.
        middle = (1, 7) if mark == "\u0303" else (0.5, 5.5)
        rows = (2.7, 5) if mark == "\u0303" else (2, 4.6)
        lower = self.mark(parts[1], (*middle, *rows))
        return ImageChops.lighter(ImageChops.lighter(base, lower), self.mark(mark, STACKED[mark]))

    def lowered(self, letter):
        """A capital two rows lower than the font has it, so that two marks have room above it."""
        cell = self.written(letter)
        if not letter.isupper():
            return cell
        rows = [cell.crop((0, y, self.size[0], y + 1)) for y in range(self.size[1])]
        for _ in range(2 * self.scale):
            # A row that is like the one below is missed least.
            first = min(
                range(3 * self.scale + 1, self.baseline - 2 * self.scale),
                key=lambda y: (self.difference(rows[y], rows[y + 1]), abs(y - 8 * self.scale)))
            rows.insert(0, Image.new("L", (self.size[0], 1)))
            del rows[first + 1]
        lowered = Image.new("L", self.size)
        for y, row in enumerate(rows):
            lowered.paste(row, (0, y))
        return lowered

    @staticmethod
    def difference(one, other):
        return sum(ImageChops.difference(one, other).tobytes())

    def mark(self, mark, box):
        """A mark of the font stretched to a box (left, right, top, bottom) of the cell."""
        mask, _ = self.fine.getmask2(mark, mode="L", anchor="ls")
        ink = Image.new("L", mask.size)
        ink.im = mask
        ink = ink.crop(ink.getbbox())
        unit = self.scale * FINE
        left, right, top, bottom = (round(place * unit) for place in box)
        large = Image.new("L", (self.size[0] * FINE, self.size[1] * FINE))
        large.paste(ink.resize((right - left, bottom - top), Image.Resampling.BOX), (left, top))
        return large.resize(self.size, Image.Resampling.BOX)
