package assay.statistics;

/**
 * Two yes/no measurements of the same items: the fourfold table of paired data.
 *
 * @param both items on which both succeed
 * @param firstOnly items on which only the first succeeds
 * @param secondOnly items on which only the second succeeds
 * @param neither items on which neither succeeds
 */
public record PairedCounts(long both, long firstOnly, long secondOnly, long neither) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  public PairedCounts {
    Arguments.checkCount("both", both);
    Arguments.checkCount("firstOnly", firstOnly);
    Arguments.checkCount("secondOnly", secondOnly);
    Arguments.checkCount("neither", neither);
  }

  /**
   * Counts two arrays of 0 and 1, item by item.
   *
   * @throws IllegalArgumentException if the lengths differ, or with the index of the first value
   *     that is neither 0 nor 1
   */
  public static PairedCounts of(double[] first, double[] second) {
    Arguments.checkSameLength("first", first.length, "second", second.length);
    long[] cells = new long[4];
    for (int i = 0; i < first.length; i++) {
      cells[2 * binary("first", first, i) + binary("second", second, i)]++;
    }
    return new PairedCounts(cells[3], cells[2], cells[1], cells[0]);
  }

  private static int binary(String name, double[] values, int i) {
    if (values[i] == 0 || values[i] == 1) {
      return (int) values[i];
    }
    throw new IllegalArgumentException(name + "[" + i + "] is " + values[i] + "; expected 0 or 1");
  }

  /** All items. */
  public long n() {
    return both + firstOnly + secondOnly + neither;
  }

  /** Items on which the two differ. */
  public long discordant() {
    return firstOnly + secondOnly;
  }

  /** The same table with first and second exchanged. */
  public PairedCounts swapped() {
    return new PairedCounts(both, secondOnly, firstOnly, neither);
  }

  /** The table of another set of items added to this one. */
  public PairedCounts plus(PairedCounts other) {
    return new PairedCounts(
        both + other.both,
        firstOnly + other.firstOnly,
        secondOnly + other.secondOnly,
        neither + other.neither);
  }
}
