"""Usage: python3 statistics/src/test/reference/repeats.py > …/fixtures/repeats-python.tsv

epochs: mean, variance between items and between epochs, by the mean squares of statsmodels' ols. Items by ";".
unanimous, pairwise, any-of-2, all-of-2: mean and Wilson's interval, of shares with t and for the size that they are worth. signal: scores; standard errors: signal, noise, reliability.
equal-mass: probabilities; outcomes; parameter bins: expected error, largest error. risk, coverage: the same; parameter share, risk.
"""
import itertools
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
import pandas as pd
from header import fixture, student
from scipy import stats
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("ignore")
random = np.random.default_rng(29)
N = float("nan")
rows = []


def text(groups):
    return ";".join(",".join(repr(float(v)) for v in g) for g in groups)


def add(what, data, parameter, *values):
    rows.append((what, data, parameter, *[float(v) for v in values], *[N] * (3 - len(values))))


uneven = [random.normal(size=k).tolist() for k in (1, 5, 2, 3, 8, 1)]
for y in [[[1, 2], [3], [4, 5, 9]], uneven, [[0, 1, 1], [1], [0, 0], [1, 1, 1, 1]], [[1, 1], [1, 1, 1]], [[0, 0], [1, 1, 1], [0.5]], [[2, 7], [3]]]:
    frame = pd.DataFrame([(v, i) for i, own in enumerate(y) for v in own], columns=["y", "i"])
    table, sizes = anova_lm(ols("y ~ C(i)", frame).fit()), frame.groupby("i").size()
    between, within = table["mean_sq"].iloc[0], table["mean_sq"].iloc[1]
    within = 0.0 if within < 1e-25 else within
    n0 = (len(frame) - (sizes**2).sum() / len(frame)) / (len(sizes) - 1)
    add("epochs", text(y), 0.0, frame.groupby("i")["y"].mean().mean(), max(0, (between - within) / n0) if between > 1e-25 else 0, within)


def share(what, data, values):
    p, n = np.mean(values), len(values)
    if all(v in (0, 1) for v in values):
        lower, upper = proportion_confint(p * n, n, 0.05, "wilson")
    elif n == 1:
        lower, upper = 0, 1
    else:
        # Shares: as many items as their spread is worth, and t for z.
        v, k = np.array(values), min(sum(v < 1 for v in values), sum(v > 0 for v in values))
        design = (k * (v.var(ddof=1) / n) / (p * (1 - p) / (n - 1)) + 1) / (k + 1)
        t, size = student(0.95, n - 1), n / design
        c, h = (p + t**2 / 2 / size) / (1 + t**2 / size), t * np.sqrt(p * (1 - p) / size + t**2 / 4 / size**2) / (1 + t**2 / size)
        lower, upper = max(0, c - h), min(1, c + h)
    add(what, data, 0.0, p, 0 if p == 0 else lower, 1 if p == 1 else upper)


for answers in [[[1, 1, 1], [1, 1, 2], [3], [4, 5]], [[1, 1]] * 6, [[1, 2], [2, 3]], [[7, 7, 8, 8]], random.integers(0, 3, (40, 5)).tolist(), [[0, 0, 0], [0, 1, 2, 0]]]:
    asked = [a for a in answers if len(a) > 1]
    share("unanimous", text(answers), [len(set(a)) == 1 for a in asked])
    share("pairwise", text(answers), [np.mean([x == y for x, y in itertools.combinations(a, 2)]) for a in asked])
for n, c in [([4, 4, 4], [0, 2, 4]), ([2, 5, 3, 1], [1, 5, 0, 1]), ([2], [1]), ([6] * 5, [6] * 5), ([3, 3], [0, 0]), (random.integers(2, 9, 12).tolist(), None)]:
    c = [int(random.integers(0, m + 1)) for m in n] if c is None else c
    draws = [list(itertools.combinations([1] * k + [0] * (m - k), 2)) for m, k in zip(n, c) if m >= 2]
    share("any-of-2", text((c, n)), [np.mean([max(d) for d in own]) for own in draws])
    share("all-of-2", text((c, n)), [np.mean([min(d) for d in own]) for own in draws])
for scores, errors in [([0.2, 0.5, 0.8], [0.03] * 3), ([0.5, 0.51], [0.05, 0.05]), ([0.4, 0.4, 0.4], [0.1, 0.2, 0.3]), ([0.1, 0.9], [0, 0]),
                       (random.random(9).tolist(), (random.random(9) / 9).tolist())]:
    noise, variance = np.mean(np.square(errors)), np.var(scores, ddof=1)
    signal = max(0, variance - noise)
    add("signal", text((scores, errors)), 0.0, np.sqrt(signal), np.sqrt(noise), signal / (signal + noise))
sets = [([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), ([0.5] * 6, [0, 1, 0, 1, 1, 1]), ([0.7], [1]), ([0.2, 0.2, 0.9, 0.9, 0.9, 1.0], [0, 1, 1, 1, 0, 1])]
p = random.random(60)
sets += [(p.tolist(), (random.random(60) < p).astype(int).tolist()), (np.round(p, 1).tolist(), (random.random(60) < p).astype(int).tolist())]
for p, y in sets:
    p, y = np.array(p), np.array(y)
    n, order = len(p), np.argsort(p, kind="stable")
    for bins in (3, 10):
        # Equals stay together; the bin of a group is the number of parts that are full before it.
        before = np.searchsorted(np.sort(p), p, side="left")
        label = before * bins // n
        if len(set(p)) == n and n % bins == 0:
            assert all(set(order[part]) == set(np.where(label == b)[0]) for b, part in enumerate(np.array_split(np.arange(n), bins)))
        gaps = pd.DataFrame({"p": p, "y": y, "b": label}).groupby("b").agg(n=("p", "size"), p=("p", "mean"), y=("y", "mean"))
        gap = (gaps.p - gaps.y).abs()
        add("equal-mass", text((p, y)), float(bins), (gaps.n * gap).sum() / n, gap.max())
    wrong = 1.0 - y[order[::-1]]
    falling = p[order[::-1]]
    even = wrong.copy()
    for v in np.unique(p):
        even[falling == v] = wrong[falling == v].mean()
    for s in (0.1, 0.5, 1.0):
        k = int(np.ceil(np.round(s * n, 9)))
        add("risk", text((p, y)), s, even[:k].mean())
    for r in (0.0, 0.3, 1.0):
        add("coverage", text((p, y)), r, max([(p >= t).mean() for t in p if 1 - y[p >= t].mean() <= r + 1e-12], default=0.0))
fixture("repeats, signal and noise, calibration error by equal mass, risk and coverage", "repeats.py", ["statsmodels", "pandas", "numpy"],
        ["what", "data", "parameter", "value", "second", "third"], rows)
