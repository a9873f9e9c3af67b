"""Usage: python3 statistics/src/test/reference/kemeny.py > …/fixtures/kemeny-enumerated.tsv"""
import itertools, random, sys

sys.dont_write_bytecode = True
sys.path.insert(0, "statistics/src/test/reference")
from header import fixture

random.seed(5)
rows = []
for tasks, systems, values in [(5, 4, 100), (8, 6, 3), (1, 5, 100), (9, 7, 100), (4, 7, 2), (3, 3, 3), (1, 1, 2)]:
    scores = [[random.randrange(values) for _ in range(systems)] for _ in range(tasks)]
    over = [[sum(t[i] > t[j] for t in scores) for j in range(systems)] for i in range(systems)]
    best = min(((sum(over[o[q]][o[p]] for p in range(systems) for q in range(p + 1, systems)), o)
                for o in itertools.permutations(range(systems))))
    rows.append((";".join(",".join(map(str, t)) for t in scores), best[0], ",".join(map(str, best[1]))))
fixture("Kemeny's order by trying all", "kemeny.py", [], ["scores", "against", "order"], rows)
