"""S of all pairs of 200 states, and with weights: scipy, and numba on the same bytes."""

import numba
import numpy
from common import Row, beside, by_bench, raw, watch
from scipy.spatial.distance import pdist

STATES = 200
levels = numpy.array([z % 4 for z in raw(31, STATES * STATES)], numpy.uint8)
levels = levels.reshape(STATES, STATES)
numpy.fill_diagonal(levels, 3)
weights = numpy.array([1.0 + z % 1000 for z in raw(30, STATES)])


def by_scipy():
    return 1 - 2 * pdist(levels.astype(float), "cityblock") / (3 * STATES)


def by_scipy_weighted():
    weighed = levels.astype(float) * weights
    return 1 - 2 * pdist(weighed, "cityblock") / (3 * weights.sum())


@numba.njit
def distance(one, other):
    apart = numpy.uint32(0)
    for target in range(len(one)):
        a, b = one[target], other[target]
        apart += numpy.uint8(a - b) if a > b else numpy.uint8(b - a)
    return apart


@numba.njit
def by_numba(levels):
    states = len(levels)
    found = numpy.empty(states * (states - 1) // 2)
    at = 0
    for one in range(states):
        for other in range(one + 1, states):
            found[at] = 1 - 2 * distance(levels[one], levels[other]) / (3 * states)
            at += 1
    return found


@numba.njit(fastmath=True)
def by_numba_weighted(levels, weights):
    states = len(levels)
    found = numpy.empty(states * (states - 1) // 2)
    weighed, most, at = levels * weights, 3 * weights.sum(), 0
    for one in range(states):
        for other in range(one + 1, states):
            apart = 0.0
            for target in range(states):
                apart += abs(weighed[one, target] - weighed[other, target])
            found[at] = 1 - 2 * apart / most
            at += 1
    return found


rows = []
for job, bench, total, peers in (
    (
        "S of 19 900 pairs",
        "plain",
        3237.783333,
        [("scipy, city blocks", by_scipy), ("numba, bytes", lambda: by_numba(levels))],
    ),
    (
        "the same with weights",
        "weighted",
        3230.177134,
        [
            ("scipy, city blocks", by_scipy_weighted),
            ("numba, fast math", lambda: by_numba_weighted(levels, weights)),
        ],
    ),
):
    for peer, solve in peers:
        assert abs(solve().sum() - total) < 5e-7, "as tests/alliances"
        ours = by_bench("alliances", bench, STATES)
        rows.append(Row(job, peer, watch(solve, 30), ours))

beside(rows, 7)
