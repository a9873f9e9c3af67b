"""Usage: python3 statistics/src/test/reference/mcnemar.py > …/fixtures/mcnemar-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
from header import fixture
from scipy.stats import binom
from statsmodels.stats.contingency_tables import mcnemar

rows = []
for b, c in [(1, 0), (0, 1), (1, 1), (2, 8), (8, 2), (13, 5), (5, 5), (0, 6), (59, 6), (10, 20),
             (150, 171), (700, 500), (3000, 3001)]:
    r = mcnemar([[100, b], [c, 50]], exact=True)
    m, n = min(b, c), b + c
    mid = 1.0 if b == c else 2 * (binom.cdf(m - 1, n, 0.5) + binom.pmf(m, n, 0.5) / 2)
    rows.append((b, c, float(r.statistic), float(r.pvalue), float(mid)))
fixture("McNemar's test: exact by mcnemar, mid-p by binom", "mcnemar.py", ["statsmodels", "scipy"],
        ["first_only", "second_only", "statistic", "exact", "midp"], rows)
