"""Letters of marks by the 32-bit FNV-1a hash, apart from the Java code: python3 fnv1a.py > fnv1a.tsv"""
import sys

print("# software: CPython")
print("# version: %d.%d.%d" % sys.version_info[:3])
print("# command: python3 fnv1a.py > fnv1a.tsv")
print("mark\toptions\tletter")
cases = [("Case %06d" % i, 4) for i in range(1, 13)]
cases += [("Case 7", 5), ("Case 12345678", 10), ("Frage ä", 26), ("", 2)]
for mark, options in cases:
    h = 2166136261
    for byte in mark.encode("utf-8"):
        h = ((h ^ byte) * 16777619) % 2**32
    h ^= h >> 16
    print("%s\t%d\t%s" % (mark, options, chr(65 + h % options)))
