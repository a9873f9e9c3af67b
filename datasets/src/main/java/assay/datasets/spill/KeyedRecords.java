package assay.datasets.spill;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Records by number, in the order in which they came, and by key. A record takes some thirty bytes
 * of memory, whatever its size: the rest lies in a file once there is much of it. Safe for several
 * threads.
 *
 * <p>A key is looked up by a polynomial over its characters modulo 2⁶¹ − 1, at a point that each
 * object draws anew, so that no file can be made of keys that fall together (Carter and Wegman,
 * 1979, doi:10.1016/0022-0000(79)90044-8); the key that stands with the record then decides.
 */
public final class KeyedRecords implements AutoCloseable {

  /** Said where a key has no record. */
  public static final int NONE = -1;

  private static final long PRIME = (1L << 61) - 1;
  private static final int FIRST = 1 << 8;

  private final SpillFile bytes;
  private final long point = new SplittableRandom().nextLong(1L << 32, PRIME);
  private long[] places = new long[FIRST];
  private int[] lengths = new int[FIRST];
  private long[] hashes = new long[FIRST];

  /** Numbers plus one, by hash; 0 where there is none. */
  private int[] table = new int[2 * FIRST];

  private int size;

  public KeyedRecords() {
    this(new SpillFile());
  }

  KeyedRecords(SpillFile bytes) {
    this.bytes = bytes;
  }

  /** How many records there are. */
  public synchronized int size() {
    return size;
  }

  /**
   * Adds a record.
   *
   * @param record begun with its key
   * @return its number, or the one that the key has already, negative and less one: −1 for 0
   */
  public synchronized int add(RecordWriter record) {
    String key = record.key();
    int there = find(key);
    if (there != NONE) {
      return -there - 1;
    }
    byte[] content = record.bytes();
    if (size == places.length) {
      grow();
    }
    places[size] = bytes.append(content);
    lengths[size] = content.length;
    hashes[size] = hash(key);
    enter(size);
    return size++;
  }

  /** Puts another record of the same key in the place of one. */
  public synchronized void replace(int number, RecordWriter record) {
    byte[] content = record.bytes();
    places[number] = bytes.append(content);
    lengths[number] = content.length;
  }

  /** The number of a key's record, or {@link #NONE}. */
  public synchronized int find(String key) {
    long hash = hash(key);
    for (int at = slot(hash); table[at] != 0; at = (at + 1) & (table.length - 1)) {
      int number = table[at] - 1;
      if (hashes[number] == hash && read(number).key().equals(key)) {
        return number;
      }
    }
    return NONE;
  }

  /** A record, to be read behind its key. */
  public synchronized RecordReader read(int number) {
    byte[] content = bytes.read(places[number], lengths[number]);
    try {
      return new RecordReader(new DataInputStream(new ByteArrayInputStream(content)));
    } catch (IOException e) {
      throw new UncheckedIOException("a record of our own cannot be read", e);
    }
  }

  private void grow() {
    int wanted = Math.toIntExact(2L * places.length);
    places = Arrays.copyOf(places, wanted);
    lengths = Arrays.copyOf(lengths, wanted);
    hashes = Arrays.copyOf(hashes, wanted);
    table = new int[2 * wanted];
    for (int number = 0; number < size; number++) {
      enter(number);
    }
  }

  private void enter(int number) {
    int at = slot(hashes[number]);
    while (table[at] != 0) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = number + 1;
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (table.length - 1);
  }

  private long hash(String key) {
    long hash = 1;
    for (int i = 0; i < key.length(); i++) {
      hash = times(hash, point) + key.charAt(i);
      hash = hash >= PRIME ? hash - PRIME : hash;
    }
    return times(hash, point);
  }

  /** The product modulo 2⁶¹ − 1. */
  private static long times(long a, long b) {
    long low = a * b;
    long sum = (low & PRIME) + ((Math.multiplyHigh(a, b) << 3) | (low >>> 61));
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /** Lets go of all records. */
  @Override
  public synchronized void close() {
    bytes.close();
  }
}
