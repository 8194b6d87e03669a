"""Capabilities of 200 states in 200 years and each year's concentration: numpy, and numba
year by year."""

import math

import numba
import numpy
from common import Row, beside, by_bench, raw, watch, unit

YEARS, STATES, PARTS = 200, 200, 6
count = YEARS * STATES * PARTS
panel = numpy.array([math.floor(math.exp(12 * unit(z))) for z in raw(51, count)], float)
panel[[unit(z) < 0.05 for z in raw(52, count)]] = numpy.nan
panel = panel.reshape(YEARS, STATES, PARTS)


def by_numpy():
    index = numpy.nanmean(panel / numpy.nansum(panel, axis=1, keepdims=True), axis=2)
    squares = ((index / index.sum(axis=1, keepdims=True)) ** 2).sum(axis=1)
    return index, numpy.sqrt((squares - 1 / STATES) / (1 - 1 / STATES))


@numba.njit
def by_numba(panel):
    years, states, parts = panel.shape
    index, concentration = numpy.empty((years, states)), numpy.empty(years)
    for year in range(years):
        totals = numpy.zeros(parts)
        for state in range(states):
            for part in range(parts):
                value = panel[year, state, part]
                totals[part] += 0.0 if math.isnan(value) else value
        shares = 1 / totals
        everybody = 0.0
        for state in range(states):
            known, held = 0, 0.0
            for part in range(parts):
                value = panel[year, state, part]
                there = not math.isnan(value)
                known += there
                held += value * shares[part] if there else 0.0
            index[year, state] = held / known if known else math.nan
            everybody += index[year, state]
        squares = 0.0
        for state in range(states):
            squares += (index[year, state] / everybody) ** 2
        concentration[year] = math.sqrt((squares - 1 / states) / (1 - 1 / states))
    return index, concentration


rows = []
for peer, solve in (
    ("numpy, nanmean", by_numpy),
    ("numba, year by year", lambda: by_numba(panel)),
):
    index, concentration = solve()
    assert abs(index[0, 0] - 0.003712169545) < 1e-12, "as tests/polarity"
    assert abs(index.sum() - 210.524375202) < 1e-8, "as tests/polarity"
    assert abs(concentration.sum() - 13.25892657) < 1e-7, "as tests/polarity"
    ours = by_bench("polarity", "indices")
    rows.append(Row("40 000 state-years", peer, watch(solve, 30), ours))

beside(rows, 7)
