"""Usage: python3 statistics/src/test/reference/binomial.py > …/fixtures/binomial-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
from header import fixture
from statsmodels.stats.proportion import proportion_confint

methods = {"wilson": "wilson", "agresti-coull": "agresti_coull", "clopper-pearson": "beta"}
cases = [(0, 1), (1, 1), (0, 30), (30, 30), (1, 30), (15, 30), (29, 30), (87, 100), (96, 179),
         (230, 272), (4999, 10000), (1, 100000)]
rows = []
for name, theirs in methods.items():
    for x, n in cases:
        for level in (0.9, 0.95):
            lower, upper = proportion_confint(x, n, alpha=1 - level, method=theirs)
            rows.append((name, x, n, level, float(lower), float(upper)))
# statsmodels leaves the posterior quantile where there is no success or no failure; ours is 0 or 1.
for x, n in cases:
    if 0 < x < n:
        lower, upper = proportion_confint(x, n, alpha=1 - 0.95, method="jeffreys")
        rows.append(("jeffreys", x, n, 0.95, float(lower), float(upper)))
fixture("intervals of a proportion: proportion_confint", "binomial.py", ["statsmodels", "scipy"],
        ["method", "successes", "n", "level", "lower", "upper"], rows)
