"""Two readers by BLEU and CIDEr of a corpus: values by sacreBLEU, NLTK and pycocoevalcap, exchanges and jackknife
of their own per-item counts by sacreBLEU's paired approximate randomization, SciPy and NumPy.

Run from the root, SACREBLEU and COCO being checkouts of github.com/mjpost/sacrebleu and (in a folder pycocoevalcap of
COCO) github.com/salaniz/pycocoevalcap:
PYTHONPATH=SACREBLEU:COCO /usr/bin/python3 evaluation/src/test/reference/paired_texts.py > \
  evaluation/src/test/resources/assay/evaluation/comparison/paired-texts.tsv
"""
import itertools
import math
import sys

import jackknife
import nltk
import numpy as np
import sacrebleu
import scipy
from nltk.translate.bleu_score import corpus_bleu
from pycocoevalcap.bleu.bleu_scorer import BleuScorer
from pycocoevalcap.cider.cider_scorer import CiderScorer
from sacrebleu.metrics import BLEU
from sacrebleu.significance import PairedTest


class Sacre:
    """The sums that sacreBLEU itself keeps of each item."""

    def __init__(self, references, first, second):
        self.bleu = BLEU()
        self.counts = [np.array(self.bleu._extract_corpus_statistics(list(said), [list(references)])) for said in (first, second)]

    def value(self, counts):
        return self.bleu._compute_score_from_stats(counts.sum(0).tolist()).score / 100


class Coco:
    """Counts as pycocoevalcap's scorer keeps them of each item; its formula."""

    def __init__(self, references, first, second):
        self.counts = []
        for said in (first, second):
            scorer = BleuScorer(n=4)
            for s, r in zip(said, references):
                scorer += (s, [r])
            self.counts.append(np.array([[*c["correct"], *c["guess"], c["testlen"], c["reflen"][0]] for c in scorer.ctest], dtype=float))
            assert math.isclose(scorer.compute_score(option="closest")[0][3], self.value(self.counts[-1]), rel_tol=1e-12)

    def value(self, counts):
        c = counts.sum(0)
        bleu = math.prod((c[k] + 1e-15) / (c[4 + k] + 1e-9) for k in range(4)) ** 0.25
        ratio = (c[8] + 1e-15) / (c[9] + 1e-9)
        return bleu * (math.exp(1 - 1 / ratio) if ratio < 1 else 1)


class Nltk:
    """The texts themselves, put to NLTK anew each time."""

    def __init__(self, references, first, second):
        self.counts = [np.array(list(zip(said, references)), dtype=object) for said in (first, second)]

    def value(self, rows):
        return corpus_bleu([[r.split()] for _, r in rows], [s.split() for s, _ in rows])


class Cider:
    """What pycocoevalcap gives each item of the whole corpus: document frequencies stay those of all references."""

    def __init__(self, references, first, second):
        self.counts = []
        for said in (first, second):
            scorer = CiderScorer()
            for s, r in zip(said, references):
                scorer += (s, [r])
            self.counts.append(np.array([[x] for x in scorer.compute_score()[1]]))

    def value(self, counts):
        return float(counts.mean())


MEASURES = {"sacrebleu": (Sacre, 2_000), "coco-bleu-4": (Coco, 2_000), "nltk-corpus-bleu": (Nltk, 400), "cider": (Cider, 2_000)}


def exchanged_p(measure, name, draws, references, first, second, cluster, random):
    a, b = measure.counts
    names = [c for c in np.unique(cluster) if (first[cluster == c] != second[cluster == c]).any()]
    observed = abs(measure.value(a) - measure.value(b))
    exact = 2 ** len(names) <= 10_000
    if not exact and name == "sacrebleu" and len(np.unique(cluster)) == len(cluster):
        systems = [("first", list(first)), ("second", list(second))]
        _, found = PairedTest(systems, {"BLEU": BLEU()}, [list(references)], test_type="ar", n_samples=10_000)()
        return found["BLEU"][1].p_value, False, 10_000
    ways = itertools.product([False, True], repeat=len(names)) if exact else (random.random(len(names)) < 0.5 for _ in range(draws))
    extreme = drawn = 0
    for way in ways:
        swap = np.isin(cluster, [c for c, s in zip(names, way) if s])[:, None]
        d = measure.value(np.where(swap, b, a)) - measure.value(np.where(swap, a, b))
        extreme += abs(d) >= observed - 1e-12
        drawn += 1
    return (extreme / drawn if exact else (extreme + 1) / (drawn + 1)), exact, drawn


WORDS = "no acute effusion opacity is seen the heart size normal lungs are clear of pneumothorax in right left base mild".split()


def said_of(random, reference, keep):
    words = [w if random.random() < keep else random.choice(WORDS) for w in reference.split()]
    return " ".join(words[: max(1, len(words) - int(random.integers(0, 3)))])


def cases():
    random = np.random.default_rng(20261122)
    few = np.array([" ".join(random.choice(WORDS, random.integers(6, 12))) for _ in range(10)], dtype=object)
    good = np.array([said_of(random, r, 0.9) for r in few], dtype=object)
    fair = np.array([said_of(random, r, 0.7) for r in few], dtype=object)
    silent = fair.copy()
    silent[3] = silent[7] = ""
    yield "few", few, good, fair, None
    yield "perfect", few, few, fair, None
    yield "equal", few, good, good, None
    yield "silent", few, good, silent, None
    yield "clusters", few, fair, good, np.array(list("aabbccddee"))
    many = np.array([" ".join(random.choice(WORDS, random.integers(6, 14))) for _ in range(40)], dtype=object)
    one = np.array([said_of(random, r, 0.80) for r in many], dtype=object)
    two = np.array([said_of(random, r, 0.74) for r in many], dtype=object)
    yield "many", many, one, two, None
    yield "many-clusters", many, one, two, np.array([f"c{int(i**0.5)}" for i in range(40)])


def main():
    print("# what: two readers by measures of whole corpora; texts of items between |")
    print("# software: sacreBLEU, pycocoevalcap, NLTK, SciPy, NumPy")
    print(f"# version: sacreBLEU {sacrebleu.__version__} (f615c72), pycocoevalcap ad63453, NLTK {nltk.__version__}, SciPy {scipy.__version__}, "
          f"NumPy {np.__version__}, Python {sys.version.split()[0]}")
    print("# command: PYTHONPATH=SACREBLEU:COCO /usr/bin/python3 evaluation/src/test/reference/paired_texts.py")
    print("\t".join(["case", "metric", "references", "first", "second", "clusters", "value_first", "value_second", "p", "exact", "draws", "lower", "upper"]))
    for name, references, first, second, cluster in cases():
        c = np.array([f"i{i:03d}" for i in range(len(first))]) if cluster is None else cluster
        for metric, (kind, draws) in MEASURES.items():
            random = np.random.default_rng(7)
            measure = kind(references, first, second)
            p, exact, drawn = exchanged_p(measure, metric, draws, references, first, second, c, random)
            lower, upper = jackknife.interval(lambda rows: measure.value(measure.counts[0][rows]) - measure.value(measure.counts[1][rows]), c, np.zeros(len(c)))
            numbers = [measure.value(measure.counts[0]), measure.value(measure.counts[1]), p]
            print("\t".join([name, metric, "|".join(references), "|".join(first), "|".join(second), "-" if cluster is None else ",".join(cluster),
                             *[repr(float(x)) for x in numbers], str(exact).lower(), str(drawn), repr(float(lower)), repr(float(upper))]))


if __name__ == "__main__":
    main()
