"""The jackknife interval of a statistic of rows, by leaving out clusters within strata; quantiles by SciPy."""
import numpy as np
from scipy import stats


def interval(statistic, cluster, stratum, level=0.95):
    """Of statistic(rows), rows being places; no number where no stratum shows a spread."""
    everything = np.arange(len(cluster))
    estimate = statistic(everything)
    variance = uncertainty = 0.0
    for s in np.unique(stratum):
        names = np.unique(cluster[stratum == s])
        without = np.array([statistic(everything[~((stratum == s) & (cluster == c))]) for c in names])
        sizes = np.array([np.sum((stratum == s) & (cluster == c)) for c in names], dtype=float)
        own = (len(names) - 1) / len(names) * np.sum((without - without.mean()) ** 2)
        freedom = max(1.0, np.sum(sizes**2) ** 2 / np.sum(sizes**4) - 1)
        variance += own
        uncertainty += own**2 / freedom
    if variance == 0:
        return float("nan"), float("nan")
    half = stats.t.ppf((1 + level) / 2, variance**2 / uncertainty) * np.sqrt(variance)
    return estimate - half, estimate + half
