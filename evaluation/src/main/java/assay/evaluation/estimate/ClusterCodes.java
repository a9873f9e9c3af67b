package assay.evaluation.estimate;

import java.util.Arrays;

/**
 * Small numbers for the names of clusters, the same in all series. Holds 64 bits of each name and
 * not the name itself: among a million clusters two share them with a probability of 3 in 10⁸, and
 * would count as one.
 */
final class ClusterCodes {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] hashes = new long[64];
  private int[] codes = new int[64];
  private int size;

  ClusterCodes() {
    Arrays.fill(codes, -1);
  }

  /** The number of a name, from 0 in the order in which names are first met. */
  int of(String name) {
    if (2 * size >= codes.length) {
      grow();
    }
    long hash = hash(name);
    int slot = slot(hash, hashes, codes);
    if (codes[slot] < 0) {
      hashes[slot] = hash;
      codes[slot] = size++;
    }
    return codes[slot];
  }

  private void grow() {
    long[] moreHashes = new long[2 * hashes.length];
    int[] moreCodes = new int[2 * codes.length];
    Arrays.fill(moreCodes, -1);
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= 0) {
        int slot = slot(hashes[i], moreHashes, moreCodes);
        moreHashes[slot] = hashes[i];
        moreCodes[slot] = codes[i];
      }
    }
    hashes = moreHashes;
    codes = moreCodes;
  }

  /** Where the hash stands, or the free place where it belongs. */
  private static int slot(long hash, long[] hashes, int[] codes) {
    int slot = (int) hash & (codes.length - 1);
    while (codes[slot] >= 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (codes.length - 1);
    }
    return slot;
  }

  /** FNV-1a, then mixed so that low bits depend on all. */
  private static long hash(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
