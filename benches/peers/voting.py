"""Voting power: powerindex and powerindices on one weighted rule, power-bdd on the
Council's three; ours is the whole process of the demo, but for the smallest."""

import csv
import os
import sys

import powerindices
from common import ROOT, Row, beside, by_bench, by_demo, raw, watch
from power_bdd.bdd import BDD, WeightedGame
from powerindex.powerindex import Game

sys.setrecursionlimit(1_000_000)


def column(table, title):
    """A column of the crate's own tables."""
    path = os.path.join(ROOT, "src", "voting", "bodies", table)
    with open(path) as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = [row[title] for row in csv.DictReader(lines)]
    return [int(cell) for cell in rows if cell]


def half(weights):
    return sum(weights) // 2 + 1, weights


def drawn(count):
    return half([1 + z % 1000 for z in raw(71, count)])


COLLEGE = """54 40 30 28 19 19 17 16 16 15 14 13 12 11 11 11 11 10 10 10 10 10 9 9 8 8 8 7 7
6 6 6 6 6 6 5 5 4 4 4 4 4 4 4 3 3 3 3 3 3 3"""
NICE = column("nice.csv", "votes")[:27]
FUND = [max(1, round(votes / 1000)) for votes in column("imf.csv", "votes")]
PEOPLE = column("people.csv", "2024")


def by_powerindex(body, index):
    game = Game(body[0], weights=list(body[1]))
    getattr(game, f"calc_{index}")()
    return list(getattr(game, index))


def by_powerindices(body, _):
    return [float(power) for power in powerindices.compute_ssi(*body)]


def by_power_bdd(_body, _index):
    quota = -(-65 * sum(PEOPLE) // 100)

    def need(quota, weights):
        # It changes the list that it is given.
        return BDD(WeightedGame(quota, list(weights)))

    heads = [1] * len(PEOPLE)
    rule = need(15, heads) & need(quota, PEOPLE) | need(24, heads)
    return [float(power) for power in rule.calc_shapley()]


def in_a_file(name, body):
    """The options that put a body of one weighted rule to our demo."""
    path = os.path.join(ROOT, "target", f"{name}.csv")
    with open(path, "w") as file:
        file.write("member,votes\n")
        file.writelines(f"m{at},{votes}\n" for at, votes in enumerate(body[1]))
    return ["--file", path, "--quota", body[0]]


def ours(options, index):
    key = {"banzhaf": "normalised"}.get(index, index)
    case = [*options, "--index", key.replace("_", "-")]
    [result], spent = by_demo("voting", *case)
    return [member[key]["value"] for member in result["members"]], spent


SHAPLEY, BANZHAF = "shapley_shubik", "banzhaf"
COUNCIL = (39, [7] * 5 + [1] * 10)
JOBS = [
    ("Security Council, Shapley–Shubik", "council", COUNCIL, SHAPLEY, by_powerindex),
    ("27 members under Nice, votes alone", "nice", (255, NICE), SHAPLEY, by_powerindex),
    ("American Electoral College", "college", half([int(n) for n in COLLEGE.split()]), SHAPLEY, by_powerindex),
    ("27 members under Lisbon, all three rules", "lisbon", None, SHAPLEY, by_power_bdd),
    ("50 members, ours exact", "fifty", drawn(50), SHAPLEY, by_powerindex),
    ("50 members, ours exact", "fifty", drawn(50), SHAPLEY, by_powerindices),
    ("200 members, Banzhaf", "many", drawn(200), BANZHAF, by_powerindex),
    ("Monetary Fund in thousands, Banzhaf", "fund", half(FUND), BANZHAF, by_powerindex),
]


def row(job, name, body, index, peer):
    options = in_a_file(name, body) if body else ["--body", "eu-lisbon"]
    theirs = peer(body, index)
    apart = (abs(a - b) for a, b in zip(theirs, ours(options, index)[0], strict=True))
    assert max(apart) < 1e-9, (job, peer)
    watched = watch(lambda: peer(body, index), 1)
    package = peer.__name__.removeprefix("by_").replace("_", "-")
    if name == "council":
        # Done before a process has begun.
        return Row(job, package, watched, by_bench("voting", "security_council_exact"))
    return Row(job, package, watched, lambda: ours(options, index)[1])


beside([row(*job) for job in JOBS], 3)
