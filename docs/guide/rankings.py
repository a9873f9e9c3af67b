#!/usr/bin/env python3
"""Prints the tables of docs/guide/rankings.md from what others recorded.

Usage, from the checkout:  python3 docs/guide/rankings.py DATA

DATA is the folder that holds medagents-benchmark and WorldMedQA-V. Nothing but the standard
library and ./assay is needed; runs go into a folder that is removed afterwards.
"""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

ASSAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "assay")
SETS = ["medqa", "medmcqa", "pubmedqa", "mmlu-med", "mmlu-pro-health", "afrimedqa", "medbullets"]
FEWEST_METHODS = 3


def assay(*arguments):
    """Standard output of a command that ends well, or incomplete: a recording may lack answers."""
    done = subprocess.run([ASSAY, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"assay {' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def compare(*arguments):
    return json.loads(assay("compare", *arguments, "--json"))


def reader(run):
    with sqlite3.connect(f"file:{run}?mode=ro", uri=True) as file:
        names = [name for (name,) in file.execute("SELECT name FROM model ORDER BY ordinal")]
    return names[0].removeprefix("recorded:")


def table(*heading):
    print("| " + " | ".join(heading) + " |")
    print("|" + "---|" * len(heading))


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def percent(share):
    return f"{100 * share:.1f}"


def p_value(p):
    return "< 0.001" if p < 0.001 else f"{p:.2g}"


def methods(data, folder):
    folder_of_set = os.path.join(data, "medagents-benchmark")
    pairs = decided = uncorrected = 0
    table("set", "model", "n", "methods", "pairs", "p ≤ 0.05 uncorrected", "decided", "highest score", "is better than")
    for name in SETS:
        out = os.path.join(folder, name)
        os.makedirs(out)
        recorded = "recorded:" + os.path.join(folder_of_set, "recorded")
        subprocess.run([ASSAY, "run", name, "--split", "hard", "--data", folder_of_set, "--model", recorded],
                       cwd=out, capture_output=True, check=False)
        runs = [os.path.join(path, file) for path, _, files in os.walk(out) for file in files if file.endswith(".assay")]
        by_model = {}
        for run in sorted(runs):
            model, method = reader(run).split(" ", 1)
            by_model.setdefault(model, []).append((method, run))
        for model in sorted(by_model):
            found = by_model[model]
            if len(found) < FEWEST_METHODS:
                continue
            told = compare(*[run for _, run in found])
            score = {}
            for one in told["comparisons"]:
                score.setdefault(one["a"]["run"], one["value_a"])
                score.setdefault(one["b"]["run"], one["value_b"])
            best = max(score.values())
            ahead = [(method, run) for method, run in found if abs(score[run] - best) < 1e-12]
            standing = next(s for s in told["standings"] if s["run"] == ahead[0][1])
            others = f" (and {len(ahead) - 1} others)" if len(ahead) > 1 else ""
            own = len(told["comparisons"])
            low = sum(one["p"] <= 0.05 for one in told["comparisons"])
            sure = sum(one["verdict"] in ("better", "worse") for one in told["comparisons"])
            n = max(one["n"] for one in told["comparisons"])
            row(name, model, n, len(found), own, low, sure, f"{ahead[0][0]}{others} {percent(best)}",
                f"{standing['better']} of {len(found) - 1}")
            pairs, decided, uncorrected = pairs + own, decided + sure, uncorrected + low
    print(f"\n{pairs} pairs: {decided} ({100 * decided / pairs:.0f} %) decided, {uncorrected} with p ≤ 0.05 before correction.\n")


def interval(one):
    return shares(one["difference"])


def shares(d):
    return f"{100 * d['value']:+.1f} ({100 * d['lower']:+.1f} to {100 * d['upper']:+.1f})"


def read(one):
    """How many answers were not read, and what remains of the difference where all were."""
    unread = f"{one['unread']['a']['unread']} / {one['unread']['b']['unread']}"
    among = one["among_read"]
    if among is None:
        return unread, "the same", one["verdict"]
    return (unread, f"{shares(among)} on {among['n']:,}", among["result"]) if among["n"] else (unread, "–", "–")


def images(data, folder):
    world = os.path.join(data, "WorldMedQA-V")
    recorded = [set(os.listdir(os.path.join(world, kind))) for kind in ("outputs_w_images", "outputs_blind")]
    models = sorted(recorded[0] & recorded[1])
    runs = {}
    for model in models:
        for kind in ("w_images", "blind"):
            run = os.path.join(folder, f"{model}-{kind}.assay")
            assay("run", "worldmedqa-v", "--data", data, "--model", "recorded:" + os.path.join(world, "outputs_" + kind, model), "-o", run)
            runs[model, kind] = run
    table("model", "with image, %", "without, %", "difference (95 % interval)", "p", "with the image it is",
          "unread with / without", "difference where both were read (95 % interval)", "there it is")
    for model in models:
        one = compare(runs[model, "w_images"], runs[model, "blind"])
        row(model, percent(one["value_a"]), percent(one["value_b"]), interval(one), p_value(one["p"]), one["verdict"], *read(one))
    print()
    table("model, with images", "local, %", "English, %", "difference (95 % interval)", "p", "in the local language it is")
    for model in models:
        run = runs[model, "w_images"]
        one = compare(run + "#tag.language=local", run + "#tag.language=english", "--by", "question-family")
        row(model, percent(one["value_a"]), percent(one["value_b"]), interval(one), p_value(one["p"]), one["verdict"])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        methods(data, folder)
        images(data, folder)


if __name__ == "__main__":
    main()
