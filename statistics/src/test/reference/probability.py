"""Usage: python3 statistics/src/test/reference/probability.py > …/fixtures/probability-sklearn.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
import numpy as np
from header import fixture
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

random = np.random.default_rng(6)
rows = []
sets = [(np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])), (np.array([0.9, 0.8, 0.2]), np.array([1, 1, 0])),
        (np.array([0.5] * 6), np.array([0, 1, 0, 1, 1, 1])), (np.array([0.0, 1.0, 1.0, 0.0]), np.array([0, 1, 0, 1]))]
for n in (30, 200, 999):
    p = np.round(random.random(n), 2 if n < 500 else 6)
    sets.append((p, (random.random(n) < p ** 1.5).astype(int)))
for p, y in sets:
    n, bins = len(p), 10
    index = np.clip(np.ceil(p * bins).astype(int), 1, bins)
    ece = mce = rel = res = square = 0.0
    counted = 0
    for b in np.unique(index):
        at = index == b
        k, conf, acc = at.sum(), p[at].mean(), y[at].mean()
        ece += k / n * abs(conf - acc)
        mce = max(mce, abs(conf - acc))
        rel += k / n * (conf - acc) ** 2
        res += k / n * (acc - y.mean()) ** 2
        if k > 1:
            square += k * ((conf - acc) ** 2 - acc * (1 - acc) / (k - 1))
            counted += k
    # Expectation over the order of equals: each error is spread evenly over its group.
    order = np.argsort(-p, kind="stable")
    ps, wrong = p[order], 1.0 - y[order]
    for v in np.unique(ps):
        wrong[ps == v] = wrong[ps == v].mean()
    aurc = float(np.mean(np.cumsum(wrong) / np.arange(1, n + 1)))
    rows.append((",".join(map(repr, p.tolist())), ",".join(map(str, y.tolist())), float(brier_score_loss(y, p)),
                 float(average_precision_score(y, p)), float(roc_auc_score(y, p)), float(roc_auc_score(y, p, max_fpr=0.3)),
                 float(ece), float(mce), float(rel), float(res), float(np.sqrt(max(0, square / counted))) if counted else -1.0, aurc))
fixture("probabilities against outcomes, ten bins of equal width", "probability.py", ["sklearn", "numpy"],
        ["p", "y", "brier", "average_precision", "auroc", "partial", "ece", "mce", "reliability", "resolution", "debiased", "aurc"], rows)
