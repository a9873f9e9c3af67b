"""Writes medcalc.tsv: what MedCalc-Bench's own program reads in made-up replies and how it judges them.

Usage: python3 medcalc.py CHECKOUT TEST_DATA.csv > medcalc.tsv, with a checkout of github.com/ncbi-nlp/MedCalc-Bench
(20b10f9; extract_answer is the same since 25ec6a2) and the later test set of June 2024.
"""
import ast
import contextlib
import csv
import io
import math
import pathlib
import platform
import random
import re
import sys
from datetime import datetime

checkout, data = pathlib.Path(sys.argv[1]), sys.argv[2]
csv.field_size_limit(1 << 30)
program = {"re": re, "math": math, "datetime": datetime, "np": None}
for name, wanted in (("run.py", "extract_answer"), ("evaluate.py", "check_correctness")):
    tree = ast.parse((checkout / "evaluation" / name).read_text())
    tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == wanted]
    exec(compile(tree, name, "exec"), program)

rows = {}
for row in csv.DictReader(open(data, newline="")):
    rows.setdefault(int(row["Calculator ID"]), row)

random.seed(31)
shapes = {
    "date": ["{0}", "{0} ", " {0}", "on {0}", "{0}.", "{0} (estimated)", "13/01/2020", "2/30/2021", "January 5, 2020", "0{0}"],
    "weeks": ["{0}", "(14, 1)", "14 weeks, 1 days", "('14 weeks', '1 days')", "14 weeks 1 day", "14 weeks and 1 day", "14",
              "[14, 1]", "14w 1d", "3", "14 weeks", "(14 weeks, 1 day)"],
    "whole": ["{0}", "{0} out of 9", "{0}/9", "{0} points", "7 out of 9", "Score: {0} out of 9 points", "3, 4, 5", "1,2", "12%", "-1",
              "{0}.4", "{0}.5", "{0}.6", "none", "07", "0", "the score is {0}", "five", "{0} (of 9)", "1,234"],
    "decimal": ["{0}", "{0}%", "{0} %", "12.5%", "0.5% to 1.5%", "{0} mL/min/1.73 m²", "8.1mL/min/1.73", "{0} mg/dL", "7 out of 9",
                "1, 2, 3", "-4.5", "1.2.3", "none", "08", "0.08", "1e3", "1,234.5", "{0} kg/m²", "5 / 2", "100% sure: {0}"],
}
frames = ['{{"answer": "{0}"}}', '{{"step_by_step_thinking": "We add 1 and 2.", "answer": "{0}"}}', '{{"answer": {0}}}',
          '```json\n{{"answer": "{0}"}}\n```', '{{"answer": "99"}} or rather {{"answer": "{0}"}}', '{{"Answer": "{0}" }}', "The answer is {0}.",
          '{{"answer": \n"{0}"}}', '{{"answer": "{0}"', '{{"answer": ""}}']
print("# software: MedCalc-Bench, evaluation/run.py extract_answer and evaluation/evaluate.py check_correctness")
print("# version: 20b10f9 (github.com/ncbi-nlp/MedCalc-Bench), CPython " + platform.python_version())
print("# command: python3 medcalc.py CHECKOUT TEST_DATA.csv > medcalc.tsv")
print("# read: what it read; - where it found nothing or broke. Line ends within a reply are written \\n.")
print("Calculator ID", "Question", "Ground Truth Answer", "Lower Limit", "Upper Limit", "reply", "read", "verdict", sep="\t")
for calculator, row in sorted(rows.items()):
    gold = row["Ground Truth Answer"]
    kind = "date" if calculator in (13, 68) else "weeks" if calculator == 69 else None
    kind = kind or ("whole" if row["Output Type"] == "integer" else "decimal")
    for shape in shapes[kind]:
        reply = random.choice(frames[:6] * 3 + frames[6:]).format(shape.format(gold))
        read, right = "N/A", 0
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
            read = program["extract_answer"](reply, calculator)[0]
            right = program["check_correctness"](read, gold, calculator, row["Upper Limit"], row["Lower Limit"])
        question = row["Question"].strip().replace("\n", " ")
        print(calculator, question, gold, row["Lower Limit"], row["Upper Limit"], reply.replace("\n", "\\n"), "-" if read == "N/A" else read, right, sep="\t")
