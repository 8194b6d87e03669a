"""numpy and numba on every coalition of the twenty countries of benches/climate.rs: which
are stable, and which is the best that money can hold together."""

import numba
import numpy
from common import Row, beside, by_bench, raw, watch

COUNTRIES = 20
SETS = 1 << COUNTRIES
BENEFITS = numpy.array([1.0 + z % 20 for z in raw(61, COUNTRIES)])
COSTS = numpy.array([1.0 + z % 20 for z in raw(62, COUNTRIES)])
# What tests/climate finds (`peers_…`).
OURS = 40_964, [17_408, 132_096]
NEAR = 1e-9


def over_sets(values):
    """The sum of a value over the members of every set."""
    sums = numpy.zeros(1)
    for value in values:
        sums = numpy.concatenate([sums, sums + value])
    return sums


@numba.njit
def stays_by(b, c, benefit, ease):
    """What a country has in a coalition of these sums over what it would have by leaving."""
    return b * (benefit / c + b * ease - 2 * b / c) - (benefit**2 - b * b) / (2 * c)


def by_numpy():
    sets = numpy.arange(SETS, dtype=numpy.uint32)
    benefit, ease = over_sets(BENEFITS), over_sets(1 / COSTS)
    total = benefit * ease + (BENEFITS / COSTS).sum() - over_sets(BENEFITS / COSTS)
    everybody = BENEFITS.sum() * total
    surplus = numpy.zeros(SETS)
    stable = numpy.ones(SETS, dtype=bool)
    for at, (b, c) in enumerate(zip(BENEFITS, COSTS)):
        inside = sets >> at & 1 == 1
        with_b, with_ease = numpy.where(inside, benefit, benefit + b), numpy.where(inside, ease, ease + 1 / c)
        more = stays_by.py_func(b, c, with_b, with_ease)
        surplus += numpy.where(inside, more, 0.0)
        stable &= numpy.where(inside, more >= -NEAR, more <= NEAR)
        everybody -= numpy.where(inside, benefit, b) ** 2 / (2 * c)
    several = numpy.bitwise_count(sets) > 1
    everybody[~(several & (surplus >= -NEAR))] = -numpy.inf
    return int(everybody.argmax()), numpy.flatnonzero(stable & several).tolist()


@numba.njit
def by_member(benefits, costs):
    """The same, one coalition after another, from what each member has."""
    best, most, stable = 0, -numpy.inf, []
    everywhere, alone = benefits.sum(), (benefits / costs).sum()
    for set_ in range(1 << len(benefits)):
        benefit = ease = inner = 0.0
        count = 0
        for at in range(len(benefits)):
            if set_ >> at & 1:
                benefit += benefits[at]
                ease += 1 / costs[at]
                inner += benefits[at] / costs[at]
                count += 1
        if count < 2:
            continue
        all_gain = everywhere * (benefit * ease + alone - inner)
        surplus, holds = 0.0, True
        for at in range(len(benefits)):
            b, c = benefits[at], costs[at]
            inside = set_ >> at & 1 == 1
            with_b = benefit if inside else benefit + b
            with_ease = ease if inside else ease + 1 / c
            more = stays_by(b, c, with_b, with_ease)
            minds = benefit if inside else b
            all_gain -= minds * minds / (2 * c)
            if inside:
                surplus += more
                holds &= more >= -NEAR
            else:
                holds &= more <= NEAR
        if surplus >= -NEAR and all_gain > most + NEAR:
            best, most = set_, all_gain
        if holds:
            stable.append(set_)
    return best, stable


@numba.njit
def by_gray_code(benefits, costs):
    """The same from our five sums, which a Gray code keeps by one country a step."""
    best, most, stable = 0, -numpy.inf, []
    everywhere, alone = benefits.sum(), (benefits / costs).sum()
    paid_alone = (benefits * benefits / costs).sum()
    benefit = ease = inner = squares = eased = 0.0
    set_, count = 0, 0
    for step in range(1, 1 << len(benefits)):
        at = 0
        while not step >> at & 1:
            at += 1
        set_ ^= 1 << at
        sign = 1.0 if set_ >> at & 1 else -1.0
        b, c = benefits[at], costs[at]
        count += 1 if sign > 0 else -1
        benefit += sign * b
        ease += sign / c
        inner += sign * b / c
        squares += sign * b * b
        eased += sign * b * b / c
        if count < 2:
            continue
        surplus = benefit * inner + ease * squares - 1.5 * eased - benefit * benefit * ease / 2
        if surplus < -NEAR:
            continue
        all_gain = everywhere * (benefit * ease + alone - inner)
        all_gain -= (benefit * benefit * ease + paid_alone - eased) / 2
        if all_gain > most + NEAR:
            best, most = set_, all_gain
        holds = True
        for at in range(len(benefits)):
            b, c = benefits[at], costs[at]
            inside = set_ >> at & 1 == 1
            with_b = benefit if inside else benefit + b
            with_ease = ease if inside else ease + 1 / c
            more = stays_by(b, c, with_b, with_ease)
            if (inside and more < -NEAR) or (not inside and more > NEAR):
                holds = False
                break
        if holds:
            stable.append(set_)
    return best, stable


PEERS = [
    ("numpy, member by member over doubled sums", by_numpy, 3),
    ("numba, member by member", lambda: by_member(BENEFITS, COSTS), 3),
    ("numba, Gray code with our five sums", lambda: by_gray_code(BENEFITS, COSTS), 20),
]
for peer, job, _ in PEERS:
    best, stable = job()
    assert (best, sorted(stable)) == OURS, peer

ours = [by_bench("climate", name) for name in ["stable", "best_with_transfers"]]


beside(
    [
        Row(
            "the best with money and all stable ones, 20 unlike countries",
            peer,
            watch(job, runs),
            lambda: sum(own() for own in ours),
        )
        for peer, job, runs in PEERS
    ],
    5,
)
