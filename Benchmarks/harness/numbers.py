"""Medians of ratios inside rounds, with intervals."""

import random
import statistics


def ratios(rounds, name, base):
    """How many times as long as `base` the engine `name` took, in each round that has both."""
    return [times[name] / times[base] for times in rounds if name in times and base in times]


def interval(values, picks=2000):
    """The middle 95 % of medians of samples drawn from `values` with replacement."""
    generator = random.Random(0)
    size = len(values)
    medians = sorted(
        statistics.median(generator.choices(values, k=size)) for _ in range(picks)
    )
    return medians[int(picks * 0.025)], medians[int(picks * 0.975)]


def of_engine(rounds, name):
    return [times[name] for times in rounds if name in times]
