#!/usr/bin/env python3
"""Check the algebra of the engine's Winograd tiles and measure their rounding errors.

    python3 Scripts/winograd_error.py            needs numpy only; a few seconds on one core
    python3 Scripts/winograd_error.py --check    only the checks, without the table

This is a second writing of the tiles in Sources/Kernels/WinogradTiles.swift and PolyphaseTiles.swift;
it does not run the engine. First every tile and pair of tiles is computed in exact fractions and compared
with the plain convolution, and so is every worked example of docs/Guides. Then one layer of 192 channels
and 14x14 outputs is computed in float32, in the order of the kernels with FMA, and compared with float64.
Seeded; prints a table in Markdown.

The transforms are written once, for any numbers: fractions, float32 vectors, or counters of operations.
Vectors multiply and add with one rounding, as an FMA does.
"""

import argparse
import os
from fractions import Fraction

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np  # noqa: E402

HALF = Fraction(1, 2)
CHANNELS, SIZE, SEED = 192, 14, 1


# Numbers


class Floats:
    """A float32 vector whose `a + b * factor` is rounded once."""

    def __init__(self, values):
        self.values = np.asarray(values, np.float32)

    def __add__(self, other):
        return Floats(self.values + other.values)

    def __sub__(self, other):
        return Floats(self.values - other.values)

    def __mul__(self, factor):
        return Floats(self.values * np.float32(float(factor)))

    def fma(self, value, factor):
        return Floats(fma(self.values, value.values, np.float32(float(factor))))


class Counter:
    """Counts the vector operations of a transform; a product with 1 costs nothing."""

    operations = 0

    def __add__(self, other):
        Counter.operations += 1
        return self

    __sub__ = __add__

    def __mul__(self, factor):
        Counter.operations += factor != 1
        return self

    def fma(self, value, factor):
        Counter.operations += 1
        return self


def fma(total, value, factor):
    """Float32: the product is exact in double, so only the sum is rounded (nearly always once)."""
    return (value.astype(np.float64) * factor + total).astype(np.float32)


def plus(total, value, factor):
    return total.fma(value, factor) if hasattr(total, "fma") else total + value * factor


def minus(total, value, factor):
    return plus(total, value, -factor)


# Tiles, as in the kernels


class Family:
    """Points 0 (stride 1), infinity, a, -a, b, -b, c, -c, and extents, largest first."""

    def __init__(self, name, stride, sizes, extents):
        self.name, self.stride, self.extents = name, stride, extents
        self.a, self.b, self.c = (list(map(Fraction, sizes)) + [None, None])[:3]
        self.finite = [Fraction(0)] * (stride == 1)
        for size in sizes:
            self.finite += [Fraction(size), -Fraction(size)]
        self.infinity = 1 if stride == 1 else 0
        self.points = len(self.finite) + 1 + (stride == 2)

    def places(self, extent):
        """For each product of a tile the number of its plane in one dimension."""
        points = extent + (2 if self.stride == 1 else 1)
        return list(range(points)) + [self.points - 1] * (extent if self.stride == 2 else 0)

    def weights(self):
        """G in fractions, one row of three factors for each plane."""
        rows = []
        for index, p in enumerate(self.finite):
            n = Fraction(1)
            for other, q in enumerate(self.finite):
                n *= p - q if other != index else 1
            rows.append([1 / n, p / n, p * p / n] if self.stride == 1 else [1 / n, 0, p / n])
        rows.insert(self.infinity, [0, 0, 1])
        return rows + [[0, 1, 0]] * (self.stride == 2)

    def tiling(self, length):
        """As Tiling.swift: fewest products, two extents, the larger ones first."""
        best = None
        for place, large in enumerate(self.extents):
            for small in self.extents[place:]:
                for count in range(length // large + 1):
                    rest = length - count * large
                    if rest % small or (large == small and rest):
                        continue
                    tiles = [large] * count + [small] * (rest // small)
                    products = sum(len(self.places(tile)) for tile in tiles)
                    if best is None or products <= best[0]:
                        best = (products, tiles)
        return best and best[1]

    def rest(self, p, first):
        """The distances of p to the points from number `first` of a, b, c on."""
        value = Fraction(1)
        for size in (self.a, self.b, self.c)[first:]:
            value *= p * p - size * size if size is not None else 1
        return value

    def forward(self, extent, x):
        """The values of one tile: points, then even samples."""
        forward = {1: one, 2: two, 3: three, 4: four, 6: six}[extent]
        if self.stride == 1:
            return forward(self, x)
        # The odd samples are the inputs behind the first, which only the point 0 needs.
        return forward(self, [None] + x[::2]) + x[1 : 2 * extent : 2]

    def inverse(self, extent, m):
        """The outputs of one tile from its products."""
        points = extent + (2 if self.stride == 1 else 1)
        inverse = {1: from_one, 2: from_two, 3: from_three, 4: from_four, 6: from_six}[extent]
        return inverse(self, m[:points], m[points:])


def one(f, x):
    zero = [minus(x[1], x[0], f.a) * f.a] if f.stride == 1 else []
    return zero + [minus(x[2], x[1], f.a), x[1] * (2 * f.a)]


def two(f, x):
    a, rest = f.a, f.rest(f.a, 1)
    zero = [minus(x[2], x[0], a * a) * f.rest(0, 1)] if f.stride == 1 else []
    near = [plus(x[2], x[1], a) * rest, minus(x[2], x[1], a) * rest]
    return zero + [minus(x[3], x[1], a * a)] + near


def three(f, x):
    a, b = f.a, f.b
    s = {k: minus(x[k + 1], x[k], b) for k in range(f.stride - 1, 4)}
    zero = [minus(s[2], s[0], a * a) * b] if f.stride == 1 else []
    near = [plus(s[2], s[1], a) * (b + a), minus(s[2], s[1], a) * (b - a)]
    return zero + [minus(s[3], s[1], a * a)] + near + [minus(x[3], x[1], a * a) * (2 * b)]


def four(f, x):
    a, b = f.a, f.b
    outer = {k: minus(x[k + 2], x[k], b * b) for k in range(f.stride - 1, 4)}
    inner = {k: minus(x[k + 2], x[k], a * a) for k in (1, 2)}
    zero = [minus(outer[2], outer[0], a * a) * f.rest(0, 2)] if f.stride == 1 else []
    values = zero + [minus(outer[3], outer[1], a * a)]
    for s, point in ((outer, a), (inner, b)):
        rest = f.rest(point, 2)
        values += [plus(s[2], s[1], point) * rest, minus(s[2], s[1], point) * rest]
    return values


def six(f, x):
    a, b, c = f.a, f.b, f.c

    def without(p, q, k):
        return plus(minus(x[k + 4], x[k + 2], p * p + q * q), x[k], p * p * q * q)

    r = [without(b, c, k) for k in range(4)]
    values = [minus(r[2], r[0], a * a), minus(r[3], r[1], a * a)]
    values += [plus(r[2], r[1], a), minus(r[2], r[1], a)]
    for p, q, point in ((a, c, b), (a, b, c)):
        odd, even = without(p, q, 1), without(p, q, 2)
        values += [plus(even, odd, point), minus(even, odd, point)]
    return values


def pair(left, right):
    return left + right, left - right


def from_one(f, m, even):
    return [m[0] + m[1] + (m[2] if f.stride == 1 else even[0])]


def from_two(f, m, even):
    if f.stride == 1:
        total, difference = pair(m[2], m[3])
        return [m[0] + total, plus(m[1], difference, f.a)]
    total, difference = pair(m[1], m[2])
    return [total + even[0], plus(m[0] + even[1], difference, f.a)]


def from_three(f, m, even):
    a, b = f.a, f.b
    total, difference = pair(*m[-3:-1])
    far = m[-1]
    if f.stride == 1:
        first, second, third = m[0] + (total + far), plus(far * b, difference, a), m[1]
    else:
        first, second = total + far + even[0], plus(plus(even[1], difference, a), far, b)
        third = m[0] + even[2]
    return [first, second, plus(plus(third, total, a * a), far, b * b)]


def from_four(f, m, even):
    a, b = f.a, f.b
    near, near_difference = pair(*m[-4:-2])
    far, far_difference = pair(*m[-2:])
    if f.stride == 1:
        return [
            m[0] + near + far,
            plus(far_difference * b, near_difference, a),
            plus(far * (b * b), near, a * a),
            plus(plus(m[1], far_difference, b * b * b), near_difference, a * a * a),
        ]
    return [
        near + far + even[0],
        plus(plus(even[1], near_difference, a), far_difference, b),
        plus(plus(even[2], near, a * a), far, b * b),
        plus(plus(m[0] + even[3], near_difference, a * a * a), far_difference, b * b * b),
    ]


def from_six(f, m, even):
    pairs = [pair(m[2], m[3]), pair(m[4], m[5]), pair(m[6], m[7])]

    def output(i):
        (a, b, c) = (values[i % 2] for values in pairs)
        return plus(plus(c * f.c**i, a, f.a**i), b, f.b**i)

    first = m[0] + pairs[0][0] + pairs[1][0] + pairs[2][0]
    return [first] + [output(i) for i in range(1, 5)] + [m[1] + output(5)]


F2 = Family("F(2,3)", 1, [1], [2, 1])
F4 = Family("F(4,3)", 1, [Fraction(5, 8), Fraction(3, 2)], [4, 3, 2])
F6 = Family("F(6,3)", 1, [1, 2, HALF], [6, 4, 2])
P2 = Family("P2", 2, [1], [2, 1])
P4 = Family("P4", 2, [HALF, Fraction(3, 2)], [4, 3, 2])
LAVIN = Family("F(4,3) with 0, ±1, ±2", 1, [1, 2], [4, 3, 2])
FAMILIES = [F2, F4, F6, P2, P4]


# Checks in fractions


def direct1(g, x, stride=1):
    count = (len(x) - 3) // stride + 1
    return [sum(g[t] * x[stride * i + t] for t in range(3)) for i in range(count)]


def transformed(family, g):
    return [sum(w * t for w, t in zip(row, g)) for row in family.weights()]


def tile1(family, extent, g, x):
    """Values, products and outputs of one tile in one dimension."""
    u = transformed(family, g)
    v = family.forward(extent, x)
    m = [value * u[place] for value, place in zip(v, family.places(extent))]
    return v, m, family.inverse(extent, m)


def tile2(family, extents, u, x, product):
    """One tile in two dimensions: rows first, then columns, both ways."""
    rows, columns = extents
    half = list(zip(*[family.forward(rows, list(column)) for column in zip(*x)]))
    values = [family.forward(columns, list(row)) for row in half]
    places = [family.places(extent) for extent in extents]
    products = [
        [product(value, u[r][c]) for value, c in zip(row, places[1])]
        for row, r in zip(values, places[0])
    ]
    half = list(zip(*[family.inverse(rows, list(column)) for column in zip(*products)]))
    return values, products, [family.inverse(columns, list(row)) for row in half]


def weights2(family, g):
    rows = [transformed(family, column) for column in zip(*g)]
    return [transformed(family, row) for row in zip(*rows)]


def check_tiles():
    """Every tile in one dimension, every pair of tiles in two, against the plain convolution."""
    g = [Fraction(n) for n in (3, -7, 2)]
    kernel = [[Fraction(n) for n in row] for row in ((3, -7, 2), (1, 5, -4), (-2, 6, 8))]
    for family in FAMILIES + [LAVIN]:
        width = {e: family.stride * e + 3 - family.stride for e in family.extents}
        u = weights2(family, kernel)
        for rows in family.extents:
            x = [Fraction((7 * k * k + 3 * k) % 11 - 5) for k in range(width[rows])]
            assert tile1(family, rows, g, x)[2] == direct1(g, x, family.stride), family.name
            for columns in family.extents:
                x = [
                    [Fraction((5 * i * i + 3 * j + i * j) % 13 - 6) for j in range(width[columns])]
                    for i in range(width[rows])
                ]
                found = tile2(family, (rows, columns), u, x, lambda v, w: v * w)[2]
                for i in range(rows):
                    for j in range(columns):
                        top, left = family.stride * i, family.stride * j
                        window = [line[left : left + 3] for line in x[top : top + 3]]
                        wanted = sum(a * b for p, q in zip(kernel, window) for a, b in zip(p, q))
                        assert found[i][j] == wanted, (family.name, rows, columns)


def check_examples():
    """The numbers of the guides."""
    g, x = [4, 3, 5], [1, 3, 2, 5, 4, -2, 1, 3]
    # Winograd.md, one dimension.
    assert transformed(F2, g) == [-4, 5, 6, 3]
    assert tile1(F2, 2, g, x[:4]) == ([1, 2, 5, -1], [-4, 10, 30, -3], [23, 43])
    # Winograd.md, two dimensions.
    kernel = [[4, 0, 0], [0, 4, 0], [0, 0, 4]]
    picture = [[1, 2, 0, 1], [3, 1, 2, 0], [0, 4, 1, 2], [2, 0, 3, 1]]
    u = weights2(F2, kernel)
    assert u == [[4, 0, -2, -2], [0, 4, 2, 2], [-2, 2, 3, 1], [-2, 2, 1, 3]]
    v, m, y = tile2(F2, (2, 2), u, picture, lambda value, weight: value * weight)
    assert v == [[2, -1, 3, -1], [2, 2, 0, 2], [0, -3, 8, -2], [2, -1, 2, -4]]
    assert m == [[8, 0, -6, 2], [0, 8, 0, 4], [0, -6, 24, -2], [-4, -2, 2, -12]]
    assert y == [[12, 24], [40, 12]]
    # MixedTiles.md: tiles of four and two share the weights of the points 0, inf, 1, -1, 2, -2.
    assert transformed(LAVIN, g) == [1, 5, -2, -1, Fraction(5, 4), Fraction(3, 4)]
    large = tile1(LAVIN, 4, g, x[:6])
    assert large[0] == [-2, -15, -11, 3, 6, -2]
    assert large[1] == [-2, -75, 22, -3, Fraction(15, 2), -Fraction(3, 2)]
    small = tile1(LAVIN, 2, g, x[4:])
    assert small[0] == [12, 5, 3, -9] and small[1] == [12, 25, -6, 9]
    assert large[2] + small[2] == [23, 43, 43, 22, 15, 10] == direct1(g, x)
    assert [F4.rest(0, 1), F4.rest(F4.a, 1)] == [-Fraction(9, 4), -Fraction(119, 64)]
    # Polyphase.md.
    assert transformed(P2, g) == [5, Fraction(9, 2), HALF, 3]
    v, m, y = tile1(P2, 2, g, x[:5])
    assert v == [3, 3, 1, 3, 5] and m == [15, Fraction(27, 2), HALF, 9, 15] and y == [23, 43]


def products(family, length):
    return sum(len(family.places(tile)) for tile in family.tiling(length)) ** 2


def plane_counts(family, length):
    """How many planes have how many tiles."""
    tiles = family.tiling(length)
    places = [place for tile in tiles for place in family.places(tile)]
    line = [places.count(place) for place in range(family.points)]
    counts = [row * column for row in line for column in line]
    return {count: counts.count(count) for count in sorted(set(counts), reverse=True)}


def check_counts():
    """The numbers of products, planes and operations in the guides; gives the operations."""
    assert F4.tiling(14) == [4, 4, 4, 2] and products(F4, 14) == 484
    assert plane_counts(F4, 14) == {16: 16, 12: 16, 9: 4}
    assert F4.tiling(7) == [4, 3] and products(F4, 7) == 121
    assert F4.tiling(6) == [3, 3] and F4.tiling(5) == [3, 2] and F4.tiling(1) is None
    assert F6.tiling(14) == [6, 6, 2] and products(F6, 14) == 400 and F6.tiling(7) is None
    assert F2.tiling(7) == [2, 2, 2, 1] and products(F2, 14) == 784
    assert F6.tiling(28) == [6, 6, 6, 6, 4] and products(F6, 28) == 1444
    assert F4.tiling(28) == [4] * 7 and products(F4, 28) == 1764
    assert P4.tiling(7) == [4, 3] and products(P4, 7) == 256 and products(P4, 14) == 1024
    assert products(P2, 7) == 324 and products(P2, 14) == 1225
    assert sum(len(F4.places(tile)) for tile in F4.tiling(7)) * 2 * 22 == 484, "two stripes of seven"
    assert [F2.tiling(n) for n in (5, 6, 14)] == [[2, 2, 1], [2, 2, 2], [2] * 7]
    # Packing.md: bytes of values, products, weights, and floats asked for with each channel and tile.
    assert (484 * 12 * 64, 484 * 3 * 64, 36 * 192 * 192 * 4) == (371712, 92928, 5308416)
    assert 12 * 16 * 3 * 16 * 4 == 36864 and round(36 * 3 * 16 / 484, 2) == 3.57
    # Winograd.md: operations of the phases with 48 and 192 channels in and out.
    for count, phases in ((48, (5760, 82944, 7296)), (192, (23040, 1327104, 29184))):
        assert ((4 + 6) * 12 * count, 36 * count**2, ((6 + 4) * 12 + 32) * count) == phases
    assert plane_counts(P4, 7) == {49: 1, 14: 8, 7: 2, 4: 16, 2: 8, 1: 1}
    costs = {}
    for family in FAMILIES:
        extent = family.extents[0]
        inputs = family.stride * extent + 3 - family.stride
        Counter.operations = 0
        family.forward(extent, [Counter()] * inputs)
        forward = Counter.operations
        Counter.operations = 0
        family.inverse(extent, [Counter()] * len(family.places(extent)))
        costs[family.name] = (forward, Counter.operations)
    assert costs == {
        "F(2,3)": (4, 4), "F(4,3)": (12, 12), "F(6,3)": (24, 25), "P2": (3, 5), "P4": (10, 13)
    }
    return costs


# One layer in float32


def layer(stride):
    """Kernel `O x C x 3 x 3` and input `C x H x W` with a halo, float32."""
    random = np.random.default_rng(SEED)
    extent = stride * SIZE + 3 - stride
    kernel = random.standard_normal((CHANNELS, CHANNELS, 3, 3)) * np.sqrt(2 / (9 * CHANNELS))
    inputs = np.maximum(random.standard_normal((CHANNELS, extent, extent)), 0)
    inputs[:, 0, :] = inputs[:, :, 0] = 0
    if stride == 1:
        inputs[:, -1, :] = inputs[:, :, -1] = 0
    return kernel.astype(np.float32), inputs.astype(np.float32)


def windows(inputs, stride):
    ends = [slice(tap, tap + stride * (SIZE - 1) + 1, stride) for tap in range(3)]
    return [[inputs[:, rows, columns] for columns in ends] for rows in ends]


def exact(kernel, inputs, stride):
    taps = windows(inputs.astype(np.float64), stride)
    weights = kernel.astype(np.float64)
    return sum(
        np.tensordot(weights[:, :, r, c], taps[r][c], 1) for r in range(3) for c in range(3)
    )


def direct(kernel, inputs, stride):
    """Block of 16 input channels, tap, channel: one sum from the first product to the last."""
    taps = windows(inputs, stride)
    sums = np.zeros((CHANNELS, SIZE, SIZE), np.float32)
    for block in range(0, CHANNELS, 16):
        for tap in range(9):
            for channel in range(block, block + 16):
                weights = kernel[:, channel, tap // 3, tap % 3].astype(np.float64)
                sums = fma(sums, taps[tap // 3][tap % 3][channel], weights[:, None, None])
    return sums


def winograd(family, kernel, inputs):
    """Weights in double, rounded once; then tile after tile as the kernels do."""
    g = np.array([[float(value) for value in row] for row in family.weights()])
    half = np.einsum("pr,ocrs->ocps", g, kernel.astype(np.float64))
    u = np.einsum("qs,ocps->pqco", g, half).astype(np.float32)
    outputs = np.zeros((CHANNELS, SIZE, SIZE), np.float32)
    reach, tiles = 3 - family.stride, family.tiling(SIZE)
    starts = [sum(tiles[:index]) for index in range(len(tiles))]
    for rows, top in zip(tiles, starts):
        for columns, left in zip(tiles, starts):
            y, x = family.stride * top, family.stride * left
            patch = [
                [Floats(inputs[:, y + i, x + j]) for j in range(family.stride * columns + reach)]
                for i in range(family.stride * rows + reach)
            ]
            block = tile2(family, (rows, columns), u, patch, multiplied)[2]
            for i in range(rows):
                for j in range(columns):
                    outputs[:, top + i, left + j] = block[i][j].values
    return outputs


def multiplied(value, weights):
    """One sum over the input channels, from the first to the last."""
    sums = np.zeros(CHANNELS, np.float32)
    values = value.values.astype(np.float64)
    for channel in range(CHANNELS):
        sums = (weights[channel] * values[channel] + sums).astype(np.float32)
    return Floats(sums)


def errors(found, wanted):
    difference = found - wanted
    rms = np.sqrt(np.mean(difference**2) / np.mean(wanted**2))
    return rms, np.abs(difference).max() / np.abs(wanted).max()


def main():
    parser = argparse.ArgumentParser(description="Check Winograd tiles and measure their errors.")
    parser.add_argument("--check", action="store_true", help="only check, measure nothing")
    options = parser.parse_args()
    check_tiles()
    check_examples()
    costs = check_counts()
    print("checks: all tiles and examples are exact")
    for name, (forward, inverse) in costs.items():
        print(f"{name}: {forward} operations forward, {inverse} inverse, in one dimension")
    if options.check:
        return
    print(f"\nnumpy {np.__version__}; {CHANNELS} channels, {SIZE}x{SIZE} outputs, seed {SEED}\n")
    print("| stride | algorithm | tiles | products | rms error | largest error |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    for stride, families in ((1, [None, F2, F4, LAVIN, F6]), (2, [None, P2, P4])):
        kernel, inputs = layer(stride)
        wanted = exact(kernel, inputs, stride)
        for family in families:
            found = winograd(family, kernel, inputs) if family else direct(kernel, inputs, stride)
            rms, largest = errors(found, wanted)
            tiles = "+".join(map(str, family.tiling(SIZE))) if family else "-"
            count = products(family, SIZE) if family else 9 * SIZE**2
            name = family.name if family else "direct"
            print(f"| {stride} | {name} | {tiles} | {count} | {rms:.1e} | {largest:.1e} |")


if __name__ == "__main__":
    main()
