package assay.reading.similarity;

/** Levenshtein's distance over characters (Unicode code points). */
public final class EditDistance {

  /** The largest product of two lengths that is compared. */
  public static final long MOST_CELLS = 1L << 28;

  private EditDistance() {}

  /** Whether the product of the lengths is small enough. */
  public static boolean fits(String one, String other) {
    return (long) one.length() * other.length() <= MOST_CELLS;
  }

  /**
   * The least number of characters to insert, delete or replace.
   *
   * @throws IllegalArgumentException if the texts do not {@link #fits fit}
   */
  public static int between(String one, String other) {
    if (!fits(one, other)) {
      throw new IllegalArgumentException(
          "texts of " + one.length() + " and " + other.length() + " characters are too long");
    }
    int[] rows = one.codePoints().toArray();
    int[] columns = other.codePoints().toArray();
    int[] above = new int[columns.length + 1];
    int[] here = new int[columns.length + 1];
    for (int j = 0; j <= columns.length; j++) {
      above[j] = j;
    }
    for (int i = 0; i < rows.length; i++) {
      here[0] = i + 1;
      for (int j = 0; j < columns.length; j++) {
        int replaced = above[j] + (rows[i] == columns[j] ? 0 : 1);
        here[j + 1] = Math.min(replaced, Math.min(above[j + 1], here[j]) + 1);
      }
      int[] swap = above;
      above = here;
      here = swap;
    }
    return above[columns.length];
  }

  /** {@code 1 − distance / longer length}: 1 for equal texts, 0 where nothing stays. */
  public static double similarity(String one, String other) {
    int longer =
        Math.max(one.codePointCount(0, one.length()), other.codePointCount(0, other.length()));
    return longer == 0 ? 1 : 1 - (double) between(one, other) / longer;
  }
}
