package assay.statistics.agreement;

/**
 * How pairs of items are ordered by two readings.
 *
 * @param items number of items
 * @param classes the smaller number of distinct values
 * @param tiedFirst pairs that are equal by the first reading
 * @param tiedSecond pairs that are equal by the second reading
 * @param excess concordant less discordant pairs
 */
record PairOrder(double items, double classes, double tiedFirst, double tiedSecond, double excess) {

  /** All unordered pairs. */
  double pairs() {
    return items * (items - 1) / 2;
  }
}
