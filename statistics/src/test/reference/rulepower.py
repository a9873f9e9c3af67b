"""Exact power of rules that decide by an interval.

Usage: python3 statistics/src/test/reference/rulepower.py > .../fixtures/rulepower-python.tsv
Wilson: binomial sum over every outcome, the interval from its quadratic; the number needed is the one after
the last n, of all up to three times the normal formula's, that falls short of 0.8. Newcombe, method 10:
multinomial probabilities summed over every fourfold table.
"""
import platform
import numpy as np
import scipy
from scipy import stats

rows = []


def wilson(x, n, z):
    p = x / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


def power(n, share, line, level):
    x = np.arange(n + 1)
    lower, upper = wilson(x, n, stats.norm.ppf(0.5 + level / 2))
    clear = (upper < line) if share < line else (lower > line)
    return stats.binom.pmf(x, n, share)[clear].sum()


def needed(share, line, level):
    z = stats.norm.ppf(0.5 + level / 2)
    formula = ((z * np.sqrt(line * (1 - line)) + stats.norm.ppf(0.8) * np.sqrt(share * (1 - share))) / (share - line)) ** 2
    for n in range(int(3 * formula) + 50, 0, -1):
        if power(n, share, line, level) < 0.8:
            return n + 1


for share, line, level in [(0.01, 0.02, 0.99), (0.01, 0.02, 0.95), (0.98, 0.95, 0.95), (0.93, 0.9, 0.95),
                           (0.04, 0.08, 0.95), (0.04, 0.05, 0.95), (0.55, 0.5, 0.95), (0.3, 0.5, 0.9),
                           (0, 0.05, 0.95), (1, 0.95, 0.95), (0.9, 0.95, 0.95), (0.3, 0.99, 0.95), (0.48, 0.5, 0.99)]:
    if abs(share - line) > 0.021 or share < 0.02:
        rows.append(("wilson-needed", share, line, level, 0, 0, needed(share, line, level)))
    for n in (7, 100, 785, 1140):
        rows.append(("wilson-power", share, line, level, n, 0, power(n, share, line, level)))


def newcombe_inside(counts, margin, level):
    """counts: n pairs as (both, first only, second only); the exact power of lower > -margin and upper < margin."""
    both, first, second, n, probabilities = counts
    z = stats.norm.ppf(0.5 + level / 2)
    total = 0.0
    lf = np.concatenate([[0], np.cumsum(np.log(np.arange(1, n + 1)))])
    for b in range(n + 1):
        # what is this improbable adds less than 1e-12 in all
        if stats.binom.pmf(b, n, probabilities[1]) < 1e-15:
            continue
        a, c = np.meshgrid(np.arange(n - b + 1), np.arange(n - b + 1), indexing="ij")
        keep = a + c <= n - b
        a, c = a[keep].astype(float), c[keep].astype(float)
        d = n - a - b - c
        logp = lf[n] - lf[a.astype(int)] - lf[b] - lf[c.astype(int)] - lf[d.astype(int)]
        for k, p in zip((a, b, c, d), probabilities):
            logp = logp + k * np.log(p)
        l1, u1 = wilson(a + b, n, z)
        l2, u2 = wilson(a + c, n, z)
        p1, p2 = (a + b) / n, (a + c) / n
        product = (a + b) * (c + d) * (a + c) * (b + d)
        excess = a * d - b * c
        top = np.where(excess > 0, np.maximum(excess - n / 2, 0), excess)
        phi = np.where(product > 0, top / np.sqrt(np.where(product > 0, product, 1)), 0)
        down = np.sqrt(np.maximum(0, (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2))
        up = np.sqrt(np.maximum(0, (u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2))
        inside = (p1 - p2 - down > -margin) & (p1 - p2 + up < margin)
        total += np.exp(logp[inside]).sum()
    return total


for shares, margin, level, ns in [((0.6, 0.1, 0.1, 0.2), 0.05, 0.95, (635, 840)), ((0.6, 0.1, 0.1, 0.2), 0.1, 0.95, (150, 220)),
                                  ((0.5, 0.12, 0.08, 0.3), 0.15, 0.95, (100, 150)), ((0.9, 0.02, 0.02, 0.06), 0.05, 0.99, (150, 250))]:
    for n in ns:
        rows.append(("newcombe-inside %g %g %g %g" % shares, margin, level, n, 0, 0,
                     newcombe_inside((0, 0, 0, n, shares), margin, level)))

print("# what: exact power of Wilson's interval against a line, and of Newcombe's within margins")
print("# software: Python, NumPy, SciPy")
print("# version: Python %s, NumPy %s, SciPy %s" % (platform.python_version(), np.__version__, scipy.__version__))
print("# command: python3 statistics/src/test/reference/rulepower.py")
print("what\ta\tb\tc\td\te\tvalue")
for row in rows:
    print("\t".join(str(v) if isinstance(v, str) else "%.17g" % v for v in row))
