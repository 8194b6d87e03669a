"""numba and numpy on small kernels: the long runs of memory-one pairs, the equilibria of
two-by-two games, all stable alignments, frustration."""

import functools

import numpy
from common import Row, beside, by_bench, raw, watch, unit
from numba import njit

PAIRS = 10_000


def press_dyson(fast):
    """Press and Dyson's determinants by columns, a pair in each row."""

    @njit(fastmath=fast, error_model="numpy")
    def kernel(u, x, y):
        for k in range(u.shape[0]):
            p1, p2, p3, p4 = u[k, 0], u[k, 1], u[k, 2], u[k, 3]
            # The second player calls CD what the first calls DC.
            q1, q3, q2, q4 = u[k, 4], u[k, 5], u[k, 6], u[k, 7]
            a0, a1, a2, a3 = p1 * q1 - 1.0, p2 * q2, p3 * q3, p4 * q4
            b0, b1, b2, b3 = p1 - 1.0, p2 - 1.0, p3, p4
            c0, c1, c2, c3 = q1 - 1.0, q2, q3 - 1.0, q4
            m01, m02, m03 = b0 * c1 - b1 * c0, b0 * c2 - b2 * c0, b0 * c3 - b3 * c0
            m12, m13, m23 = b1 * c2 - b2 * c1, b1 * c3 - b3 * c1, b2 * c3 - b3 * c2
            v0 = -(a1 * m23 - a2 * m13 + a3 * m12)
            v1 = a0 * m23 - a2 * m03 + a3 * m02
            v2 = -(a0 * m13 - a1 * m03 + a3 * m01)
            v3 = a0 * m12 - a1 * m02 + a2 * m01
            d = 1.0 / (v0 + v1 + v2 + v3)
            x[k] = (3.0 * v0 + 5.0 * v2 + v3) * d
            y[k] = (3.0 * v0 + 5.0 * v1 + v3) * d

    return kernel


def by_numpy(u):
    """The same by whole columns."""
    p, q = u[:, :4], u[:, [4, 6, 5, 7]]
    a = p * q - numpy.array([1.0, 0, 0, 0])
    b, c = p - numpy.array([1.0, 1, 0, 0]), q - numpy.array([1.0, 0, 1, 0])
    i, j = numpy.triu_indices(4, 1)
    m = b[:, i] * c[:, j] - b[:, j] * c[:, i]
    cofactors = numpy.stack(
        [
            -(a[:, 1] * m[:, 5] - a[:, 2] * m[:, 4] + a[:, 3] * m[:, 3]),
            a[:, 0] * m[:, 5] - a[:, 2] * m[:, 2] + a[:, 3] * m[:, 1],
            -(a[:, 0] * m[:, 4] - a[:, 1] * m[:, 2] + a[:, 3] * m[:, 0]),
            a[:, 0] * m[:, 3] - a[:, 1] * m[:, 1] + a[:, 2] * m[:, 0],
        ],
        1,
    )
    whole = cofactors.sum(1)
    x = cofactors @ numpy.array([3.0, 0, 5, 1]) / whole
    return x, cofactors @ numpy.array([3.0, 5, 0, 1]) / whole


@njit
def closed_form(v, pure, x, y):
    """Pure equilibria as bits, the mixed one if there is one; a game in each row."""
    for k in range(v.shape[0]):
        a, b, c, d = v[k, 0], v[k, 1], v[k, 2], v[k, 3]
        e, f, g, h = v[k, 4], v[k, 5], v[k, 6], v[k, 7]
        m = 0
        if a >= c and e >= f:
            m |= 1
        if b >= d and f >= e:
            m |= 2
        if c >= a and g >= h:
            m |= 4
        if d >= b and h >= g:
            m |= 8
        pure[k] = m
        r1, r2, c1, c2 = a - c, d - b, e - f, h - g
        if r1 * r2 > 0 and c1 * c2 > 0:
            x[k] = c2 / (c1 + c2)
            y[k] = r2 / (r1 + r2)
        else:
            x[k] = y[k] = 0.0


@njit(error_model="numpy")
def without_branches(v, pure, x, y):
    """The same by columns, so that the compiler finds registers for eight games."""
    for k in range(v.shape[1]):
        a, b, c, d = v[0, k], v[1, k], v[2, k], v[3, k]
        e, f, g, h = v[4, k], v[5, k], v[6, k], v[7, k]
        pure[k] = (
            ((a >= c) & (e >= f))
            | (((b >= d) & (f >= e)) << 1)
            | (((c >= a) & (g >= h)) << 2)
            | (((d >= b) & (h >= g)) << 3)
        )
        r1, r2, c1, c2 = a - c, d - b, e - f, h - g
        mixed = (r1 * r2 > 0) & (c1 * c2 > 0)
        first, second = c2 / (c1 + c2), r2 / (r1 + r2)
        x[k] = first if mixed else 0.0
        y[k] = second if mixed else 0.0


def landscape(n):
    size = numpy.array([1 + z % 100 for z in raw(11, n)])
    upper = [z % 7 - 3 for z in raw(12, n * (n - 1) // 2)]
    w = numpy.zeros((n, n), numpy.int64)
    w[numpy.triu_indices(n, 1)] = upper
    return (w + w.T) * numpy.outer(size, size)


@njit
def stable(w, out):
    """State by state, heaviest first; back as soon as one placed cannot be content."""
    n = w.shape[0]
    order = numpy.argsort(-numpy.abs(w).sum(1), kind="mergesort")
    v = numpy.empty_like(w)
    for i in range(n):
        for j in range(n):
            v[i, j] = w[order[i], order[j]]
    hope = numpy.zeros((n + 1, n), w.dtype)
    for d in range(n - 1, -1, -1):
        for j in range(n):
            hope[d, j] = hope[d + 1, j] + abs(v[j, d])
    field = numpy.zeros((n + 1, n), w.dtype)
    s = numpy.ones(n, w.dtype)
    tried = numpy.zeros(n, numpy.int64)
    found = d = 0
    while d >= 0:
        if d == n:
            code = harmony = 0
            for i in range(n):
                harmony += s[i] * field[n, i]
                if s[i] < 0:
                    code |= 1 << order[i]
            if code >> (n - 1) & 1:
                code = ~code & ((1 << n) - 1)
            out[found, 0], out[found, 1] = harmony, code
            found += 1
            d -= 1
            continue
        if tried[d] == 2 or (d == 0 and tried[d] == 1):
            tried[d] = 0
            d -= 1
            continue
        s[d] = 1 if tried[d] == 0 else -1
        tried[d] += 1
        if s[d] > 0:
            for j in range(n):
                field[d + 1, j] = field[d, j] + v[d, j]
        else:
            for j in range(n):
                field[d + 1, j] = field[d, j] - v[d, j]
        content = True
        for j in range(d + 1):
            if s[j] * field[d + 1, j] + hope[d + 1, j] < 0:
                content = False
                break
        if content:
            d += 1
    return found


def doubling(w):
    """The least frustration by doubling: numpy looks at every alignment."""
    n = len(w)
    f = numpy.array([int((w < 0).sum()) // 2], numpy.int16)
    for k in range(n - 1):
        d = numpy.array([w[k].sum()], numpy.int16)
        for j in range(k):
            d = numpy.concatenate([d, d - 2 * w[k, j]])
        f = numpy.concatenate([f, f + d])
    return int(f.min())


rows = []
draws = [0.01 + 0.98 * unit(z) for z in raw(42, 8 * PAIRS)]
u = numpy.array(draws).reshape(PAIRS, 8)
x, y = numpy.empty(PAIRS), numpy.empty(PAIRS)
exact, fast = press_dyson(False), press_dyson(True)
# tests/columns has the same sums.
for kernel in (exact, fast):
    kernel(u, x, y)
    assert abs(x.sum() - 22552.317529) < 1e-6 and abs(y.sum() - 22392.389257) < 1e-6
assert abs(by_numpy(u)[0].sum() - 22552.317529) < 1e-6
job = "10 000 memory-one pairs, long run"
ours = by_bench("columns", "long_runs_of_pairs")
for peer, watched in (
    ("numba, determinants, fast math", watch(lambda: fast(u, x, y), 300)),
    ("numba, determinants", watch(lambda: exact(u, x, y), 300)),
    ("numpy, determinants by columns", watch(lambda: by_numpy(u), 30)),
):
    rows.append(Row(job, peer, watched, ours))

v = numpy.array([z % 1000 for z in raw(7, 8 * PAIRS)], float).reshape(PAIRS, 8)
columns = numpy.ascontiguousarray(v.T)
pure = numpy.zeros(PAIRS, numpy.uint8)
first, second = numpy.empty(PAIRS), numpy.empty(PAIRS)
job = "10 000 games of two by two, all equilibria"
ours = by_bench("columns", "equilibria_of_games")
for peer, kernel, games in (
    ("numba, closed form", closed_form, v),
    ("numba, by columns without branches", without_branches, columns),
):
    kernel(games, pure, first, second)
    found = sum(int(cells).bit_count() for cells in pure), int((first > 0).sum())
    assert found == (10_066, 2_530), "as tests/columns"
    solve = functools.partial(kernel, games, pure, first, second)
    rows.append(Row(job, peer, watch(solve, 300), ours))

out = numpy.zeros((65_536, 2), numpy.int64)
for n, count in ((17, 10), (20, 15), (24, 47)):
    w = landscape(n)
    assert stable(w, out) == count, "as tests/alignment"
    search = functools.partial(stable, w, out)
    ours = by_bench("alignment", "stable", n)
    job = f"all stable alignments, {n} states"
    rows.append(Row(job, "numba, one by one", watch(search, 100), ours))

w = numpy.zeros((20, 20), numpy.int16)
w[numpy.triu_indices(20, 1)] = [-1 if z >> 63 == 0 else 1 for z in raw(21, 190)]
w = w + w.T
assert doubling(w) == 68, "as tests/graph"
ours = by_bench("alignment", "frustration", 20)
job = "frustration index, 20 states, all ties"
rows.append(Row(job, "numpy, doubling", watch(lambda: doubling(w), 30), ours))

beside(rows, 7)
