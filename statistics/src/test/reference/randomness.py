"""Usage: python3 statistics/src/test/reference/randomness.py

First numbers of named sources: SHA-256 by hashlib, xoshiro256++ after Blackman and Vigna.
"""
import hashlib
import struct

MASK = (1 << 64) - 1


def state(seed, name):
    return list(struct.unpack(">4Q", hashlib.sha256(struct.pack(">q", seed) + name.encode()).digest()))


def rotl(x, k):
    return (x << k | x >> (64 - k)) & MASK


def numbers(s, count):
    for _ in range(count):
        yield (rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


signed = lambda v: v - (1 << 64) if v >> 63 else v
name = "bootstrap/medqa/hard"
print([signed(v) for v in numbers(state(42, name), 3)], signed(state(42, name)[0]))
print([signed(v) for v in numbers(state(-1, "größer/问"), 1)])
