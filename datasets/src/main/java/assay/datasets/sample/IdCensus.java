package assay.datasets.sample;

import java.util.Arrays;

/**
 * Which ids were seen, in 16 bytes an id or less: a set of 64-bit digests. Two ids may share a
 * digest by chance, so "seen" is a suspicion, to be settled by a second look at the ids themselves;
 * "not seen" is certain.
 */
final class IdCensus {

  private long[] table = new long[1 << 10];
  private int size;
  private boolean holdsZero;

  /** Takes an id in; false where its digest was seen before. */
  boolean add(String id) {
    long digest = digest(id);
    if (digest == 0) {
      boolean first = !holdsZero;
      holdsZero = true;
      return first;
    }
    if (size * 2 >= table.length) {
      grow();
    }
    int at = slot(table, digest);
    if (table[at] == digest) {
      return false;
    }
    table[at] = digest;
    size++;
    return true;
  }

  /** Whether an id with the same digest was taken in. */
  boolean mayContain(String id) {
    long digest = digest(id);
    return digest == 0 ? holdsZero : table[slot(table, digest)] == digest;
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    Arrays.stream(old).filter(d -> d != 0).forEach(d -> table[slot(table, d)] = d);
  }

  private static int slot(long[] table, long digest) {
    int mask = table.length - 1;
    int at = (int) digest & mask;
    while (table[at] != 0 && table[at] != digest) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** FNV-1a over the characters, its bits mixed once more (the finaliser of SplitMix64). */
  static long digest(String id) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      h = (h ^ id.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }
}
