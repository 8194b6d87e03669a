"""HiGHS on the frustration index of sparse graphs."""

import functools

import highspy
import numpy
from common import Row, beside, by_bench, raw, timed, unit
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix


def few_ties(n, m):
    """As tests/graph: ties drawn at random, three in ten of them rivalries."""
    numbers, signs = raw(22, 40 * m), raw(23, m)
    ties = {}
    for a, b in zip(numbers[::2], numbers[1::2]):
        a, b = sorted((a % n, b % n))
        if a != b and (a, b) not in ties and len(ties) < m:
            ties[a, b] = -1 if unit(signs[len(ties)]) < 0.3 else 1
    return [(a, b, sign) for (a, b), sign in ties.items()]


def program(n, ties):
    """A side for each state, 0 or 1, the first on 0; for each tie, whether it is
    frustrated: two bounds by the sides of its ends."""
    m = len(ties)
    cost = numpy.r_[numpy.zeros(n), numpy.ones(m)]
    table, least = lil_matrix((2 * m, n + m)), numpy.zeros(2 * m)
    for k, (a, b, sign) in enumerate(ties):
        for row, (at, other) in enumerate(((-1, 1), (1, -1)) if sign > 0 else ((-1, -1), (1, 1))):
            table[2 * k + row, n + k] = 1
            table[2 * k + row, a], table[2 * k + row, b] = at, other
        if sign < 0:
            least[2 * k], least[2 * k + 1] = -1, 1
    most = numpy.ones(n + m)
    most[0] = 0
    whole = numpy.r_[numpy.ones(n), numpy.zeros(m)]
    return cost, table.tocsr(), least, most, whole


def by_scipy(n, ties):
    cost, table, least, most, whole = program(n, ties)
    rows = LinearConstraint(table, least, numpy.inf)
    options = {"mip_rel_gap": 0}
    answer = milp(cost, constraints=rows, integrality=whole, bounds=Bounds(0, most), options=options)
    assert answer.status == 0, "proven"
    return round(answer.fun)


def by_highspy(n, ties):
    cost, table, least, most, whole = program(n, ties)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cost), len(least)
    model.col_cost_, model.col_lower_, model.col_upper_ = cost, numpy.zeros(len(cost)), most
    model.row_lower_, model.row_upper_ = least, numpy.full(len(least), highspy.kHighsInf)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = table.indptr, table.indices, table.data
    kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
    model.integrality_ = [kinds[int(w)] for w in whole]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(model)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(solver.getInfo().objective_function_value)


rows = []
for n, least in ((110, 35), (150, 47)):
    ties = few_ties(n, 2 * n)
    ours = by_bench("alignment", "frustration_of_few_ties", n, samples=3)
    for peer, job in (("highspy", by_highspy), ("scipy milp", by_scipy)):

        def watched(solve=functools.partial(job, n, ties), least=least):
            found, span = timed(solve, 1)
            assert found == least, "as tests/graph"
            return span

        rows.append(Row(f"frustration index, {n} states, {2 * n} ties", peer, watched, ours))
beside(rows, 3)
