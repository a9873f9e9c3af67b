"""Usage: python3 statistics/src/test/reference/tests.py > …/fixtures/tests-scipy.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy import stats
from statsmodels.stats.contingency_tables import cochrans_q

random = np.random.default_rng(3)
rows = []


def text(*groups):
    return ";".join(",".join(repr(float(v)) for v in g) for g in groups)


for x, y in [([1.1, 2.2, 3.3], [0.4, 1.9, 5, 6]), ([1, 1, 2, 5], [2, 2, 3, 3]), ([0, 0, 1, 1, 1], [0, 0, 0, 0, 1, 0]),
             ([1, 2], [1, 2]), (random.normal(size=30), random.normal(size=20) * 3 + 1),
             (random.integers(0, 3, 200), random.integers(0, 4, 150))]:
    r = stats.brunnermunzel(x, y)
    rows.append(("brunner_munzel", text(x, y), -float(r.statistic), float(r.pvalue)))
for m in [[[1, 1, 0], [1, 0, 0], [1, 1, 1], [0, 1, 0]], [[1, 0], [1, 0], [0, 1], [1, 1], [1, 0]],
          [[1, 0, 0, 0]] * 5, random.integers(0, 2, (40, 3)).tolist(), random.integers(0, 2, (15, 6)).tolist()]:
    r = cochrans_q(np.array(m))
    rows.append(("cochran_q", text(*m), float(r.statistic), float(r.pvalue)))
for d in [[1.1, -0.4, 2.7, 3.2, -0.9, 5.0], [1, 1, 1, 1], [2.5, -2.5, 2.5, 0, 0.1, 7], [0, 0, 0], [-3, -1, -1, 2, 0.25, 0.5, 0.125]]:
    r = stats.permutation_test((np.array(d),), np.mean, permutation_type="samples", n_resamples=np.inf,
                               alternative="greater", vectorized=False)
    # SciPy doubles the smaller tail; here |mean| is compared, which a symmetric distribution shows alike.
    null = np.array(r.null_distribution)
    p = float(np.mean(np.abs(null) >= abs(np.mean(d)) - 1e-12))
    rows.append(("paired_permutation_exact", text(d), float(np.mean(d)), p))
for x, y in [([1.1, 2.2, 3.3], [0.4, 1.9, 5, 6]), ([1, 4], [2, 3]), ([5, 5], [5, 5, 5]), ([0, 0, 1, 1, 1], [0, 0, 0, 0, 1, 0]),
             ([0.1, 0.2, 0.7, 0.9, 0.35], [0.3, 0.6, 0.75, 1, 0.95, 0.99])]:
    def f(a, b):
        return np.mean(a) - np.mean(b)
    r = stats.permutation_test((x, y), f, n_resamples=np.inf, alternative="greater", vectorized=False)
    p = float(np.mean(np.abs(r.null_distribution) >= abs(f(x, y)) - 1e-12))
    rows.append(("permutation_exact", text(x, y), float(f(x, y)), p))
# R sums Kolmogorov's series to 1e-6 only.
for x, y in [(random.normal(size=150), random.normal(size=140)), (random.normal(size=150), random.normal(size=140) + 0.5),
             (np.arange(200.0), np.arange(150, 300) + 0.5), (random.normal(size=1000), random.normal(size=900)),
             (random.integers(0, 5, 300), random.integers(0, 6, 200))]:
    d = float(stats.ks_2samp(x, y, mode="asymp").statistic)
    n, m = len(x), len(y)
    rows.append(("kolmogorov_smirnov", text(x, y), d, float(stats.kstwobign.sf(d * (n * m / (n + m)) ** 0.5))))
# SciPy gives the smaller rank sum of a two-sided test; the sum of the positive ranks is that of a one-sided one.
for d in [random.normal(size=60), random.integers(-3, 4, 90), random.integers(-1, 2, 120), np.repeat([1.0], 55), random.normal(size=200) + 0.15,
          np.concatenate([np.repeat([0.0], 40), random.integers(-9, 14, 70)])]:
    for name, zeros in (("wilcoxon_signed_rank", "wilcox"), ("wilcoxon_signed_rank-ranked", "pratt")):
        r = stats.wilcoxon(d, zero_method=zeros, correction=True, mode="approx")
        v = stats.wilcoxon(d, zero_method=zeros, correction=True, mode="approx", alternative="greater").statistic
        rows.append((name, text(d), float(v), float(r.pvalue)))
for x, y in [(random.normal(size=60), random.normal(size=55)), (random.integers(0, 4, 80), random.integers(0, 5, 30)),
             (random.integers(0, 2, 100), random.integers(0, 2, 60)), (np.arange(50.0), np.arange(50.0) + 100), (np.arange(3.0), random.normal(size=50)),
             ([0.5], np.arange(60.0))]:
    r = stats.mannwhitneyu(x, y, use_continuity=True, method="asymptotic")
    rows.append(("mann_whitney", text(x, y), float(r.statistic), float(r.pvalue)))
for d in [[1, -1, 2, 0, 0.5], [1] * 9, [0, 0, 0], [-2], [3, -3], random.integers(-2, 4, 300), random.normal(size=41)]:
    d = np.array(d, dtype=float)
    wins, all = int((d > 0).sum()), int((d != 0).sum())
    rows.append(("sign", text(d), float(wins), float(stats.binomtest(wins, all).pvalue) if all else 1.0))
fixture("hypothesis tests", "tests.py", ["scipy", "statsmodels", "numpy"], ["test", "data", "statistic", "p"], rows)
