"""Two readers by metrics over classes: values by scikit-learn, exchanges and jackknife by NumPy and SciPy.

Run from the root: /usr/bin/python3 evaluation/src/test/reference/paired_metrics.py > \
  evaluation/src/test/resources/assay/evaluation/comparison/paired-metrics.tsv
"""
import itertools
import sys

import jackknife
import numpy as np
import scipy
import sklearn
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score, f1_score, matthews_corrcoef

UNREAD = "?"


def macro_f1(gold, said):
    labels = sorted((set(gold) | set(said)) - {UNREAD})
    return f1_score(gold, said, labels=labels, average="macro", zero_division=0)


METRICS = {
    "macro-f1": macro_f1,
    "cohen-kappa": lambda g, s: cohen_kappa_score(g, s),
    "mcc": lambda g, s: matthews_corrcoef(g, s),
    "balanced-accuracy": lambda g, s: balanced_accuracy_score(g, s),
}


def difference(metric, gold, first, second, subset):
    parts = [METRICS[metric](gold[subset == s], first[subset == s]) - METRICS[metric](gold[subset == s], second[subset == s])
             for s in np.unique(subset)]
    return np.mean(parts)


def value(metric, gold, said, subset):
    return np.mean([METRICS[metric](gold[subset == s], said[subset == s]) for s in np.unique(subset)])


def exchanged_p(metric, gold, first, second, cluster, subset, random):
    names = [c for c in np.unique(cluster) if (first[cluster == c] != second[cluster == c]).any()]
    observed = abs(difference(metric, gold, first, second, subset))
    exact = 2 ** len(names) <= 10_000
    ways = itertools.product([False, True], repeat=len(names)) if exact else (random.random(len(names)) < 0.5 for _ in range(2_000))
    extreme = drawn = 0
    for way in ways:
        swap = np.isin(cluster, [c for c, s in zip(names, way) if s])
        d = difference(metric, gold, np.where(swap, second, first), np.where(swap, first, second), subset)
        extreme += abs(d) >= observed - 1e-12
        drawn += 1
    return (extreme / drawn if exact else (extreme + 1) / (drawn + 1)), exact


def answers(random, gold, right, unread):
    letters = np.array(sorted(set(gold)))
    said = np.where(random.random(len(gold)) < right, gold, random.choice(letters, len(gold)))
    return np.where(random.random(len(gold)) < unread, UNREAD, said)


def cases():
    random = np.random.default_rng(20261122)
    few = np.array(list("YNYNMYNYYNMY"))
    yield "few", few, answers(random, few, 0.8, 0.0), answers(random, few, 0.4, 0.1), None, None
    yield "perfect", few, few, answers(random, few, 0.3, 0.2), None, None
    yield "equal", few, few[::-1].copy(), few[::-1].copy(), None, None
    yield "clusters", few, answers(random, few, 0.9, 0.0), answers(random, few, 0.3, 0.0), np.array(list("aabbccddeeff")), None
    many = random.choice(list("YNM"), 160, p=[0.55, 0.34, 0.11])
    yield "many", many, answers(random, many, 0.68, 0.02), answers(random, many, 0.62, 0.04), None, None
    yield "many-clusters", many, answers(random, many, 0.7, 0.0), answers(random, many, 0.5, 0.0), np.array([f"c{i // 4:02d}" for i in range(160)]), None
    subset = np.array(["s" if i % 4 else "t" for i in range(160)])
    yield "subsets", many, answers(random, many, 0.75, 0.02), answers(random, many, 0.6, 0.05), None, subset


def main():
    print("# what: two readers by metrics over classes, ? where nothing was read; mean of subsets where there are some")
    print("# software: scikit-learn, SciPy, NumPy")
    print(f"# version: scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}")
    print("# command: /usr/bin/python3 evaluation/src/test/reference/paired_metrics.py")
    print("\t".join(["case", "metric", "gold", "first", "second", "clusters", "subsets", "value_first", "value_second", "p", "exact", "lower", "upper"]))
    for name, gold, first, second, cluster, subset in cases():
        ids = np.array([f"i{i:03d}" for i in range(len(gold))])
        c = ids if cluster is None else cluster
        s = np.array(["all"] * len(gold)) if subset is None else subset
        for metric in METRICS:
            random = np.random.default_rng(7)
            p, exact = exchanged_p(metric, gold, first, second, c, s, random)
            lower, upper = jackknife.interval(lambda rows: difference(metric, gold[rows], first[rows], second[rows], s[rows]), c, s)
            print("\t".join([name, metric, "".join(gold), "".join(first), "".join(second),
                             "-" if cluster is None else ",".join(cluster), "-" if subset is None else "".join(subset),
                             repr(float(value(metric, gold, first, s))), repr(float(value(metric, gold, second, s))), repr(float(p)), str(exact).lower(),
                             repr(float(lower)), repr(float(upper))]))


if __name__ == "__main__":
    main()
