"""Writes stems.tsv: stems by NLTK's Porter stemmer of words and of made-up words with every ending."""
import random

import nltk
from nltk.stem.porter import PorterStemmer

stem = PorterStemmer().stem
endings = ("s es ed ing ied ies eed y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness "
           "ousness aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment "
           "ent ion sion tion ou ism ate iti ous ive ize e l ll ss sses at bl iz").split()
words = ("sky skies dying lying tying news innings outing cannings howe proceed exceed succeed die lie tie tied died spied flies enjoy "
         "happy cry say by yy yyy ayy syzygy geology theology pathological radiologically abnormalities ventricular hypertrophy opacities "
         "hopping hoping falling hissing fizzed failing filing owed agreed feed bled sing plastered motoring conflated troubled sized tanned "
         "controlling rolling cease controll probate rate caresses ponies ties caress cats oscillators a an i be").split()
random.seed(3)
for _ in range(1500):
    root = "".join(random.choice("aeiouybcdlnrst") for _ in range(random.randint(1, 7)))
    words.append(root + random.choice(endings))
print("# software: NLTK PorterStemmer, mode NLTK_EXTENSIONS")
print("# version:", nltk.__version__)
print("# command: /usr/bin/python3 stems.py > stems.tsv")
print("# source: stems.py beside this file")
print("words\tstems")
for i in range(0, len(words), 25):
    part = words[i:i + 25]
    print(" ".join(part), " ".join(stem(w) for w in part), sep="\t")
