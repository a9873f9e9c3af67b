"""Usage: python3 statistics/src/test/reference/scipy_bootstrap.py > …/fixtures/bootstrap-scipy.tsv

Another program's random numbers: what agrees is the distribution, so ends agree to the error of
simulation, given as `error`.
"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from scipy.stats import bootstrap

rng = np.random.default_rng(20260101)
samples = [np.repeat([0.0, 1.0], [30, 70]), np.round(rng.exponential(size=60), 3),
           np.round(rng.normal(size=25), 3), np.round(rng.beta(5, 1, size=150), 2),
           np.repeat([0.0, 0.5, 1.0], [3, 10, 40])]
rows = []
for y in samples:
    for theirs, ours in (("percentile", "bootstrap-percentile"), ("BCa", "bootstrap-bca")):
        ends = []
        for seed in range(20):
            r = bootstrap((y,), np.mean, n_resamples=20000, method=theirs, vectorized=True,
                          random_state=seed, batch=2000).confidence_interval
            ends.append((r.low, r.high))
        ends = np.array(ends)
        rows.append((",".join(f"{v:.17g}" for v in y), ours, float(ends[:, 0].mean()),
                     float(ends[:, 1].mean()), float(ends.std(0).max())))
fixture("bootstrap intervals of a mean, averaged over 20 seeds of 20,000 resamples",
        "scipy_bootstrap.py", ["scipy", "numpy"], ["values", "method", "lower", "upper", "error"], rows)
