"""Usage: python3 statistics/src/test/reference/kappa.py > …/fixtures/kappa-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy.stats import norm
from statsmodels.stats.inter_rater import cohens_kappa

tables = [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
          [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0, 7], [9, 0]], [[118, 5], [2, 0]],
          [[3, 1, 0, 0], [0, 4, 1, 0], [0, 0, 5, 2], [1, 0, 0, 2]], [[50000, 1200], [900, 47900]],
          [[1, 1, 0], [0, 3, 0], [0, 0, 9]]]
z = norm.ppf(0.975)


def smoothed(table, kappa):
    """With 1.5 items more: half on the diagonal, half on all cells; on the scale of artanh."""
    k = len(table)
    r = cohens_kappa(np.array(table) + 0.75 * np.eye(k) / k + 0.75 / k**2)
    h = z * r.std_kappa / (1 - r.kappa**2)
    return (min(kappa, float(np.tanh(np.arctanh(r.kappa) - h))), max(kappa, float(np.tanh(np.arctanh(r.kappa) + h))))


rows = []
for table in tables:
    r = cohens_kappa(np.array(table, dtype=float))
    rows.append((";".join(",".join(map(str, row)) for row in table), float(r.kappa),
                 *smoothed(table, float(r.kappa))))
fixture("Cohen's kappa; interval at 0.95 from the table with 1.5 items more", "kappa.py",
        ["statsmodels", "scipy"], ["table", "kappa", "lower", "upper"], rows)
