"""Writes classification.tsv: reference values for metrics of classification by scikit-learn.

What was not read is given the label '~', which is none of the classes: macro-F1 leaves it out of its
labels, the others take it as a label like any other.
"""
import random
import sys
import warnings

import sklearn
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, cohen_kappa_score, f1_score,
                             matthews_corrcoef)

warnings.simplefilter("ignore")
rows = [
    ("perfect", "a b c a", "a b c a", None),
    ("reversed", "a b a b", "b a b a", None),
    ("one sample", "a", "a", None),
    ("one sample wrong", "a", "b", None),
    ("one class, all equal", "a a a", "a a a", None),
    ("always the same answer", "a b a c", "a a a a", None),
    ("observed only", "a b", "c c", None),
    ("nothing read", "a b a", "~ ~ ~", None),
    ("some unread", "a b a b c", "a ~ a b ~", None),
    ("ties", "a a b b c c", "a b b c c a", None),
    ("weights", "a b a b", "a a b b", "1 2 0.5 0.25"),
]
random.seed(20)
for n, classes, weighted in ((20, "ab", False), (50, "abc", False), (200, "abcde", True), (500, "ab", True)):
    expected = [random.choice(classes) for _ in range(n)]
    observed = [e if random.random() < 0.6 else random.choice(classes + "~") for e in expected]
    weights = " ".join(str(random.choice((0.1, 0.5, 1, 3))) for _ in range(n)) if weighted else None
    rows.append((f"random {n}", " ".join(expected), " ".join(observed), weights))

print("# software: scikit-learn (Debian python3-sklearn)")
print("# version:", sklearn.__version__)
print("# command: /usr/bin/python3 classification.py > classification.tsv")
print("# source: classification.py beside this file; nan where scikit-learn has none or divides by zero")
print("case\texpected\tobserved\tweights\taccuracy\tmacro-f1\tmicro-f1\tbalanced-accuracy\tcohen-kappa\tmcc")
for name, e, o, w in rows:
    expected, observed = e.split(), o.split()
    weights = [float(x) for x in w.split()] if w else None
    classes = sorted(set(expected) | (set(observed) - {"~"}))
    mcc = matthews_corrcoef(expected, observed, sample_weight=weights)
    if len(set(expected)) == 1 or len(set(observed)) == 1:
        mcc = float("nan")  # scikit-learn says 0; there is no correlation with a constant
    print(name, e, o, w or "",
          repr(float(accuracy_score(expected, observed, sample_weight=weights))),
          repr(float(f1_score(expected, observed, labels=classes, average="macro", sample_weight=weights, zero_division=0))),
          repr(float(f1_score(expected, observed, labels=classes, average="micro", sample_weight=weights, zero_division=0))),
          repr(float(balanced_accuracy_score(expected, observed, sample_weight=weights))),
          repr(float(cohen_kappa_score(expected, observed, sample_weight=weights))),
          repr(float(mcc)), sep="\t")
