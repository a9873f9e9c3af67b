"""Usage: python3 statistics/src/test/reference/quantiles.py > …/fixtures/quantiles-mpmath.tsv

Roots of the distribution functions in 50 digits.
"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
from header import fixture
from mpmath import betainc, findroot, mp, mpf, ncdf, sqrt

mp.dps = 50


def bisect(f, low, high):
    """The root of a rising function; geometric halving where it is small."""
    for _ in range(400):
        mid = sqrt(low * high) if low > 0 and high / low > 4 else (low + high) / 2
        low, high = (mid, high) if f(mid) < 0 else (low, mid)
    return (low + high) / 2


def beta(p, a, b):
    """Searched from the nearer end, so that both the quantile and its complement are precise."""
    return bisect(lambda x: betainc(a, b, 0, x, regularized=True) - p, mpf(10) ** -60, mpf(1))


rows = []
for p, a, b in [(0.025, 1, 1000000), (0.025, 0.5, 20.5), (0.025, 3, 8), (0.1, 4, 7),
                (0.025, 40, 30), (0.975, 41, 30), (0.5, 5.5, 0.5), (0.025, 500.5, 0.5),
                (0.005, 1200, 74), (0.025, 1, 1), (0.3, 0.5, 0.5), (0.025, 0.5, 1000.5)]:
    rows.append(("beta", p, float(a), float(b), float(beta(mpf(p), mpf(a), mpf(b)))))
for level, df in [(0.95, 1), (0.95, 2), (0.8, 3), (0.99, 4), (0.95, 9.5), (0.95, 19), (0.95, 99),
                  (0.95, 1272), (0.5, 30), (0.999, 5), (0.95, 1000000)]:
    outside = 1 - level  # as a double, which is what a program has
    y = beta(1 - mpf(outside), mpf(1) / 2, mpf(df) / 2)
    x = 1 - y
    rows.append(("student", level, float(df), 0.0, float(sqrt(df * y / x))))
for level in (0.05, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.999999):
    tail = mpf((1 - level) / 2)
    rows.append(("normal", level, 0.0, 0.0, float(-findroot(lambda v: ncdf(v) - tail, -1))))
fixture("quantiles: roots of betainc and ncdf in 50 digits", "quantiles.py", ["mpmath"],
        ["distribution", "p", "a", "b", "value"], rows)
