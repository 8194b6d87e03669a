"""python-igraph and networkx on the graph of benches/actors.rs: betweenness, warm, the
median of some runs, CPU time inside the process.

    pip install igraph networkx && python3 benches/peers/actors.py
"""

import statistics
import time

import igraph
import networkx

MASK = (1 << 64) - 1


def raw(stream, count):
    out = []
    for k in range(1, count + 1):
        z = (stream + k * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        out.append(z ^ (z >> 31))
    return out


draws = raw(51, 60_000)
ties = set()
for k in range(0, 60_000, 2):
    a, b = draws[k] % 200, draws[k + 1] % 200
    if a != b and len(ties) < 10_000:
        ties.add((min(a, b), max(a, b)))
ties = sorted(ties)


def timed(job, runs):
    spans = []
    for _ in range(runs):
        start = time.process_time()
        found = job()
        spans.append(time.process_time() - start)
    return list(found), 1000 * statistics.median(spans)


one = igraph.Graph(n=200, edges=ties)
other = networkx.Graph(ties)
other.add_nodes_from(range(200))
found, span = timed(one.betweenness, 30)
print(f"igraph   {sum(found):.6f} {found[0]:.9f} {span:.2f} ms")
by_networkx = {}


def measured():
    global by_networkx
    by_networkx = networkx.betweenness_centrality(other, normalized=False)
    return by_networkx.values()


found, span = timed(measured, 3)
print(f"networkx {sum(found):.6f} {by_networkx[0]:.9f} {span:.1f} ms")
