"""The rule of `culture` step by step in numba, beside our demo: two hundred worlds of ten
by ten to rest. The draws differ, so means are compared and times are told by the step."""

import time

import numba
import numpy
from common import Row, beside, by_demo

WORLDS, SIDE = 200, 10
CASES = [(5, 10), (5, 15), (15, 15)]


def neighbours():
    near = numpy.full((SIDE * SIDE, 4), -1)
    for row in range(SIDE):
        for column in range(SIDE):
            around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
            inside = [r * SIDE + c for r, c in around if 0 <= r < SIDE and 0 <= c < SIDE]
            near[row * SIDE + column, : len(inside)] = inside
    return near


NEAR = neighbours()
COUNTS = (NEAR >= 0).sum(axis=1)


@numba.njit
def shared(one, other):
    alike = 0
    for k in range(len(one)):
        alike += one[k] == other[k]
    return alike


@numba.njit
def regions(land, near):
    seen = numpy.zeros(len(land), numpy.bool_)
    found = 0
    for first in range(len(land)):
        if seen[first]:
            continue
        found += 1
        seen[first] = True
        ahead = [first]
        while len(ahead):
            site = ahead.pop()
            for other in near[site]:
                if other >= 0 and not seen[other] and shared(land[site], land[other]) == land.shape[1]:
                    seen[other] = True
                    ahead.append(other)
    return found


@numba.njit
def worlds(count, near, counts, features, traits, seed):
    """The regions of each world at rest, and the steps of all."""
    numpy.random.seed(seed)
    sites = len(near)
    ends, steps = [], 0
    for _ in range(count):
        land = numpy.random.randint(0, traits, (sites, features))
        moving = True
        while moving:
            for _ in range(1000):
                site = int(numpy.random.random() * sites)
                own = land[site]
                other = land[near[site, int(numpy.random.random() * counts[site])]]
                alike = shared(own, other)
                if 0 < alike < features and numpy.random.random() * features < alike:
                    wanted = int(numpy.random.random() * (features - alike))
                    for k in range(features):
                        if own[k] != other[k]:
                            if wanted == 0:
                                own[k] = other[k]
                                break
                            wanted -= 1
            steps += 1000
            moving = False
            for site in range(sites):
                for other in near[site]:
                    if other > site and 0 < shared(land[site], land[other]) < features:
                        moving = True
        ends.append(regions(land, near))
    return ends, steps


seeds = iter(range(1, 1_000_000))


def by_numba(features, traits):
    """Ends, steps, and ms for a million steps."""
    begin = time.process_time_ns()
    ends, steps = worlds(WORLDS, NEAR, COUNTS, features, traits, next(seeds))
    return ends, steps, (time.process_time_ns() - begin) / steps


def ours(features, traits):
    """The answer, and ms for a million steps of the whole process."""
    case = ["--runs", WORLDS, "--side", SIDE, "--features", features, "--traits", traits]
    [result], spent = by_demo("culture", *case, "--seed", next(seeds))
    return result["worlds"][0], spent * 1e6 / (result["steps"] * WORLDS)


by_numba(2, 2)
for case in CASES:
    ends, _, _ = by_numba(*case)
    own, _ = ours(*case)
    error = numpy.std(ends, ddof=1) / WORLDS**0.5
    apart = abs(numpy.mean(ends) - own["mean"])
    assert apart < 4 * (error**2 + own["error"] ** 2) ** 0.5, (case, numpy.mean(ends), own["mean"])

beside(
    [
        Row(
            f"a million steps, {features} features of {traits} traits",
            "numba, step by step",
            lambda case=(features, traits): by_numba(*case)[2],
            lambda case=(features, traits): ours(*case)[1],
        )
        for features, traits in CASES
    ],
    7,
)
