"""python-igraph and networkx on the graphs of benches/actors.rs: betweenness, warm, the
median of some runs, CPU time inside the process.

    pip install igraph networkx && python3 benches/peers/actors.py
"""

import igraph
import networkx
from common import raw, timed


def network(states, wanted):
    draws = raw(51, 60_000)
    ties = set()
    for a, b in zip(draws[::2], draws[1::2]):
        a, b = a % states, b % states
        if a != b and len(ties) < wanted:
            ties.add((min(a, b), max(a, b)))
    return sorted(ties)


for states, wanted in [(200, 10_000), (1_800, 9_000)]:
    ties = network(states, wanted)
    one = igraph.Graph(n=states, edges=ties)
    other = networkx.Graph(ties)
    other.add_nodes_from(range(states))
    runs = 2_000_000 // (states * wanted) * 15 + 3
    found, span = timed(one.betweenness, runs)
    print(f"{states} {wanted} igraph   {sum(found):.6f} {found[0]:.9f} {span:.2f} ms")
    found, span = timed(
        lambda: networkx.betweenness_centrality(other, normalized=False), 3
    )
    print(
        f"{states} {wanted} networkx {sum(found.values()):.6f} {found[0]:.9f} {span:.1f} ms"
    )
