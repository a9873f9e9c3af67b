"""Usage: python3 statistics/src/test/reference/diagnostic.py > …/fixtures/diagnostic-python.tsv

data: the four cells (true positives, false negatives, false positives, true negatives), or scores; truths (1 positive).
parameter: prevalence, the threshold of a decision, or the p of a comparison.
"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture, student
from scipy import optimize, stats
from sklearn.metrics import average_precision_score, roc_auc_score
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

rows = []


def text(*groups):
    return ";".join(",".join(repr(float(v)) for v in g) for g in groups)


def koopman(x, n, y, m, level):
    """The ratios that the score test does not reject; the restricted likelihood by search."""
    z = stats.norm.ppf((1 + level) / 2)

    def score(theta):
        top = min(1.0, 1 / theta)

        def slope(q):
            return (x + y) - (n - x) * theta * q / (1 - theta * q) - (m - y) * q / (1 - q)
        end = top * (1 - 1e-15)
        q = end if slope(end) >= 0 else optimize.brentq(slope, 1e-14, end, xtol=1e-16, rtol=8.9e-16)
        v = theta * q * (1 - theta * q) / n + theta**2 * q * (1 - q) / m
        return (x / n - theta * y / m) / np.sqrt(v)

    def root(side):
        return float(np.exp(optimize.brentq(lambda l: score(np.exp(l)) - side * z, *bracket(side), xtol=1e-14, rtol=8.9e-16)))

    def bracket(side):
        at = np.log(x * m / (y * n)) if x and y else 0.0
        if x == n and y == m or not (x and y):
            return (-12.0, 12.0) if not (x and y) else ((at - 12, -1e-9) if side > 0 else (1e-9, at + 12))
        return (at - 12, at - 1e-9) if side > 0 else (at + 1e-9, at + 12)
    if x + y == 0:
        return 0.0, np.inf
    lower, upper = (0.0 if x == 0 else root(1)), (np.inf if y == 0 else root(-1))
    if 0 < x < n and 0 < y < m:
        other = confint_proportions_2indep(x, n, y, m, compare="ratio", method="score", correction=False, alpha=1 - level)
        assert np.allclose((lower, upper), other, rtol=1e-5), (lower, upper, other)
    return lower, upper


def odds(share):
    return share / (1 - share)


def probability(o):
    return 1.0 if np.isinf(o) else float(o / (1 + o))


for tp, fn, fp, tn in [(90, 10, 30, 70), (5, 0, 0, 7), (0, 5, 3, 7), (1, 0, 0, 1), (3, 3, 3, 3), (0, 4, 0, 6), (17, 3, 80, 900)]:
    for level in (0.95, 0.8):
        p, n = tp + fn, fp + tn

        def add(what, parameter, value, lower, upper):
            rows.append((what, text((tp, fn, fp, tn)), parameter, level, float(value), float(lower), float(upper)))

        def share(what, x, of):
            if of:
                lower, upper = proportion_confint(x, of, 1 - level, "wilson")
                add(what, 0.0, x / of, 0.0 if x == 0 else lower, 1.0 if x == of else upper)
        share("sensitivity", tp, p)
        share("specificity", tn, n)
        share("precision", tp, tp + fp)
        share("negative-precision", tn, tn + fn)
        se, sp = tp / p, tn / n
        add("youden", 0.0, se + sp - 1, *confint_proportions_2indep(tp, p, fp, n, method="newcomb", compare="diff", alpha=1 - level))
        plus, minus = koopman(tp, p, fp, n, level), koopman(fn, p, tn, n, level)
        if tp + fp:
            add("lr+", 0.0, se / (1 - sp) if fp else np.inf, *plus)
        add("lr-", 0.0, (1 - se) / sp, *minus)
        for pi in (0.5, 0.01):
            if tp + fp:
                add("ppv", pi, se * pi / (se * pi + (1 - sp) * (1 - pi)), probability(plus[0] * odds(pi)), probability(plus[1] * odds(pi)))
            if tn + fn:
                ends = [1 / (1 + r * odds(pi)) for r in minus]
                add("npv", pi, sp * (1 - pi) / (sp * (1 - pi) + (1 - se) * pi), min(ends), max(ends))

random = np.random.default_rng(41)
sets = [([0.9, 0.8, 0.3, 0.2, 0.1], [1, 0, 1, 0, 0]), ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), ([0.2, 0.1, 0.7, 0.9, 0.8], [0, 0, 1, 1, 1]),
        ([0.5] * 6, [0, 1, 0, 1, 1, 1]), ([0.9, 0.1, 0.5], [0, 1, 0]), ([0.3, 0.3, 0.6, 0.6, 0.6, 0.9], [0, 1, 0, 1, 1, 0])]
for n in (30, 120, 400):
    y = (random.random(n) < 0.35).astype(int)
    sets.append((np.round(1 / (1 + np.exp(-(1.4 * y - 0.8 + random.normal(size=n)))), 2 if n < 200 else 12).tolist(), y.tolist()))
for p, y in sets:
    p, y = np.array(p), np.array(y)
    for level in (0.95, 0.8):
        z = stats.norm.ppf((1 + level) / 2)

        def add(what, parameter, value, lower, upper):
            rows.append((what, text(p, y), parameter, level, float(value), float(lower), float(upper)))

        def logit(value, error):
            c, h = np.log(value / (1 - value)), z * error / (value * (1 - value))
            return 1 / (1 + np.exp(h - c)), 1 / (1 + np.exp(-h - c))
        # The area by scikit-learn, its variance from all pairs.
        area, a, b = roc_auc_score(y, p), p[y == 1], p[y == 0]
        psi = (a[:, None] > b[None, :]) + (a[:, None] == b[None, :]) / 2
        k = min(len(a), len(b))
        if area in (0, 1):
            least = stats.beta.ppf((1 - level) / 2, k, 1)
            ends = (least, 1) if area == 1 else (0, 1 - least)
        elif k == 1 or (psi == 0.5).all():
            ends = (0, 1)
        else:
            ends = logit(area, np.sqrt(psi.mean(1).var(ddof=1) / len(a) + psi.mean(0).var(ddof=1) / len(b)))
        add("auroc", 0.0, area, *ends)
        ap, positives = average_precision_score(y, p), int(y.sum())
        if ap < 1:
            ends = logit(ap, np.sqrt(ap * (1 - ap) / positives))
        else:
            ends = (proportion_confint(positives, positives, 1 - level, "wilson")[0], 1)
        add("average-precision", 0.0, ap, *ends)
        for t in (0.25, 0.5):
            for what, acts in (("net-benefit", p >= t), ("net-benefit-all", p >= -1)):
                worth = np.where(acts, np.where(y == 1, 1.0, -t / (1 - t)), 0.0)
                if np.ptp(worth) > 0:
                    h = student(level, len(p) - 1) * stats.sem(worth)
                    add(what, t, ((acts & (y == 1)).sum() - (acts & (y == 0)).sum() * t / (1 - t)) / len(p),
                        max(-t / (1 - t), worth.mean() - h), min(1, worth.mean() + h))
# Two readers: scores; scores; truths. Variances and the covariance from all pairs.
near = random.integers(0, 4, 60).astype(float)
pairs = [([5, 6, 7, 1, 2], [5, 1, 7, 2, 6], [1, 1, 1, 0, 0]), ([1, 2, 3, 4, 5, 6], [3, 3, 3, 3, 3, 3], [0, 1, 0, 1, 0, 1]),
         ([1, 1, 2, 2, 2, 3, 3], [1, 2, 2, 1, 3, 3, 2], [0, 0, 1, 0, 1, 1, 0]), ([2, 1, 4, 3], [3, 1, 2, 4], [1, 0, 1, 0]),
         (near, near + random.integers(0, 3, 60), (near + random.normal(size=60) > 1.5).astype(int)),
         (random.normal(size=200), random.normal(size=200), random.integers(0, 2, 200))]
for a, b, y in pairs:
    a, b, y = np.array(a, dtype=float), np.array(b, dtype=float), np.array(y)
    parts = []
    for s in (a, b):
        psi = (s[y == 1][:, None] > s[y == 0][None, :]) + (s[y == 1][:, None] == s[y == 0][None, :]) / 2
        parts.append((psi.mean(), psi.mean(1), psi.mean(0)))
    d = parts[0][0] - parts[1][0]
    v = np.var(parts[0][1] - parts[1][1], ddof=1) / (y == 1).sum() + np.var(parts[0][2] - parts[1][2], ddof=1) / (y == 0).sum()
    for level in (0.95, 0.8):
        h = stats.norm.ppf((1 + level) / 2) * np.sqrt(v)
        rows.append(("delong-difference", text(a, b, y), float(2 * stats.norm.sf(abs(d) / np.sqrt(v))), level, float(d), float(max(-1, d - h)), float(min(1, d + h))))
fixture("diagnostic accuracy with intervals; predictive values by Bayes and from the interval of the likelihood ratio", "diagnostic.py",
        ["sklearn", "statsmodels", "scipy", "numpy"], ["what", "data", "parameter", "level", "value", "lower", "upper"], rows)
