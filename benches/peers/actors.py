"""python-igraph and networkx on the graphs of benches/actors.rs: betweenness."""

import functools

import igraph
import networkx
from common import Row, beside, by_bench, raw, watch


def network(states, wanted):
    draws = raw(51, 60_000)
    ties = set()
    for a, b in zip(draws[::2], draws[1::2]):
        a, b = a % states, b % states
        if a != b and len(ties) < wanted:
            ties.add((min(a, b), max(a, b)))
    return sorted(ties)


rows = []
for states, wanted, name in [
    (200, 10_000, "betweenness_of_200_states_10_000_ties"),
    (1_800, 9_000, "betweenness_of_1800_states_9000_ties"),
]:
    ties = network(states, wanted)
    one = igraph.Graph(n=states, edges=ties)
    other = networkx.Graph(ties)
    other.add_nodes_from(range(states))
    by_networkx = functools.partial(
        networkx.betweenness_centrality, other, normalized=False
    )
    found, same = one.betweenness(), by_networkx()
    assert abs(sum(found) - sum(same.values())) < 1e-6 * sum(found)
    runs = 2_000_000 // (states * wanted) * 15 + 3
    ours = by_bench("actors", name, samples=runs)
    job = f"betweenness, {states} states, {wanted} ties"
    for peer, solve, times in (
        ("python-igraph, in C", one.betweenness, runs),
        ("networkx", by_networkx, 1),
    ):
        rows.append(Row(job, peer, watch(solve, times), ours))
beside(rows, 5)
