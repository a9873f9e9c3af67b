package assay.evaluation.estimate;

import java.util.Arrays;

/**
 * How many answers are of each class, classes being 64-bit digests of what was read: so many at
 * most as memory is granted for.
 */
final class ClassCounts {

  /** The digest of no reading. */
  static final long NOT_READ = 0;

  /** Most different classes that are told apart. */
  static final int MOST = 1 << 18;

  private long[] keys = new long[64];
  private long[] counts = new long[64];
  private int classes;
  private boolean full;

  /** The class of what was read: never that of no reading. */
  static long digest(String text) {
    long hash = 0xcbf29ce484222325L; // Fowler, Noll and Vo, by characters
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = mixed(hash);
    return hash == NOT_READ ? 1 : hash;
  }

  private static long mixed(long bits) {
    long a = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    long b = (a ^ (a >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return b ^ (b >>> 33);
  }

  /** Counts an answer, unless there are too many classes already. */
  void add(long key) {
    if (full) {
      return;
    }
    int at = place(key);
    if (counts[at]++ > 0) {
      return;
    }
    keys[at] = key;
    classes++;
    full = classes > MOST;
    if (2 * classes > keys.length) {
      grow();
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) mixed(key) & mask;
    while (counts[at] > 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] before = keys;
    long[] counted = counts;
    keys = new long[2 * before.length];
    counts = new long[keys.length];
    for (int i = 0; i < before.length; i++) {
      if (counted[i] > 0) {
        int at = place(before[i]);
        keys[at] = before[i];
        counts[at] = counted[i];
      }
    }
  }

  /** Whether there were more classes than are told apart, so that the counts are of no use. */
  boolean isFull() {
    return full;
  }

  /** The sum over all classes of this one's count times the other's. */
  long products(ClassCounts other) {
    if (other.classes < classes) {
      return other.products(this);
    }
    long sum = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        sum += counts[i] * other.counts[other.place(keys[i])];
      }
    }
    return sum;
  }

  /** The counts without some of those answers. */
  ClassCounts without(ClassCounts some) {
    ClassCounts rest = new ClassCounts();
    rest.keys = new long[keys.length];
    rest.counts = new long[keys.length];
    rest.full = full || some.full;
    for (int i = 0; i < keys.length && !rest.full; i++) {
      long left = counts[i] == 0 ? 0 : counts[i] - some.counts[some.place(keys[i])];
      if (left > 0) {
        int at = rest.place(keys[i]);
        rest.keys[at] = keys[i];
        rest.counts[at] = left;
        rest.classes++;
      }
    }
    return rest;
  }

  @Override
  public String toString() {
    return classes + " classes of " + Arrays.stream(counts).sum();
  }
}
