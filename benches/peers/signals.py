"""Tournaments of two hundred rounds: fifteen strategies over a line that slips, written by
hand for numba, and the eight sure ones that egttools has too."""

import egttools
import numba
import numpy
from common import Row, beside, by_bench, by_demo, watch
from egttools.behaviors.NormalForm import TwoActions

NAMES = """always-cooperate always-defect alternator tit-for-tat suspicious-tit-for-tat
tit-for-two-tats two-tits-for-tat hard-tit-for-tat bully grim win-stay-lose-shift davis
random:0.5 generous:1/3 joss:0.9""".split()
ROUNDS, SLIPS = 200, 0.05


@numba.njit
def defects(kind, turn, own, other, ever):
    """Whether a strategy means to defect: of both sides the last moves, newest in the
    lowest bit, and whether it ever heard a defection."""
    last = other & 1
    if kind == 0:
        return 0
    if kind == 1:
        return 1
    if kind == 2:
        return turn & 1
    if kind == 3:
        return last
    if kind == 4:
        return 1 if turn == 0 else last
    if kind == 5:
        return 1 if other & 3 == 3 else 0
    if kind == 6:
        return 1 if other & 3 else 0
    if kind == 7:
        return 1 if other & 7 else 0
    if kind == 8:
        return 1 - last
    if kind == 9:
        return ever
    if kind == 10:
        return 0 if turn == 0 else (own ^ other) & 1
    if kind == 11:
        return ever if turn >= 10 else 0
    if kind == 12:
        return 1 if numpy.random.random() < 0.5 else 0
    if kind == 13:
        return 1 if last and numpy.random.random() >= 1 / 3 else 0
    return 1 if last or (turn > 0 and numpy.random.random() >= 0.9) else 0


@numba.njit
def tournament(kinds, repetitions, slips):
    """What each earns a round on average against the others."""
    worth = ((3, 0), (5, 1))
    sums = numpy.zeros(len(kinds))
    for a in range(len(kinds)):
        for b in range(a, len(kinds)):
            for _ in range(repetitions):
                mine, theirs, hurt, hurts, first, second = 0, 0, 0, 0, 0, 0
                for turn in range(ROUNDS):
                    x = defects(kinds[a], turn, mine, theirs, hurt)
                    y = defects(kinds[b], turn, theirs, mine, hurts)
                    if slips > 0:
                        x ^= numpy.random.random() < slips
                        y ^= numpy.random.random() < slips
                    first += worth[x][y]
                    second += worth[y][x]
                    mine, theirs = (mine << 1 | x) & 7, (theirs << 1 | y) & 7
                    hurt |= y
                    hurts |= x
                if a != b:
                    sums[a] += first
                    sums[b] += second
    return sums / (repetitions * ROUNDS * (len(kinds) - 1))


def ours(names, repetitions, slips):
    case = ["--rounds", ROUNDS, "--repetitions", repetitions, "--error", slips]
    results, _ = by_demo("signals", "--strategies", ",".join(names), *case)
    means = {row["name"].split(":")[0]: row["mean"] for row in results[-1]["standings"]}
    return numpy.array([means[name.split(":")[0]] for name in names])


everybody = numpy.arange(len(NAMES))
apart = abs(tournament(everybody, 640, SLIPS) - ours(NAMES, 640, SLIPS))
assert apart.max() < 0.01, apart
SURE = [0, 1, 3, 4, 5, 6, 9, 10]
sure = [NAMES[kind] for kind in SURE]
assert abs(tournament(numpy.array(SURE), 1, 0.0) - ours(sure, 1, 0)).max() < 1e-9

theirs = [
    getattr(TwoActions, name)()
    for name in "Cooperator Defector TFT SuspiciousTFT TFTT TTFT GRIM Pavlov".split()
]
payoffs = numpy.array([[1.0, 5.0], [0.0, 3.0]])


def by_egttools():
    return egttools.games.NormalFormGame(ROUNDS, payoffs, theirs)


found = numpy.array(by_egttools().expected_payoffs())
numpy.fill_diagonal(found, 0)
assert abs(found.sum(axis=1) / (len(SURE) - 1) - ours(sure, 1, 0)).max() < 1e-9


rows = [
    Row(
        f"15 strategies, 200 rounds, 5% slips, {repetitions} times",
        "numba, by hand",
        watch(lambda repetitions=repetitions: tournament(everybody, repetitions, SLIPS), 5),
        by_bench("signals", "noisy_tournament", repetitions),
    )
    for repetitions in (10, 640)
]
rows.append(
    Row(
        "8 sure strategies, 200 rounds",
        "egttools, in C++",
        watch(by_egttools, 300),
        by_bench("signals", "eight_sure_strategies"),
    )
)
beside(rows, 7)
