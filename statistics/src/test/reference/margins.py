"""Usage: python3 statistics/src/test/reference/margins.py > …/fixtures/margins-python.tsv

data of t: differences; of tango: items, those on which only the first and only the second is right.
"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy import optimize, stats
from statsmodels.stats.weightstats import ttost_paired

random = np.random.default_rng(8)
rows = []


def text(v):
    return ",".join(repr(float(x)) for x in v)


for d in [[0.1, -0.2, 0.05, 0.3], [0, 0, 0, 1], [1, -1], random.normal(0.02, 0.1, 40), random.integers(-1, 2, 100), [0.05, 0.05, 0.05, 0.06]]:
    d = np.array(d, dtype=float)
    for margin in (0.1, 0.5):
        p, above, below = ttost_paired(d, np.zeros(len(d)), -margin, margin)
        rows.append(("equivalence_t", text(d), margin, float((above if above[1] >= below[1] else below)[0]), float(p)))
        for name, at in (("non_inferiority_t", -margin), ("superiority_t", margin)):
            r = stats.ttest_1samp(d, at, alternative="greater")
            rows.append((name, text(d), margin, float(r.statistic), float(r.pvalue)))


def tango(n, b, c, delta):
    """The score at a difference; the share of c under it by maximising the likelihood."""
    def slope(q):
        return b / (q + delta) + c / q - 2 * (n - b - c) / (1 - 2 * q - delta)
    low, high = max(0.0, -delta), (1 - delta) / 2
    a, z = low + (high - low) * 1e-15, high - (high - low) * 1e-13
    q = low if slope(a) <= 0 else high if slope(z) >= 0 else optimize.brentq(slope, a, z, xtol=1e-18, rtol=8.9e-16)
    return (b - c - n * delta) / np.sqrt(n * (2 * q + delta * (1 - delta)))


for n, b, c in [(20, 3, 2), (50, 0, 0), (10, 0, 4), (200, 12, 9), (1, 1, 0), (1, 0, 0), (30, 30, 0), (44, 0, 1), (1000, 55, 50)]:
    for margin in (0.1, 0.25):
        above, below = tango(n, b, c, -margin), tango(n, b, c, margin)
        up, down = stats.norm.sf(above), stats.norm.cdf(below)
        rows.append(("equivalence_tango", text((n, b, c)), margin, float(above if up >= down else below), float(max(up, down))))
        rows.append(("non_inferiority_tango", text((n, b, c)), margin, float(above), float(up)))
        rows.append(("superiority_tango", text((n, b, c)), margin, float(below), float(stats.norm.sf(below))))
fixture("tests against a margin", "margins.py", ["statsmodels", "scipy", "numpy"], ["test", "data", "margin", "statistic", "p"], rows)
