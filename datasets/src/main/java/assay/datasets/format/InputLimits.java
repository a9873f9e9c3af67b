package assay.datasets.format;

/**
 * How much a file may ask of the machine. Each bound is generous for real data and can be set by a
 * system property; a file beyond one is a problem that names it.
 *
 * @param expandedBytes bytes that a compressed file may expand to, {@code
 *     assay.limits.expanded-bytes}, by default 64 GiB
 * @param ratio how many times its own size a compressed file may expand to, {@code
 *     assay.limits.ratio}, by default 200; counts only beyond {@code ratioFrom}
 * @param ratioFrom expanded bytes from which the ratio counts, {@code assay.limits.ratio-from}, by
 *     default 64 MiB
 * @param cellCharacters characters of one cell or string, {@code assay.limits.cell-characters}, by
 *     default 2^27 (134 million)
 * @param recordCharacters characters of one record, {@code assay.limits.record-characters}, by
 *     default 2^28 (268 million)
 * @param depth how deep lists and objects may be nested, {@code assay.limits.depth}, by default 500
 * @param columns how many columns a table may have, {@code assay.limits.columns}, by default 16384
 */
public record InputLimits(
    long expandedBytes,
    long ratio,
    long ratioFrom,
    int cellCharacters,
    long recordCharacters,
    int depth,
    int columns) {

  private static final String PREFIX = "assay.limits.";

  /** The bounds by default, or as the system properties set them. */
  public static InputLimits current() {
    return new InputLimits(
        Long.getLong(PREFIX + "expanded-bytes", 64L << 30),
        Long.getLong(PREFIX + "ratio", 200),
        Long.getLong(PREFIX + "ratio-from", 64L << 20),
        Integer.getInteger(PREFIX + "cell-characters", 1 << 27),
        Long.getLong(PREFIX + "record-characters", 1L << 28),
        Integer.getInteger(PREFIX + "depth", 500),
        Integer.getInteger(PREFIX + "columns", 16384));
  }
}
