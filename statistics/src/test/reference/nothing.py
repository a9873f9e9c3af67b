"""Usage: python3 statistics/src/test/reference/nothing.py > …/fixtures/nothing-python.tsv

Agreement of one item, of readings that are all equal, and of two items: nan where the definition divides 0 by 0.
data: readings by reader, or (fleiss-kappa) items by class.
"""
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy import stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import fleiss_kappa

warnings.simplefilter("ignore")
np.seterr(all="ignore")
rows = []


def text(groups):
    return ";".join(",".join(repr(float(v)) for v in g) for g in groups)


def of(f, *a):
    try:
        return float(f(*a))
    except ValueError:
        return float("nan")


pairs = [([1], [1]), ([1], [2]), ([2, 2, 2], [2, 2, 2]), ([2, 2, 2], [1, 2, 3]), ([1, 2], [1, 2]), ([1, 2], [2, 1]), ([1, 1, 2], [3, 3, 3]), ([1, 2, 3], [1, 2, 3])]
for x, y in pairs:
    rows.append(("pearson", text((x, y)), of(lambda a, b: np.corrcoef(a, b)[0, 1], x, y)))
    rows.append(("spearman", text((x, y)), of(lambda a, b: np.corrcoef(stats.rankdata(a), stats.rankdata(b))[0, 1], x, y)))
    rows.append(("kendall-b", text((x, y)), of(lambda a, b: stats.kendalltau(a, b)[0], x, y)))
    a, b = np.array(x, dtype=float), np.array(y, dtype=float)
    below = a.var() + b.var() + (a.mean() - b.mean()) ** 2
    rows.append(("lin", text((x, y)), float(2 * ((a - a.mean()) * (b - b.mean())).mean() / below) if below > 0 and len(x) > 1 else float("nan")))
    for kind in (None, "linear", "quadratic"):
        # All classes that could be: 1, 2 and 3.
        rows.append(("kappa" + (f"-{kind}" if kind else ""), text((x, y)), of(lambda p, q: cohen_kappa_score(p, q, labels=[1, 2, 3], weights=kind), x, y)))
for counts in [[[2, 0]], [[1, 1]], [[3, 0], [3, 0]], [[2, 0], [0, 2]], [[1, 1], [1, 1]]]:
    rows.append(("fleiss-kappa", text(counts), of(fleiss_kappa, np.array(counts))))
for table in [[[1, 2]], [[1, 1], [1, 1]], [[1, 1], [2, 2]], [[1, 2], [2, 1]], [[1, 2], [1, 2]], [[1, 2], [3, 4]], [[1], [2]]]:
    m = np.array(table, dtype=float)
    n, k = m.shape
    if n > 1 and k > 1:
        grand, rs, cs = m.mean(), m.mean(1), m.mean(0)
        B = k * ((rs - grand) ** 2).sum() / (n - 1)
        W = ((m - rs[:, None]) ** 2).sum() / n / (k - 1)
        E = ((m - rs[:, None] - cs[None, :] + grand) ** 2).sum() / (n - 1) / (k - 1)
        J = n * ((cs - grand) ** 2).sum() / (k - 1)
        values = [np.divide(B - W, B + (k - 1) * W), np.divide(B - E, B + (k - 1) * E + k * (J - E) / n), np.divide(B - E, B + (k - 1) * E)]
    else:
        values = [float("nan")] * 3
    for name, v in zip(("icc-1-1", "icc-2-1", "icc-3-1"), values):
        if not np.isinf(v):
            rows.append((name, text(table), float(v)))
fixture("agreement where there is next to nothing", "nothing.py", ["sklearn", "statsmodels", "scipy", "numpy"], ["what", "data", "value"], rows)
