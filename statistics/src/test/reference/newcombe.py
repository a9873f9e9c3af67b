"""Usage: python3 statistics/src/test/reference/newcombe.py > …/fixtures/newcombe-statsmodels.tsv"""
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
from header import fixture
from statsmodels.stats.proportion import confint_proportions_2indep

rows = []
for x1, n1, x2, n2 in [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20),
                       (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10), (1, 1, 0, 1), (3, 7, 3, 7),
                       (812, 1273, 790, 1273)]:
    for level in (0.95, 0.9):
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff",
                                               alpha=1 - level, correction=False)
        rows.append((x1, n1, x2, n2, level, float(low), float(high)))
fixture("difference of independent proportions by Newcombe's method 10", "newcombe.py",
        ["statsmodels"], ["successes1", "n1", "successes2", "n2", "level", "lower", "upper"], rows)
