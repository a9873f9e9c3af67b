"""Usage: python3 statistics/src/test/reference/weightedkappa.py > …/fixtures/weightedkappa-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy.stats import norm
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

tables = [[[20, 5], [10, 15]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0, 7], [9, 0]],
          [[3, 1, 0, 0], [0, 4, 1, 0], [0, 0, 5, 2], [1, 0, 0, 2]], [[0, 0, 5], [0, 3, 0], [4, 0, 0]]]
z = norm.ppf(0.975)


def smoothed(table, kappa, wt):
    """With 1.5 items more: half on the diagonal, half on all cells; on the scale of artanh."""
    k = len(table)
    r = cohens_kappa(np.array(table) + 0.75 * np.eye(k) / k + 0.75 / k**2, wt=wt)
    h = z * r.std_kappa / (1 - r.kappa**2)
    return (min(kappa, float(np.tanh(np.arctanh(r.kappa) - h))), max(kappa, float(np.tanh(np.arctanh(r.kappa) + h))))


rows = []
for table in tables:
    for wt in ("linear", "quadratic"):
        r = cohens_kappa(np.array(table, dtype=float), wt=wt)
        rows.append((wt, ";".join(",".join(map(str, row)) for row in table), float(r.kappa), *smoothed(table, float(r.kappa), wt)))
counts = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
          [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]
for c in (counts, [[2, 0], [1, 1], [0, 2], [2, 0]], [[3, 0, 0], [0, 3, 0], [0, 1, 2]], [[2, 2], [2, 2]], [[4, 0], [0, 4]]):
    rows.append(("fleiss", ";".join(",".join(map(str, row)) for row in c), float(fleiss_kappa(np.array(c))), 0.0, 0.0))
fixture("weighted kappa, interval at 0.95 from the table with 1.5 items more; Fleiss' kappa", "weightedkappa.py", ["statsmodels", "scipy"], ["kind", "table", "kappa", "lower", "upper"], rows)
