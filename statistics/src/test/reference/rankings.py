"""Usage: python3 statistics/src/test/reference/rankings.py > …/fixtures/rankings-numpy.tsv

data: rows are tasks, columns systems, nan where missing. rank: shares over all resamples of tasks.
"""
import itertools
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
import pandas as pd
from header import fixture

random = np.random.default_rng(77)
N = float("nan")
rows = []
tables = [[[3, 2, 1], [1, 3, 2], [2, 1, 3]], [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]], [[1, 2, 2, 0]], [[1, N, 2], [N, 3, 1], [2, 2, N], [5, 4, 4]],
          (np.round(4 * random.normal(size=(5, 4))) / 4).tolist(), random.integers(0, 3, (6, 3)).tolist(), [[9, 1], [9, 1], [9, 1], [9, 1]],
          [[N, 1, 2], [N, 2, 1], [N, 5, 7]], [[4], [2]],
          [[0.4, -0.6, 2.7, -1.6], [0.7, -0.1, -0.4, 1.1], [-1.8, -1, -0.1, 1.7], [0.1, 0.9, -1.9, -1.2], [1, -0.6, -0.1, 0.7]]]
for table in tables:
    a = np.array(table, dtype=float)
    frame, k = pd.DataFrame(a), a.shape[1]
    data = ";".join(",".join("NaN" if np.isnan(v) else repr(float(v)) for v in r) for r in a)

    def add(what, values):
        rows.append((what, data, ",".join("NaN" if np.isnan(v) else format(float(v), ".17g") for v in values)))
    # A midrank from the bottom is 1 more than those beaten and half of those tied with.
    ranks = frame.rank(axis=1, method="average")
    others = frame.notna().sum(axis=1) - 1
    add("borda", (ranks - 1).div(others.where(others > 0), axis=0).mean().to_numpy())
    for tie, suffix in ((0.0, ""), (1.0, "-within-1")):
        rates = []
        for i in range(k):
            own = []
            for j in range(k):
                d = (frame[i] - frame[j]).dropna()
                if i != j and len(d):
                    own.append(((d > tie).sum() + (d.abs() <= tie).sum() / 2) / len(d))
                if i < j:
                    add("win-tie-loss" + suffix, (i, j, (d > tie).sum(), (d.abs() <= tie).sum(), (d < -tie).sum()))
            rates.append(np.mean(own) if own else N)
        add("win-rate" + suffix, rates)
    drawn = []
    for r in itertools.product(range(len(a)), repeat=len(a)):
        with np.errstate(all="ignore"):
            at = a[list(r)]
            n = (~np.isnan(at)).sum(0)
            drawn.append(np.where(n > 0, np.nansum(at, 0) / n, -np.inf))
    place = pd.DataFrame(np.round(drawn, 12)).rank(axis=1, ascending=False, method="average").to_numpy()
    best = place == place.min(1, keepdims=True)
    add("rank-mean", place.mean(0))
    add("rank-top", (best / best.sum(1, keepdims=True)).mean(0))
    add("rank-at-most-2", (place <= 2).mean(0))
    add("rank-before-0", [((place[:, 0] < place[:, j]) + (place[:, 0] == place[:, j]) / 2).mean() for j in range(k)])
fixture("rankings, and their shares over all resamples", "rankings.py", ["pandas", "numpy"], ["what", "data", "values"], rows)
