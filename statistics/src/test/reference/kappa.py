"""Usage: python3 statistics/src/test/reference/kappa.py > …/fixtures/kappa-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from statsmodels.stats.inter_rater import cohens_kappa

tables = [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
          [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0, 7], [9, 0]], [[118, 5], [2, 0]],
          [[3, 1, 0, 0], [0, 4, 1, 0], [0, 0, 5, 2], [1, 0, 0, 2]], [[50000, 1200], [900, 47900]]]
rows = []
for table in tables:
    r = cohens_kappa(np.array(table, dtype=float))
    rows.append((";".join(",".join(map(str, row)) for row in table), float(r.kappa),
                 float(r.std_kappa), float(r.kappa_low), float(r.kappa_upp)))
fixture("Cohen's kappa with large-sample interval at 0.95, not cut to [-1, 1]", "kappa.py",
        ["statsmodels"], ["table", "kappa", "error", "lower", "upper"], rows)
