"""How many products an algorithm of the engine needs, and how many weights: as Tiling.swift cuts lengths."""

import dataclasses
import math


@dataclasses.dataclass(frozen=True)
class Family:
    """Tiles of one dimension: their extents, and whether they are of stride 2."""

    extents: tuple
    polyphase: bool = False

    def of_tile(self, extent):
        return 2 * extent + 1 if self.polyphase else extent + 2

    @property
    def points(self):
        """Points of the weights; of stride 2 those of the odd samples and one for the even ones."""
        return self.extents[0] + 2

    def products(self, length):
        """The fewest products of a length, cut into tiles of at most two extents without waste.

        >>> [FAMILIES["winograd-f4"][0].products(length) for length in (7, 14, 28)]
        [11, 22, 42]
        >>> [FAMILIES["winograd-f6"][0].products(length) for length in (14, 28)]
        [20, 38]
        >>> [FAMILIES["polyphase-p4"][0].products(length) for length in (7, 14)]
        [16, 32]
        """
        cuts = []
        for place, large in enumerate(self.extents):
            for small in self.extents[place:]:
                for count in range(length // large + 1):
                    others, left = divmod(length - count * large, small)
                    if left == 0:
                        cuts.append(count * self.of_tile(large) + others * self.of_tile(small))
        return min(cuts)


F2, F4, F6 = Family((2, 1)), Family((4, 3, 2)), Family((6, 4, 2))
P2, P4 = Family((2, 1), True), Family((4, 3, 2), True)

# The families of rows and of columns; any other algorithm multiplies as often as is written.
FAMILIES = {
    "winograd-f2": (F2, F2),
    "winograd-f4": (F4, F4),
    "winograd-f6": (F6, F6),
    "winograd-f4f6": (F4, F6),
    "polyphase-p2": (P2, P2),
    "polyphase-p4": (P4, P4),
    "polyphase-p4p2": (P4, P2),
}


# The stem's: pairs of rows, and all taps of the columns.
POLYPHASE_ROWS = "polyphase-rows"


def known(algorithm):
    """Whether it multiplies less often than is written."""
    return algorithm in FAMILIES or algorithm == POLYPHASE_ROWS


def planes(algorithm):
    """Weights of a pair of channels."""
    if algorithm == POLYPHASE_ROWS:
        return 4 * 3
    rows, columns = FAMILIES[algorithm]
    return rows.points * columns.points


def products(algorithm, height, width):
    """Products of a pair of channels on a whole map.

    >>> [products(f"winograd-{name}", 14, 14) for name in ("f2", "f4", "f6", "f4f6")]
    [784, 484, 400, 440]
    >>> products("polyphase-rows", 14, 14)
    1470
    """
    if algorithm == POLYPHASE_ROWS:
        return math.ceil(height / 2) * 5 * 3 * width
    rows, columns = FAMILIES[algorithm]
    return rows.products(height) * columns.products(width)
