"""Writes rules.tsv, ratios.tsv and multi-choice.tsv: what rules of the field read in made-up replies, by their own programs.

Needs on the path: CARES' src/eval (github.com/richard-peng-xia/CARES, a743fe0), MedXpertQA's eval as the package
`medxpertqa` (github.com/TsinghuaC3I/MedXpertQA, f21247d), lm_eval (github.com/EleutherAI/lm-evaluation-harness,
4e7e0d4; its extraction filters alone).
"""
import contextlib
import difflib
import io
import random
import string
import sys

import eval_yesno
from eval_multichoice import find_most_similar_index
from extraction import MultiChoiceRegexFilter, RegexFilter
from medxpertqa.utils import answer_cleansing

random.seed(29)
options = ["Gout", "Sepsis of the lung", "Systemic lupus", "Asthma", "A mass"]
parts = ["The answer is ", "the answer is ", "Therefore, among A through E, the answer is", "Among A through E, the answer is ",
         "A", "B", "(C)", "D.", " E ", "A mass", "I understand", "A through D", "no", "No,", "not", "Yes", "yes", "notice", "nothing",
         " ", ". ", ", ", "\n", "gout", "Sepsis", "lupus of the skin", "asthma", "#### 42", "#### -1,234.5.", "12", "$3,000", "7.", "...",
         "-5", "3.14 mm", "AB", "A_1", "Äb", "B's", "_C", "éA", "is", "patient"]

replies = ["".join(random.choice(parts) + random.choice(["", " "]) for _ in range(random.randint(1, 9))) for _ in range(400)]
replies += ["A", "no", "Yes.", "No fracture.", "It is. not", "#### 5", "#### 1,000 #### 2", "x"]
replies = [r for r in replies if r.strip()]


def cares(reply):
    answers = [{"text": reply}]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(ZeroDivisionError):
        eval_yesno.evaluate_yes_no(answers, ["yes"])
    return answers[0]["text"]


def medxpertqa(reply):
    sample = {"options": [{"letter": c} for c in "ABCDE"], "label": "A"}
    found = answer_cleansing("zero_shot", "Among {start} through {end}, the answer is", reply, "medxpertqa", "text", sample)
    return found[0] if found else ""


def nearest(reply):
    index = find_most_similar_index(options, reply)
    return "" if index is None else "ABCDE"[index]


first = RegexFilter()
last = RegexFilter(regex_pattern=r"(-?[$0-9.,]{2,})|(-?[0-9]+)", group_select=-1)
with open("rules.tsv", "w", encoding="utf-8") as out:
    print("# software: CARES, MedXpertQA, lm-evaluation-harness, difflib of CPython", file=out)
    print("# version: a743fe0, f21247d, 4e7e0d4,", sys.version.split()[0], file=out)
    print("# command: python3 rules.py", file=out)
    print("# source: rules.py beside this file; options A to E: " + "; ".join(options) + "; line ends are written \\n", file=out)
    print("reply\tcares-yes-no\tmedxpertqa\tnearest-option\tlm-eval-regex\tlm-eval-flexible", file=out)
    for reply in replies:
        filtered = [f.apply([[reply]], [{}])[0][0] for f in (first, last)]
        filtered = ["" if f == "[invalid]" else f for f in filtered]
        print(reply.replace("\n", "\\n"), cares(reply), medxpertqa(reply), nearest(reply), *filtered, sep="\t", file=out)

with open("ratios.tsv", "w", encoding="utf-8") as out:
    print("# software: difflib of CPython, SequenceMatcher(None, a, b).ratio()", file=out)
    print("# version:", sys.version.split()[0], file=out)
    print("# command: python3 rules.py", file=out)
    print("# source: rules.py beside this file", file=out)
    print("a\tb\tratio", file=out)
    for n in range(160):
        alphabet = random.choice(["ab", "abcd ", "abcdefghij klmnop", "aé肺😀b "])
        a = "".join(random.choice(alphabet) for _ in range(random.randint(0, 60)))
        size = random.choice([0, 5, 40, 199, 200, 201, 260, 400])
        b = "".join(random.choice(alphabet) for _ in range(size))
        if random.random() < 0.5 and a:
            cut = random.randrange(len(a))
            b = b[: size // 2] + a[cut:] + b[size // 2:]
        if random.random() < 0.3:
            b += "".join(chr(0x61 + (i * 7) % 24) for i in range(120))
        print(a, b, repr(difflib.SequenceMatcher(None, a, b).ratio()), sep="\t", file=out)

# The settings of mmlu/flan_cot_zeroshot, flexible-extract; its metric compares without case and ASCII punctuation.
flexible = MultiChoiceRegexFilter(group_select=-1, ignore_case=True, ignore_punctuation=True, regex_pattern="(\\([A-Z]\\))")
rows = [
    (["# 1-4", "# 5-16", "# 17-32", "None"], ["I would take # 5-16.", "5-16", "# 17-32: A", "none, or # 1-4", "(B) # 5-16"]),
    (["Only caries", "# 2 Cotton pellet", "Gutta percha", "# B"], ["A # 2 cotton pellet is placed.", "2 Cotton pellet", "It is: B", "see # b"]),
    (["#of condyle", "#of ramus", "#  of body", "of body"], ["#of ramus of the mandible", "the # of body", "the ramus"]),
    (["More marginal leakage", " less marginal leakage", "- less bulk", "less bulk "], ["There is less marginal leakage.", "It has less bulk"]),
    (["0.1%", "1%", "10%", "0.01%"], ["a 0.1% solution", "in 2001", "1.01", "10%", "0.01 %", "1", "Answer: D"]),
    (["...", "a", "b", "c"], ["a", "b: C", "(D) c", "nothing"]),
    (["- -", "Gout", "gout", "GOUT."], ["gout", "it - - is", "it - - is: B"]),
    (["Vitamin B", "Vitamin B12", "B12", "-"], ["vitamin b12", "Vitamin B-12"]),
    (["Vitamin B", "Vitamin B12", "B12", "A"], ["vitamin b12", "Vitamin B-12", "a", "B12 (E)", "[C] B12"]),
    (["Straße", "İzmir", "ΟΔΟΣ", "“x”"], ["STRASSE", "izmir", "i̇zmir", "οδος", "οδοσ", "X", "Antwort :\u00a0D"]),
]
bits = ["# ", "#", "- ", " ", "5", "16", "mm", "of", "ramus", "pellet", ".", "%", "0.1", "A", "b", " of ", "≥ ", "“", "$"]
for n in range(60):
    drawn = ["".join(random.choice(bits) for _ in range(random.randint(1, 4))) for _ in range(4)]
    said = [random.choice(drawn) + random.choice(["", ".", " ", ": C", " (D)", " "]) + random.choice(drawn + bits) for _ in range(6)]
    rows.append(([d if d.strip() else "x" for d in drawn], said))


def letter(reply, choices):
    found = flexible.apply([[reply]], [{"choices": choices}])[0][0].lower()
    bare = found.translate(str.maketrans("", "", string.punctuation))
    return bare.upper() if bare.upper() in list("ABCD") else ""


with open("multi-choice.tsv", "w", encoding="utf-8") as out:
    print("# software: lm-evaluation-harness, lm_eval/filters/extraction.py", file=out)
    print("# version: 4e7e0d4,", sys.version.split()[0], file=out)
    print("# command: python3 rules.py", file=out)
    print("# source: rules.py beside this file; the letter that its metric takes, empty where it takes none", file=out)
    print("letter\treply\tA\tB\tC\tD", file=out)
    for choices, said in rows:
        for reply in said:
            print(letter(reply, choices), reply, *choices, sep="\t", file=out)
