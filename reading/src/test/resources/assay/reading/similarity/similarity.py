"""Writes similarity.tsv: reference values for measures between two texts by the original software.

Needs on the path: rouge_score as the package `rouge_google` (github.com/google-research/google-research,
folder rouge), `rouge` (github.com/pltrdy/rouge, c1b90a7), `sacrebleu` (github.com/mjpost/sacrebleu,
f615c72), `pycocoevalcap` (github.com/salaniz/pycocoevalcap, ad63453), nltk 3.8, and LLaVA-Med's
eval_metrics (github.com/microsoft/LLaVA-Med, before 821e1c7).
"""
import random
import sys

import nltk
import rouge_google.rouge_scorer as google
import sacrebleu
from eval_metrics.evaluate_metrics import calculate_f1score
from eval_metrics.glossary import normalize_word
from nltk.stem.porter import PorterStemmer
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
from nltk.translate.meteor_score import single_meteor_score
from pycocoevalcap.rouge.rouge import Rouge as CocoRouge
from qa import qa_f1_score
from rouge import Rouge


class NoWords:
    def synsets(self, word):
        return []


pairs = [
    ("The heart is normal in size. No pleural effusion.", "The heart is normal in size. No pleural effusion."),
    ("The heart is normal in size. No pleural effusion.", "no pleural effusion . the heart size is normal"),
    ("pneumonia", "Pneumonia"),
    ("pneumonia", "pneumothorax"),
    ("left lower lobe", "lobe lower left"),
    ("the the the the", "the"),
    ("the", "the the the the"),
    ("a b c d e f", "a c e b d f"),
    ("Chief complaint:\nChest pain.\n\nHistory:\nThe patient is a 54-year-old male with chest pain for 2 days.",
     "CHIEF COMPLAINT\n\nChest pain for two days.\n\nHISTORY\n\nA 54 year old man presents with pain in the chest."),
    ("Métastase hépatique", "metastase hepatique"),
    ("mass in the right upper lobe, 2.5 cm", "2.5cm mass (right upper lobe)"),
    ("The cat sat on the mat", "cats sitting on mats"),
    ("generalized organizations were relational and conditional", "general organization was relating conditions"),
    ("no acute cardiopulmonary abnormality", "no acute cardiopulmonary abnormality is seen in this exam today"),
    ("x", "x"),
    ("one two three four five six seven eight nine ten", "one two three four five"),
    ("Don't stop; it's the patient's 3rd visit!", "Dont stop - its the patients third visit"),
    ("a&b <c> \"d\"", "a & b &lt;c&gt; 'd'"),
    ("Findings: 1,234.5 cells/uL (high).", "Findings: 1,234.5 cells/uL - high"),
    ("肺炎です", "肺炎"),
    ("heart heart lung lung", "heart lung heart lung kidney"),
    ("ABC", "xyz"),
]
random.seed(11)
vocabulary = "the lungs are clear no focal consolidation pleural effusion or pneumothorax heart size normal . , mild".split()
for n in (5, 12, 30, 60):
    for _ in range(3):
        reference = [random.choice(vocabulary) for _ in range(n)]
        answer = [w if random.random() < 0.7 else random.choice(vocabulary) for w in reference]
        if random.random() < 0.6:
            answer = answer[: max(1, int(n * random.random()))] + answer[: random.randrange(n)]
        pairs.append((" ".join(reference), " ".join(answer)))

scorer = google.RougeScorer(["rouge1", "rouge2", "rougeL", "rougeLsum"])
names = ["google-rouge-1", "google-rouge-2", "google-rouge-l", "google-rouge-lsum", "pypi-rouge-1", "pypi-rouge-2",
         "pypi-rouge-l", "coco-rouge-l", "bleu-nltk-method1", "bleu-sacre-exp", "chrf", "chrf-words", "meteor-stems",
         "token-f1", "llava-med-open"]
print("# software: rouge_score, PyPI rouge, pycocoevalcap, NLTK, sacreBLEU, LLaVA-Med, lm-evaluation-harness (SQuAD's F1)")
print("# version: rouge_score of 2024, rouge c1b90a7 (1.0.1), pycocoevalcap ad63453, NLTK", nltk.__version__ + ", sacreBLEU f615c72, LLaVA-Med before 821e1c7, lm-evaluation-harness 4e7e0d4")
print("# command: /usr/bin/python3 similarity.py > similarity.tsv")
print("# source: similarity.py beside this file; line ends are written \\n")
print("reference", "answer", *names, sep="\t")
for reference, answer in pairs:
    g = scorer.score(reference, answer)
    p = Rouge().get_scores(answer, reference)[0]
    llava = calculate_f1score(normalize_word(answer.lower()), normalize_word(reference.lower()))
    values = [
        g["rouge1"].fmeasure, g["rouge2"].fmeasure, g["rougeL"].fmeasure, g["rougeLsum"].fmeasure,
        p["rouge-1"]["f"], p["rouge-2"]["f"], p["rouge-l"]["f"],
        CocoRouge().calc_score([answer], [reference]),
        sentence_bleu([reference.split()], answer.split(), smoothing_function=SmoothingFunction().method1),
        sacrebleu.sentence_bleu(answer, [reference]).score / 100,
        sacrebleu.sentence_chrf(answer, [reference]).score / 100,
        sacrebleu.sentence_chrf(answer, [reference], word_order=2).score / 100,
        single_meteor_score(reference.split(), answer.split(), stemmer=PorterStemmer(), wordnet=NoWords()),
        qa_f1_score(answer, reference),
        llava[2] if isinstance(llava, tuple) else 0,
    ]
    print(reference.replace("\n", "\\n"), answer.replace("\n", "\\n"), *[repr(float(v)) for v in values], sep="\t")
