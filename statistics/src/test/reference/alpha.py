"""Usage: python3 statistics/src/test/reference/alpha.py > …/fixtures/alpha-numpy.tsv

Krippendorff's α from its matrix of coincidences; the interval from leaving each unit out, on the scale of log(1 - α), by
Student's t with as many degrees of freedom as the units' sizes leave.
"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture, student

random = np.random.default_rng(19)
rows = []


def alpha(units, kind):
    values = sorted({v for u in units for v in u})
    at = {v: i for i, v in enumerate(values)}
    o = np.zeros((len(values), len(values)))
    for u in units:
        for i, a in enumerate(u):
            for j, b in enumerate(u):
                if i != j:
                    o[at[a], at[b]] += 1 / (len(u) - 1)
    n, v = o.sum(0), np.array(values)
    if kind == "nominal":
        d = 1.0 - np.eye(len(v))
    elif kind == "ordinal":
        d = np.array([[(n[min(i, j):max(i, j) + 1].sum() - (n[i] + n[j]) / 2) ** 2 for j in range(len(v))] for i in range(len(v))])
    elif kind == "interval":
        d = (v[:, None] - v[None, :]) ** 2
    else:
        with np.errstate(all="ignore"):
            d = np.nan_to_num(((v[:, None] - v[None, :]) / (v[:, None] + v[None, :])) ** 2)
    expected = (np.outer(n, n) * d).sum()
    return None if expected == 0 else 1 - (n.sum() - 1) * (o * d).sum() / expected


def interval(units, kind, level):
    value = alpha(units, kind)
    left = [(alpha(units[:u] + units[u + 1:], kind), len(units[u])) for u in range(len(units))] if len(units) > 1 else []
    left = [(a, s) for a, s in left if a is not None]
    plain = value > 1 - 1e-12 or any(a > 1 - 1e-12 for a, _ in left)
    y, s = np.array([a if plain else np.log(1 - a) for a, _ in left]), np.array([s for _, s in left], dtype=float)
    g = len(y)
    error = np.sqrt((g - 1) / g * ((y - y.mean()) ** 2).sum()) if g > 1 else 0
    if error < 1e-12:
        return value, min(-1, value), 1.0
    df = g - 1 if np.ptp(s) == 0 else max(1, (s**2).sum() ** 2 / (s**4).sum() - 1)
    h = student(level, df) * error
    c = value if plain else np.log(1 - value)
    ends = (c - h, c + h) if plain else (1 - np.exp(c + h), 1 - np.exp(c - h))
    return value, max(min(-1, value), ends[0]), min(1, ends[1])


k2011 = np.array([[1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3], [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
                  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0]])
sets = [[[float(v) for v in u if v] for u in k2011.T], random.integers(1, 5, (20, 3)).astype(float).tolist(), [[0.0, 0.0]] * 4 + [[0.0, 1.0]],
        [[float(i), float(7 - i)] for i in range(1, 7)], [[0.0, 1.0], [0.0, 1.0]], [[1.0, 1.0], [2.0, 2.0], [5.0, 5.0]],
        [[float(v) for v in random.integers(0, 4, random.integers(1, 5))] for _ in range(25)], [[2.0, 4.0]]]
for units in sets:
    for kind in ("nominal", "ordinal", "interval", "ratio"):
        for level in (0.95, 0.8):
            paired = [u for u in units if len(u) > 1]
            rows.append(("alpha-" + kind, ";".join(",".join(map(repr, u)) for u in units), level, *map(float, interval(paired, kind, level))))
fixture("Krippendorff's alpha with the jackknife's interval", "alpha.py", ["scipy", "numpy"], ["what", "data", "level", "value", "lower", "upper"], rows)
