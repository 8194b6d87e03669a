"""HiGHS on the frustration index of sparse graphs."""

import functools

import highspy
import numpy
from common import Row, beside, by_bench, raw, timed, unit


def few_ties(n, m):
    """As tests/common: ties drawn at random, three in ten of them rivalries."""
    numbers, signs = raw(22, 40 * m), raw(23, m)
    ties = {}
    for a, b in zip(numbers[::2], numbers[1::2]):
        a, b = sorted((a % n, b % n))
        if a != b and (a, b) not in ties and len(ties) < m:
            ties[a, b] = -1 if unit(signs[len(ties)]) < 0.3 else 1
    return [(a, b, sign) for (a, b), sign in ties.items()]


def by_highs(n, ties):
    """A side for each state, 0 or 1, the first on 0; for each tie, whether it is
    frustrated: two bounds by the sides of its ends."""
    m = len(ties)
    index, value, least = [], [], []
    for k, (a, b, sign) in enumerate(ties):
        for one in (1, -1):
            index += [n + k, a, b]
            value += [1, one, -one if sign > 0 else one]
            least.append(0 if sign > 0 else one)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = n + m, 2 * m
    program.col_cost_ = numpy.r_[numpy.zeros(n), numpy.ones(m)]
    program.col_lower_, program.col_upper_ = numpy.zeros(n + m), numpy.r_[0, numpy.ones(n + m - 1)]
    program.row_lower_ = numpy.array(least, float)
    program.row_upper_ = numpy.full(2 * m, highspy.kHighsInf)
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = numpy.arange(0, 6 * m + 1, 3)
    matrix.index_, matrix.value_ = numpy.array(index), numpy.array(value, float)
    kinds = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    program.integrality_ = [kinds[0]] * n + [kinds[1]] * m
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(program)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, "proven"
    return round(solver.getInfo().objective_function_value)


# A ring of three first: HiGHS says its name before it solves.
rivals = [(0, 1, -1), (0, 2, -1), (1, 2, -1)]
assert by_highs(3, rivals) == 1
rows = []
for n, least in ((110, 35), (150, 47)):
    ties = few_ties(n, 2 * n)
    ours = by_bench("alignment", "frustration_of_few_ties", n, samples=3)

    def theirs(solve=functools.partial(by_highs, n, ties), least=least):
        found, span = timed(solve, 1)
        assert found == least, "as tests/graph"
        return span

    job = f"frustration index, {n} states, {2 * n} ties"
    rows.append(Row(job, "HiGHS, mixed integers", theirs, ours))
beside(rows, 3)
