"""networkx and OR-tools on the network of benches/aid.rs: the largest flow, warm, the
median of some runs, CPU time inside the process.

    pip install networkx ortools && python3 benches/peers/aid.py
"""

import statistics
import time

import networkx
import numpy
from ortools.graph.python import max_flow

MASK = (1 << 64) - 1


def raw(stream, count):
    out = []
    for k in range(1, count + 1):
        z = (stream + k * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        out.append(z ^ (z >> 31))
    return out


draws = raw(41, 30_000)
arcs = []
for k in range(0, 30_000, 3):
    a, b = draws[k] % 1000, draws[k + 1] % 1000
    arcs.append((a, (b + 1) % 1000 if a == b else b, 1 + draws[k + 2] % 100))
SOURCE, SINK = 1000, 1001
arcs += [(SOURCE, place, 1000) for place in range(20)]
arcs += [(place, SINK, 1000) for place in range(980, 1000)]


def timed(job, runs):
    spans = []
    for _ in range(runs):
        start = time.process_time()
        found = job()
        spans.append(time.process_time() - start)
    return found, 1000 * statistics.median(spans)


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


print("networkx %d, %.1f ms" % timed(lambda: networkx.maximum_flow_value(graph, SOURCE, SINK), 3))
print("OR-tools %d, %.2f ms" % timed(by_ortools, 30))
