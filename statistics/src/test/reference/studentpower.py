"""What an interval finds that comes from its own spread; how many more decide.

Usage: python3 statistics/src/test/reference/studentpower.py > .../fixtures/studentpower-python.tsv
       python3 statistics/src/test/reference/studentpower.py simulate
The first reckons the formulae of StudentPower, ClusteredWilsonPower, IntervalPower and ConstantPower, with
brentq over the number of clusters, and the sum over all outcomes of NewcombeUnpairedPower. The second draws
samples at the number, or the difference, that they promise, and prints how often the rule decides: a minute or
two. Truths are those of the population, not of a sample at hand.
"""
import math
import sys
import numpy as np
from scipy import optimize, stats

LEVEL, POWER = 0.95, 0.8


def back(y, a):
    """Hall's transformation turned round: the real root of g(t) = y."""
    if abs(a) < 1e-12:
        return y
    return 3 * (np.cbrt(1 + a * (y - a / 6)) - 1) / a


class Power:
    """Moments of the residuals of clusters, and the distance that is found."""

    def __init__(self, values, clusters=None, hall=True, freedom=None):
        y = np.asarray(values, float)
        g = np.arange(len(y)) if clusters is None else np.unique(clusters, return_inverse=True)[1]
        w, t = np.bincount(g).astype(float), np.bincount(g, y)
        share = w / w.sum()
        r = (t - y.mean() * w) / w.sum()
        even = np.all(w == w[0])
        satterthwaite = len(w) - 1 if even else max(1, (share**2).sum() ** 2 / (share**4).sum() - 1)
        if hall:
            r = r / np.sqrt(1 - share)
            self.error = math.sqrt((r**2).sum())
            self.twice = 2 if len(w) == len(y) else 1
        else:
            self.error = math.sqrt(len(w) / (len(w) - 1) * (r**2).sum())
            self.twice = 1
        self.set(r / math.sqrt((r**2).sum()), freedom or satterthwaite, hall)
        self.mean, self.n = y.mean(), len(y)

    def set(self, rho, freedom, hall):
        self.a, self.k = (rho**3).sum(), max(0, (rho**4).sum() - 1 / len(rho))
        self.units, self.hall = freedom + 1, hall

    def end(self, side, times):
        nu = self.units * times - 1
        q = stats.t.ppf(0.5 + LEVEL / 2, self.twice * nu)
        a = self.a / math.sqrt(times)
        c = -side * back(-side * q, a) if self.hall else q
        return c, math.sqrt(max(0, 1 + side * c * a + c * c * self.k / times / 4)), nu

    def distance(self, side, times=1):
        c, spread, nu = self.end(side, times)
        return self.error / math.sqrt(times) * (c + stats.t.ppf(POWER, nu) * spread)

    def within(self, below, above, times):
        total = -1
        for side, d in ((-1, below), (1, above)):
            c, spread, nu = self.end(side, times)
            total += stats.t.cdf((d * math.sqrt(times) / self.error - c) / spread, nu)
        return total


def more(n, f):
    """Where f turns from negative to positive; 0 where it is so at once."""
    if f(1) >= 0:
        return 0
    high = 2
    while f(high) < 0:
        high *= 2
    return math.ceil(n * (optimize.brentq(f, high / 2, high, xtol=1e-13, rtol=1e-14) - 1) - 1e-6)


def wilson_effect(values, clusters):
    y = np.asarray(values, float)
    g = np.unique(clusters, return_inverse=True)[1]
    w, t = np.bincount(g).astype(float), np.bincount(g, y)
    p, n, share = y.mean(), len(y), w / len(y)
    independent = p * (1 - p) / (n - 1)
    r = (t - p * w) / n
    d2 = max(1, (r**2 / (1 - share)).sum() / independent) if independent > 0 else 1
    k = min((t < w).sum(), (t > 0).sum())
    largest = max(1, n * (share**2).sum())
    return p, n, len(w), k, largest, d2 + max(0, largest - d2) / (k + 1) ** 2


def wilson_over(p, n, clusters, k, largest, effect, line, times):
    t = stats.t.ppf(0.5 + LEVEL / 2, clusters * times - 1)
    guarded = (k * times * effect + largest) / (k * times + 1)
    there = t * math.sqrt(line * (1 - line) * guarded / n / times)
    here = stats.t.ppf(POWER, clusters * times - 1) * math.sqrt(p * (1 - p) * effect / n / times)
    return abs(p - line) - there - here


def wilson(x, n, z):
    p = x / n
    middle, half = (p + z * z / (2 * n)) / (1 + z * z / n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


def unpaired_power(p1, n1, p2, n2, line):
    z = stats.norm.ppf(0.5 + LEVEL / 2)
    x, y = np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij")
    (l1, u1), (l2, u2) = wilson(x, n1, z), wilson(y, n2, z)
    d = x / n1 - y / n2
    clear = (d - np.hypot(x / n1 - l1, u2 - y / n2) > line) if p1 - p2 > line else (d + np.hypot(u1 - x / n1, y / n2 - l2) < line)
    return np.outer(stats.binom.pmf(np.arange(n1 + 1), n1, p1), stats.binom.pmf(np.arange(n2 + 1), n2, p2))[clear].sum()


def interval_distance(lower, value, upper, units):
    t = stats.t.ppf(0.5 + LEVEL / 2, units - 1)
    h, g = max(upper - value, value - lower), min(upper - value, value - lower)
    se = (h + g) / 2 / t
    c, a = h / se, 3 * (h - g) / ((2 * t * t + 1) * se)
    return h + stats.t.ppf(POWER, units - 1) * se * math.sqrt(1 + c * a / 2)


GRADED = [0, 0.5, 1, 1, 0.75, 1, 1, 0.5, 1, 1, 1, 0.25]
POINTS = [3.5, -2, 8, 1, 0, 12.5, 4, 4, -1, 6, 2.25]
SIGNS = [1, 0, 0, -1, 0, 1, 1, 0, 1, 0, 0, 1, 1, -1, 0, 0, 1, 1, 1, 0, 1, 0, -1, 1]
EVEN = [i // 2 for i in range(24)]
UNEVEN = [0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 9, 9, 9, 10, 10]
RIGHT = [1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0]


def fixture():
    from header import fixture as write

    rows = []

    def row(what, values, clusters, a, b, value):
        listed = lambda numbers: " ".join("%.17g" % x for x in numbers) if numbers else "-"
        rows.append((what, listed(values), listed(clusters), float(a), float(b), float(value)))

    for values, clusters in ((GRADED, []), (POINTS, []), (SIGNS, EVEN), (SIGNS, UNEVEN), (RIGHT, UNEVEN)):
        for name, hall in (("hall", True), ("robust", False)):
            power = Power(values, clusters or None, hall)
            for side in (-1, 1):
                row(name, values, clusters, side, 0, power.distance(side))
                for d in (0.02, 0.11, 5):
                    row(name + "-more", values, clusters, side, d, more(power.n, lambda t: d - power.distance(side, t)))
            for d in (0.05, 0.3):
                row(name + "-within", values, clusters, d, 2 * d, more(power.n, lambda t: power.within(d, 2 * d, t) - POWER))
                row(name + "-within", values, clusters, d, math.inf, more(power.n, lambda t: power.within(d, math.inf, t) - POWER))
    for values, clusters in ((RIGHT, EVEN), (RIGHT, UNEVEN), ([1 - x for x in RIGHT], UNEVEN), ([1] * 24, UNEVEN), ([0] * 6, [0, 0, 1, 1, 2, 2])):
        effect = wilson_effect(values, clusters)
        for line in (0.02, 0.3, 0.7, 0.9):
            row("clustered-wilson", values, clusters, line, 0, more(effect[1], lambda t: wilson_over(*effect, line, t)))
    for x1, n1, x2, n2, line, times in ((8, 10, 30, 90, 0.2, 1), (8, 10, 30, 90, 0.2, 3), (30, 30, 270, 300, -0.05, 1), (30, 30, 270, 300, -0.05, 2),
                                        (40, 100, 100, 200, 0, 2), (0, 12, 3, 40, -0.3, 4), (1, 50, 2, 40, -0.1, 3), (7, 20, 7, 20, -0.25, 2.5)):
        row("unpaired", [x1, n1, x2, n2], [], line, times,
            unpaired_power(x1 / n1, round(n1 * times), x2 / n2, round(n2 * times), line))
    for lower, value, upper, units in ((0.1, 0.3, 0.5, 20), (0.1, 0.4, 0.5, 20), (0.8, 0.85, 0.97, 11), (2.0, 3.0, 3.9, 500), (0.2, 0.4, 0.6, 2)):
        row("interval", [lower, value, upper], [], units, 0, interval_distance(lower, value, upper, units))
    write("distances that are found with a power of 0.8 at level 0.95, numbers of further samples, and powers",
          "studentpower.py", ["numpy", "scipy"], ["what", "values", "clusters", "a", "b", "value"], rows)


rng = np.random.default_rng(20262)


def sizes(shape, even):
    return np.full(shape, 10) if even else np.clip(np.round(np.exp(rng.normal(1.9, 0.8, shape))), 1, 60).astype(int)


def answers(samples, clusters, p, icc, even):
    n = sizes((samples, clusters), even)
    return rng.binomial(n, rng.beta(p * (1 - icc) / icc, (1 - p) * (1 - icc) / icc, n.shape)).astype(float), n.astype(float)


def freedoms(n):
    w = n / n.sum(1, keepdims=True)
    return np.where((n == n[:, :1]).all(1), n.shape[1] - 1, np.maximum(1, (w**2).sum(1) ** 2 / (w**4).sum(1) - 1))


def population(residuals, error1, freedom1, hall, twice):
    """A Power of one unit, whose SE and moments fall as units come."""
    one = Power.__new__(Power)
    z = residuals / residuals.std()
    one.error, one.twice, one.units, one.hall = error1, twice, freedom1, hall
    one.a, one.k = (z**3).mean(), (z**4).mean() - 1
    return one


def hall_ends(x):
    n = x.shape[1]
    m = x.mean(1)
    r = (x - m[:, None]) / n / np.sqrt(1 - 1 / n)
    s = np.sqrt((r**2).sum(1))
    with np.errstate(invalid="ignore", divide="ignore"):
        a = np.where(s > 0, (r**3).sum(1) / s**3, 0) + 1e-13
        q = stats.t.ppf(0.975, 2 * (n - 1))
        ends = [m - 3 * (np.cbrt(1 + a * (y - a / 6)) - 1) / a * s for y in (q, -q)]
    return ends + [s > 0]


def simulate_scores():
    print("Hall, single scores: skewness, n, then power below / above, of 2.80 SE in brackets")
    for name, f in {"normal": lambda s: rng.normal(size=s), "beta(2,2)": lambda s: rng.beta(2, 2, s), "beta(4,1)": lambda s: rng.beta(4, 1, s),
                    "beta(5,.5)": lambda s: rng.beta(5, 0.5, s), "three grades": lambda s: rng.choice([0, 0.5, 1], p=[0.25, 0.35, 0.4], size=s),
                    "mostly right": lambda s: rng.choice([0, 0.5, 1], p=[0.05, 0.15, 0.8], size=s)}.items():
        big = f(1_000_000)
        mu = big.mean()
        one = population(big - mu, big.std(), 1, True, 2)
        for n in (10, 15, 20, 30, 100, 300):
            lower, upper, ok = hall_ends(f((10000 if n < 100 else 4000, n)))
            se = one.error / math.sqrt(n)
            kept = [((lower > mu - d) & ok).mean() for d in (one.distance(-1, n), 2.8016 * se)]
            kept += [((upper < mu + d) & ok).mean() for d in (one.distance(1, n), 2.8016 * se)]
            print("%-14s %5.2f %4d  %.3f (%.3f)  %.3f (%.3f)" % (name, one.a, n, *kept), flush=True)


def permuted(s, draws=1000):
    g = s.shape[1]
    signs = ((np.arange(2 ** (g - 1))[:, None] >> np.arange(g - 1)) & 1) * 2 - 1 if g <= 11 else None
    signs = np.hstack([np.ones((len(signs), 1)), signs]) if g <= 11 else rng.integers(0, 2, (draws, g)) * 2 - 1.0
    p = np.empty(len(s))
    for i in range(0, len(s), 500):
        k = (np.abs(s[i:i + 500] @ signs.T) >= np.abs(s[i:i + 500].sum(1))[:, None] - 1e-9).sum(1)
        p[i:i + 500] = k / len(signs) if g <= 11 else (k + 1) / (len(signs) + 1)
    return p


def simulate_differences():
    print("Two readers, clusters: sizes, rates, clusters needed, power of interval and permutation, (at the number of 2.80 SE)")
    for even in (True, False):
        for pa, pb in ((0.6, 0.4), (0.65, 0.4), (0.55, 0.45), (0.95, 0.75), (0.98, 0.9), (0.99, 0.95), (0.1, 0.02), (0.05, 0.01), (0.9, 0.99)):
            def draw(samples, g):
                first, n = answers(samples, g, pa, 0.1, even)
                return first - rng.binomial(n.astype(int), rng.beta(pb * 9, (1 - pb) * 9, n.shape)), n

            s, n = draw(20000, 40)
            mu = s.sum() / n.sum()
            one = population((s - mu * n).ravel(), (s.sum(1) / n.sum(1)).std() * math.sqrt(40), (freedoms(n).mean() + 1) / 40, False, 1)
            side = -np.sign(mu)
            needed = next(g for g in range(4, 4000) if one.units * g > 1.6 and one.distance(side, g) <= abs(mu))
            kept = []
            for g in (needed, math.ceil((2.8016 * one.error / mu) ** 2)):
                s, n = draw(4000, g)
                m = s.sum(1) / n.sum(1)
                v = g / (g - 1) * ((s - m[:, None] * n) ** 2).sum(1) / n.sum(1) ** 2
                kept.append(((-side * m > stats.t.ppf(0.975, freedoms(n)) * np.sqrt(v)) & (permuted(s) <= 0.05)).mean())
            print("%-6s %.2f %.2f %4d  %.3f (%.3f)" % ("even" if even else "uneven", pa, pb, needed, *kept), flush=True)


def simulate_groups():
    print("A group (a third) 0.05 below the rest where the line is -0.15, and others: clusters needed, power; mixed within clusters or not")
    for inside, outside, line, whole, even in ((0.75, 0.8, -0.15, True, True), (0.75, 0.8, -0.15, False, True), (0.9, 0.92, -0.1, True, False),
                                               (0.97, 0.97, -0.05, True, True), (0.5, 0.5, -0.2, True, False), (0.6, 0.8, -0.05, True, True)):
        def draw(samples, g):
            n = sizes((samples, g), even)
            part = np.broadcast_to((np.arange(g) % 3 == 0), n.shape).astype(float) * n if whole else np.floor((n + 1) / 3)
            u = rng.uniform(size=n.shape)
            rate = lambda p: stats.beta.ppf(u, p * 9, (1 - p) * 9)
            return (rng.binomial(part.astype(int), rate(inside)).astype(float), part,
                    rng.binomial((n - part).astype(int), rate(outside)).astype(float), n - part)

        def influence(s1, n1, s0, n0):
            m1, m0 = s1.sum(1) / n1.sum(1), s0.sum(1) / n0.sum(1)
            return m1 - m0, (s1 - m1[:, None] * n1) / n1.sum(1)[:, None] - (s0 - m0[:, None] * n0) / n0.sum(1)[:, None]

        d, u = influence(*draw(4000, 60))
        one = population(u.ravel(), d.std() * math.sqrt(60), 1, False, 1)
        gap = inside - outside - line
        side = -np.sign(gap)
        needed = next(g for g in range(4, 5000) if one.distance(side, g) <= abs(gap))
        d, u = influence(*draw(4000, needed))
        half = stats.t.ppf(0.975, needed - 1) * np.sqrt(needed / (needed - 1) * (u**2).sum(1))
        print("%.2f %.2f %5.2f %-5s %-6s %4d  %.3f" % (inside, outside, line, whole, "even" if even else "uneven", needed,
              (-side * (d - line) > half).mean()), flush=True)


def simulate_shares():
    print("A share in clusters, from so many at hand: rates, line, correlation, clusters needed, power")
    for even in (True, False):
        for at_hand in (10, 20):
            for p, line, icc in ((0.5, 0.4, 0.1), (0.7, 0.6, 0.2), (0.9, 0.8, 0.1), (0.95, 0.9, 0.1), (0.98, 0.95, 0.1), (0.98, 0.9, 0.2), (0.02, 0.08, 0.05)):
                def parts(s, n):
                    big = n.sum(1)
                    q = s.sum(1) / big
                    r2 = (s - q[:, None] * n) ** 2 / big[:, None] ** 2
                    ind = np.maximum(q * (1 - q) / (big - 1), 1e-300)
                    g = s.shape[1]
                    d = np.where(q * (1 - q) > 0, np.maximum(1, g / (g - 1) * r2.sum(1) / ind), 1)
                    d2 = np.where(q * (1 - q) > 0, np.maximum(1, (r2 / (1 - n / big[:, None])).sum(1) / ind), 1)
                    return big, q, d, d2, np.minimum((s < n).sum(1), (s > 0).sum(1)), np.maximum(1, (n**2).sum(1) / big)

                big, q, d, d2, k, largest = parts(*answers(20000, at_hand, p, icc, even))
                near = abs(q - p) <= np.quantile(abs(q - p), 0.2)
                k, largest, effect = k[near].mean(), largest.mean(), d2[near].mean()
                effect += max(0, largest - effect) / (k + 1) ** 2
                needed = more(at_hand, lambda t: wilson_over(p, big.mean(), at_hand, k, largest, effect, line, t)) + at_hand
                s, n = answers(6000, needed, p, icc, even)
                big, q, d, _, k, largest = parts(s, n)
                lower, upper = wilson(q * big / ((k * d + largest) / (k + 1)), big / ((k * d + largest) / (k + 1)), stats.t.ppf(0.975, needed - 1))
                print("%-6s %2d  %.2f %.2f %.2f %4d  %.3f" % ("even" if even else "uneven", at_hand, p, line, icc, needed,
                      ((upper < line) if p < line else (lower > line)).mean()), flush=True)


def simulate_classes():
    print("Macro-F1 of two classes, Wilson's by jackknife: true F1, n, power on the longer side, (of 2.80 SE)")
    def parts(c):
        tp, fn, fp, tn = c
        return np.array([2 * x / (2 * x + fp + fn) if x else 0.0 for x in (tp, tn)])

    def limits(c):
        n, d = c.sum(), parts(c)
        without = np.array([parts(c - np.eye(4)[i]) if c[i] > 0 else d for i in range(4)])
        dev = without - (c[:, None] * without).sum(0) / n
        v = (n - 1) / n * (dev.T * c) @ dev
        moves = [v[i, i] > 1e-20 and 0 < d[i] < 1 for i in range(2)]
        size = np.array([d[i] * (1 - d[i]) / v[i, i] if moves[i] else max(1, c[3 * i] + (c[1] + c[2]) / 2) for i in range(2)])
        lower, upper = wilson(d * size, size, stats.t.ppf(0.975, n - 1))
        r = v[0, 1] / math.sqrt(v[0, 0] * v[1, 1]) if all(moves) else 0
        reach = lambda x: math.sqrt(max(0, (x**2).sum() + 2 * r * x[0] * x[1])) / 2
        return d.mean(), d.mean() - reach(d - lower), d.mean() + reach(upper - d)

    for p in ((0.45, 0.05, 0.05, 0.45), (0.35, 0.15, 0.15, 0.35), (0.48, 0.02, 0.02, 0.48), (0.1, 0.1, 0.05, 0.75)):
        truth = parts(np.array(p)).mean()
        for n in (10, 20, 30, 60, 200):
            value, lower, upper = np.array([limits(c.astype(float)) for c in rng.multinomial(n, p, 1500)]).T
            below, above = np.median(value - lower), np.median(upper - value)
            d = interval_distance(-below, 0, above, n)
            old = 2.8016 * np.median(upper - lower) / 2 / 1.96
            kept = [(lower > truth - x).mean() if below > above else (upper < truth + x).mean() for x in (d, old)]
            print("%.2f %4d  %.3f (%.3f)" % (truth, n, *kept), flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["simulate"]:
        for part in (simulate_scores, simulate_differences, simulate_groups, simulate_shares, simulate_classes):
            part()
    else:
        fixture()
