"""Usage: python3 statistics/src/test/reference/resampling.py > …/fixtures/resampling-enumerated.tsv

All n^n resamples. A quantile of 200,000 drawn ones lies between those of all at the level less and plus five standard errors:
each end has a least and a most. data: groups of values by ";" (clusters; "/" between strata; for max-t totals by mean, then weights).
"""
import itertools
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture, student

DRAWN, LEVEL = 200_000, 0.9
rows = []


def text(groups):
    return ";".join(",".join(repr(float(v)) for v in g) for g in groups)


def resamples(n):
    return np.array(list(itertools.product(range(n), repeat=n)))


def between(values, p):
    """Quantiles of all resamples that enclose that of the drawn ones."""
    ordered, e = np.sort(values), 5 * np.sqrt(p * (1 - p) / DRAWN)
    at = [min(len(ordered) - 1, max(0, int(np.floor(q * len(ordered))))) for q in (p - e, p + e)]
    return ordered[at[0]], ordered[min(len(ordered) - 1, at[1] + 1)]


def add(what, data, extra, lower, upper):
    rows.append((what, data, extra, LEVEL, float(lower[0]), float(lower[1]), float(upper[0]), float(upper[1])))


def ratio(t, w):
    """Mean and cluster-robust standard error of each row."""
    m = t.sum(-1) / w.sum(-1)
    g = t.shape[-1]
    squares = ((t - m[..., None] * w) ** 2).sum(-1)
    squares[squares < 1e-13 * (t**2).sum(-1)] = 0
    return m, np.sqrt(g / (g - 1) * squares) / w.sum(-1)


tail = (1 - LEVEL) / 2
one = [[[0.1], [0.2], [0.2], [0.9], [1.5]], [[1], [0], [1], [1], [0], [1]], [[0, 1], [1, 1], [0, 0], [0.5, 1]],
       [[2, 3, 1], [5], [1, 1], [4, 2, 2, 2], [7, 1]], [[0], [10]], [[3, 1], [2], [2, 2, 2], [9], [1, 4], [3]]]
for groups in one:
    t, w = np.array([sum(g) for g in groups], dtype=float), np.array([len(g) for g in groups], dtype=float)
    r = resamples(len(groups))
    mean = t.sum() / w.sum()
    error = float(ratio(t[None], w[None])[1][0])
    # Centred, so that no spread is seen as none.
    shift, se = ratio((t - mean * w)[r], w[r])
    q = (shift / np.where(se > 0, se, np.nan))[se > 1e-9]
    low, high = between(q, tail), between(q, 1 - tail)
    if np.ptp(q) < 1e-9:
        low, high = (-np.inf, -np.inf), (np.inf, np.inf)  # nothing is known of the spread
    add("bootstrap-t", text(groups), "", [min(mean, mean - h * error) for h in high[::-1]], [max(mean, mean - h * error) for h in low[::-1]])
    means = t[r].sum(1) / w[r].sum(1)
    add("bootstrap-percentile", text(groups), "", between(means, tail), between(means, 1 - tail))
strata = [([[[0], [1], [1], [0]], [[1], [1], [0], [1]]], [1, 1]), ([[[0.5], [0.1], [2]], [[3], [4], [7], [1]]], [3, 1]),
          ([[[1, 0], [1], [0, 0, 1]], [[2], [5]]], [0.2, 0.8]), ([[[1], [1], [1]], [[0], [2], [5], [1]]], [1, 1]), ([[[0], [1], [5], [2], [2]]], [2])]
for parts, shares in strata:
    means = []
    for groups in parts:
        t, w, r = np.array([sum(g) for g in groups], dtype=float), np.array([len(g) for g in groups], dtype=float), resamples(len(groups))
        means.append(t[r].sum(1) / w[r].sum(1))
    share = np.array(shares) / np.sum(shares)
    all = share[0] * means[0] if len(means) == 1 else (share[0] * means[0][:, None] + share[1] * means[1][None, :]).ravel()
    add("bootstrap-stratified", "/".join(text(g) for g in parts), ",".join(map(repr, map(float, shares))), between(all, tail), between(all, 1 - tail))
# Scores / truths of cases; resamples without a positive or a negative case are left out.
cases = [([0.9, 0.8, 0.3, 0.2, 0.1], [1, 0, 1, 0, 0]), ([1, 1, 2, 2, 3, 3], [0, 0, 1, 0, 1, 1]), ([5, 6, 1, 2], [1, 1, 0, 0]), ([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 1]),
         ([3, 3, 3, 3], [0, 1, 1, 0])]
for scores, truth in cases:
    p, y = np.array(scores, dtype=float), np.array(truth)
    areas = []
    for r in resamples(len(p)):
        a, b = p[r][y[r] == 1], p[r][y[r] == 0]
        if len(a) and len(b):
            areas.append(((a[:, None] > b[None, :]) + (a[:, None] == b[None, :]) / 2).mean())
    low, high = between(np.array(areas), tail), between(np.array(areas), 1 - tail)
    if np.ptp(areas) == 0:
        low, high = (0, 0), (1, 1)  # nothing is known of the spread
    add("case-bootstrap", ",".join(map(str, scores)) + "/" + ",".join(map(str, truth)), "", low, high)
joint = [([[1, 2, 0, 4, 3]], [[1, 1, 1, 1, 1]]), ([[1, 2, 0, 4, 3], [0, 1, 1, 0, 2]], [[1] * 5] * 2),
         ([[1, 2, 0, 4, 3, 3], [1, 0, 0, 4, 0, 3]], [[1, 1, 1, 2, 1, 1], [1, 0, 1, 2, 0, 1]]), ([[0.3, 0.1, 0.7, 0.2]] * 3, [[1] * 4] * 3),
         ([[1, 1, 1, 1, 1], [0, 1, 0, 1, 1]], [[1] * 5] * 2), ([[2, 1, 5, 3, 0, 1], [0, 1, 1, 0, 1, 1], [3, 1, 4, 1, 5, 9]], [[1, 1, 2, 1, 1, 1], [1] * 6, [2, 1, 1, 3, 1, 1]])]
for totals, weights in joint:
    T, W = np.array(totals, dtype=float), np.array(weights, dtype=float)
    r = resamples(T.shape[1])
    largest, own = np.zeros(len(r)), []
    for t, w in zip(T, W):
        def by_units(t, w):
            units = (w > 0).sum(-1)
            with np.errstate(all="ignore"):
                m = t.sum(-1) / w.sum(-1)
                squares = ((t - m[..., None] * w) ** 2).sum(-1)
                squares = np.where(squares < 1e-13 * (t**2).sum(-1), 0, squares)
                return m, np.where(units < 2, 0, np.sqrt(squares * units / (units - 1)) / w.sum(-1)), units
        m, e, units = by_units(t, w)
        own.append((float(m), float(e), int(units)))
        if e > 0:
            ms, es, _ = by_units(t[r], w[r])
            with np.errstate(all="ignore"):
                largest = np.maximum(largest, np.where(es > 0, np.abs(ms - m) / es, 0))
    least = student(LEVEL, max(u for _, _, u in own) - 1)
    c = [max(least, v) for v in between(largest, LEVEL)]
    for h, (m, e, _) in enumerate(own):
        if e > 0:
            add("max-t", text(totals) + "/" + text(weights), str(h), (m - c[1] * e, m - c[0] * e), (m + c[0] * e, m + c[1] * e))
fixture("bootstrap intervals over all resamples", "resampling.py", ["scipy", "numpy"],
        ["what", "data", "extra", "level", "lower_least", "lower_most", "upper_least", "upper_most"], rows)
