"""networkx and OR-tools on the network of benches/aid.rs, which goes into a file that our
demo reads, too."""

import os
import re

import networkx
import numpy
from common import ROOT, Row, beside, by_bench, cargo, raw, watch
from ortools.graph.python import max_flow

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


def name(node):
    return {SOURCE: "stock", SINK: "need"}.get(node, f"p{node}")


with open(FILE, "w") as file:
    file.write("from,to,per_day,days\n")
    file.writelines(f"{name(a)},{name(b)},{width},0\n" for a, b, width in arcs)

told = cargo("run", "--quiet", "--release", "--example", "aid", "--", "--file", FILE)
ours = int(re.search(r"(\d+) of 20000 a day", told).group(1))


def by_networkx():
    return networkx.maximum_flow_value(graph, SOURCE, SINK)


largest = by_ortools()
assert ours == largest == by_networkx()

job = "largest flow, 1 000 places, 10 000 roads"
own = by_bench("aid", "delivery_of_1000_places_10_000_roads")
beside(
    [
        Row(job, "networkx, preflow", watch(by_networkx, 3), own),
        Row(job, "OR-tools, push and relabel in C++", watch(by_ortools, 30), own),
    ],
    5,
)
