"""networkx and OR-tools beside ours on the network of benches/aid.rs, in one run.

The network goes into a file that our demo reads, too. Five rounds in which peers and
ours alternate; of each the median of some runs, CPU time inside the process.

    pip install networkx ortools && python3 benches/peers/aid.py
"""

import os
import re
import subprocess

import networkx
import numpy
from common import raw, timed
from ortools.graph.python import max_flow

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FILE = os.path.join(ROOT, "target", "aid-1000.csv")

draws = raw(41, 30_000)
arcs = []
for k in range(0, 30_000, 3):
    a, b = draws[k] % 1000, draws[k + 1] % 1000
    arcs.append((a, (b + 1) % 1000 if a == b else b, 1 + draws[k + 2] % 100))
SOURCE, SINK = 1000, 1001
arcs += [(SOURCE, place, 1000) for place in range(20)]
arcs += [(place, SINK, 1000) for place in range(980, 1000)]

graph = networkx.DiGraph()
for a, b, width in arcs:
    # It keeps one arc between two nodes.
    before = graph.get_edge_data(a, b, {"capacity": 0})["capacity"]
    graph.add_edge(a, b, capacity=before + width)

columns = [numpy.array(column) for column in zip(*arcs)]


def by_ortools():
    solver = max_flow.SimpleMaxFlow()
    solver.add_arcs_with_capacity(*columns)
    solver.solve(SOURCE, SINK)
    return solver.optimal_flow()


def cargo(*arguments):
    call = ["cargo", *arguments]
    return subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def name(node):
    return {SOURCE: "stock", SINK: "need"}.get(node, f"p{node}")


with open(FILE, "w") as file:
    file.write("from,to,per_day,days\n")
    file.writelines(f"{name(a)},{name(b)},{width},0\n" for a, b, width in arcs)

told = cargo("run", "--quiet", "--release", "--example", "aid", "--", "--file", FILE)
ours = int(re.search(r"(\d+) of 20000 a day", told).group(1))


UNITS = {"ns": 1e-6, "µs": 1e-3, "ms": 1.0, "s": 1e3}


def by_ours():
    """The median of divan's hundred samples, in ms."""
    told = cargo("bench", "--quiet", "--bench", "aid", "--", "delivery")
    line = next(line for line in told.splitlines() if "delivery_of" in line)
    median = line.split("│")[2].split()
    return float(median[0]) * UNITS[median[1]]


for _ in range(5):
    largest, slow = timed(lambda: networkx.maximum_flow_value(graph, SOURCE, SINK), 3)
    same, fast = timed(by_ortools, 30)
    assert largest == same == ours, (largest, same, ours)
    mine = by_ours()
    print(
        f"{ours}: networkx {slow:.1f} ms, OR-tools {fast:.2f} ms, ours {mine:.2f} ms; "
        f"ratios {slow / mine:.1f} and {fast / mine:.2f}"
    )
