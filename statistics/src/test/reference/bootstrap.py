"""Usage: python3 statistics/src/test/reference/bootstrap.py > …/fixtures/bootstrap-enumerated.tsv

Every resample of a small sample of clusters, so the bootstrap distribution is known exactly; and
interval ends from 999 of its values by the formulas of SciPy's BCa, but that sums which differ
by rounding count as equal.
"""
import itertools
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy.special import ndtr, ndtri

data = [
    ([0.0, 1.0, 1.0, 1.0, 0.0], [0, 1, 2, 3, 4]),
    ([0.1, 0.2, 0.2, 0.9, 0.4, 0.35], [0, 1, 2, 3, 4, 5]),
    ([1.0, 2.0, 4.0, 8.0, 16.0, 3.5], [0, 0, 1, 2, 3, 4]),
    ([0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.5], [0, 0, 0, 1, 1, 2, 3, 4]),
    ([5.0, -1.0, 2.5], [0, 1, 2]),
    ([1.0, 0.0, 1.0, 0.0, 0.0, 0.0], [0, 0, 1, 1, 2, 2]),
]
rows = []
for y, g in data:
    y, g = np.array(y), np.array(g)
    clusters = g.max() + 1
    total = np.array([y[g == c].sum() for c in range(clusters)])
    size = np.array([(g == c).sum() for c in range(clusters)])
    every = np.array(list(itertools.product(range(clusters), repeat=int(clusters))))
    means = np.sort(total[every].sum(1) / size[every].sum(1))
    estimate = total.sum() / size.sum()
    # the values themselves, thinned to 999 at equal ranks
    kept = means[np.linspace(0, len(means) - 1, min(999, len(means))).round().astype(int)]
    share = ((kept < estimate - 1e-12).mean() + (kept <= estimate + 1e-12).mean()) / 2
    z0 = ndtri(share)
    without = (total.sum() - total) / (size.sum() - size)
    d = without.mean() - without
    a = (d**3).sum() / (6 * (d**2).sum() ** 1.5)
    ends = []
    for z in (ndtri(0.025), ndtri(0.975)):
        p = ndtr(z0 + (z0 + z) / (1 - a * (z0 + z)))
        ends.append(float(np.quantile(kept, p, method="weibull")))
    plain = [float(np.quantile(kept, p, method="weibull")) for p in (0.025, 0.975)]
    text = lambda v: ",".join(f"{float(x):.17g}" for x in v)
    rows.append((text(y), text(g), text(kept), float(estimate), float(means.mean()),
                 float(means.std()), float((means < estimate - 1e-12).mean()),
                 float((means <= estimate + 1e-12).mean()), float(a), *plain, *ends))
fixture("bootstrap of a mean by full enumeration; percentile and BCa ends of its values",
        "bootstrap.py", ["numpy", "scipy"],
        ["values", "clusters", "replicates", "estimate", "mean", "deviation", "below", "not_above",
         "acceleration", "percentile_lower", "percentile_upper", "bca_lower", "bca_upper"], rows)
