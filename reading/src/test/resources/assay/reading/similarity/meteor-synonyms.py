"""Writes meteor-synonyms.tsv: METEOR with WordNet's synonyms by NLTK.

Takes the folder of WordNet 3.0's files (index.noun, data.noun, …), which stand in the archive
extjwnl-data-wn30-1.2.jar under net/sf/extjwnl/data/wordnet/wn30.
"""
import random
import sys

from nltk.corpus.reader.wordnet import WordNetCorpusReader
from nltk.translate.meteor_score import single_meteor_score

wordnet = WordNetCorpusReader(sys.argv[1], None)
pairs = [
    ("The physician examined the abdomen", "the doctor inspected the belly"),
    ("heart attack", "cardiac infarction"),
    ("The child has a fever and a cough", "the kid has a temperature and coughing"),
    ("myocardial infarct of the inferior wall", "inferior wall infarction of the myocardium"),
    ("big tumour in the right lung", "large tumor in the right lung"),
    ("big neoplasm in the right lung", "large tumor in the right lung"),
    ("The patient was discharged from hospital", "the patient was released from the infirmary"),
    ("stomach ache", "belly pain"),
    ("car", "automobile"),
    ("Automobile", "CAR"),
    ("men ran quickly", "man runs rapidly"),
    ("the geese flew", "goose flying"),
    ("he bought it", "he purchased it"),
    ("begin treatment at once", "start therapy immediately"),
    ("no acute cardiopulmonary abnormality", "no acute cardiopulmonary abnormalcy is visible"),
    ("mild swelling of the ankle", "slight puffiness of the ankle joint"),
    ("the bone is broken", "the os is fractured"),
    ("blood clot in the leg", "thrombus in the leg"),
    ("rapid breathing", "fast respiration"),
    ("the kidneys are normal in size", "the kidney is of normal size"),
    ("a a a b b", "b a"),
    ("large big great", "big large great"),
    ("help aid assist", "assistance help aid aid"),
    ("ill sick unwell", "sick ill"),
    ("x", "y"),
    ("pneumonia.", "pneumonia"),
    ("Métastase hépatique", "metastase hepatique"),
    ("肺炎 です", "肺炎 だ"),
    ("The heart is enlarged; there is fluid in the lungs", "The heart is expanded; there is liquid in the lungs"),
    ("stop smoking", "quit smoking"),
    ("cease smoking", "halt smoke"),
    ("happier patients", "happy patient"),
    ("the ladies' leaves", "lady leaf"),
    ("boxes churches wishes buzzes", "box church wish buzz"),
    ("essesses seses", "esses ses"),
    ("physicians treated illnesses", "doctors cared for sicknesses"),
    ("Paris is a metropolis", "paris is a city"),
    ("better worst further", "good bad far"),
    ("was been are", "be"),
    ("well-being o'clock 3rd", "wellbeing oclock third"),
    ("heart_attack", "coronary"),
]
random.seed(20)
vocabulary = (
    "doctor physician lung heart big large small little begin start stop cease halt pain ache hurt ill sick "
    "fluid liquid tumor neoplasm cancer mass wide broad quick fast rapid old aged child kid disease illness "
    "see visualize show demonstrate increase grow decrease diminish the of in and is are left right").split()
for n in (4, 8, 16, 30):
    for _ in range(6):
        reference = [random.choice(vocabulary) for _ in range(n)]
        answer = [w if random.random() < 0.4 else random.choice(vocabulary) for w in reference]
        if random.random() < 0.5:
            random.shuffle(answer)
        pairs.append((" ".join(reference), " ".join(answer)))

print("# software: NLTK, single_meteor_score with PorterStemmer and WordNet 3.0")
print("# version: NLTK 3.8 (Debian python3-nltk 3.8-1), WordNet 3.0 (extjwnl-data-wn30 1.2)")
print("# command: /usr/bin/python3 meteor-synonyms.py WORDNET > meteor-synonyms.tsv")
print("# source: meteor-synonyms.py beside this file")
print("reference\tanswer\tmeteor-synonyms")
for reference, answer in pairs:
    value = single_meteor_score(reference.split(), answer.split(), wordnet=wordnet)
    print(f"{reference}\t{answer}\t{value!r}")
