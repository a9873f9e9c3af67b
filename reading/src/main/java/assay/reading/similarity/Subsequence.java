package assay.reading.similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The longest common subsequence of two lists of words, by the table of Wagner and Fischer 1974: of
 * time and, where the words themselves are asked for, of memory the product of the lengths; so
 * texts whose product is above {@link #MOST_CELLS} are refused.
 */
public final class Subsequence {

  /** The largest product of two lengths that is compared. */
  public static final long MOST_CELLS = 1L << 26;

  /** Which of two equally long subsequences is taken, by the word that is let go first. */
  public enum Tie {
    /** The last word of the reference, as {@code rouge_score} does. */
    DROP_REFERENCE,
    /** The last word of the answer, as PyPI's {@code rouge} does. */
    DROP_ANSWER
  }

  private Subsequence() {}

  /** Whether the product of the lengths is small enough. */
  public static boolean fits(List<String> reference, List<String> answer) {
    return (long) reference.size() * answer.size() <= MOST_CELLS;
  }

  /**
   * How long the longest common subsequence is.
   *
   * @throws IllegalArgumentException if the lists do not {@link #fits fit}
   */
  public static int length(List<String> reference, List<String> answer) {
    check(reference, answer);
    Map<String, Integer> codes = new HashMap<>();
    int[] rows = codes(reference, codes);
    int[] columns = codes(answer, codes);
    int[] above = new int[columns.length + 1];
    int[] here = new int[columns.length + 1];
    for (int row : rows) {
      for (int j = 0; j < columns.length; j++) {
        here[j + 1] = row == columns[j] ? above[j] + 1 : Math.max(above[j + 1], here[j]);
      }
      int[] swap = above;
      above = here;
      here = swap;
    }
    return above[columns.length];
  }

  /**
   * Which words of the reference are in a longest common subsequence, as places in ascending order.
   *
   * @throws IllegalArgumentException if the lists do not {@link #fits fit}
   */
  public static int[] places(List<String> reference, List<String> answer, Tie tie) {
    check(reference, answer);
    Map<String, Integer> codes = new HashMap<>();
    int[] rows = codes(reference, codes);
    int[] columns = codes(answer, codes);
    int[][] table = new int[rows.length + 1][columns.length + 1];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        table[i + 1][j + 1] =
            rows[i] == columns[j] ? table[i][j] + 1 : Math.max(table[i][j + 1], table[i + 1][j]);
      }
    }
    int[] places = new int[table[rows.length][columns.length]];
    int left = places.length;
    int i = rows.length;
    int j = columns.length;
    while (i > 0 && j > 0) {
      if (rows[i - 1] == columns[j - 1]) {
        places[--left] = i - 1;
        i--;
        j--;
      } else if (dropsAnswer(table[i - 1][j], table[i][j - 1], tie)) {
        j--;
      } else {
        i--;
      }
    }
    return Arrays.copyOfRange(places, left, places.length);
  }

  private static boolean dropsAnswer(int withoutReference, int withoutAnswer, Tie tie) {
    return switch (tie) {
      case DROP_REFERENCE -> withoutAnswer > withoutReference;
      case DROP_ANSWER -> withoutAnswer >= withoutReference;
    };
  }

  private static void check(List<String> reference, List<String> answer) {
    if (!fits(reference, answer)) {
      throw new IllegalArgumentException(
          "lists of "
              + reference.size()
              + " and "
              + answer.size()
              + " words: expected a product of at most "
              + MOST_CELLS);
    }
  }

  private static int[] codes(List<String> words, Map<String, Integer> codes) {
    int[] coded = new int[words.size()];
    for (int i = 0; i < coded.length; i++) {
      coded[i] = codes.computeIfAbsent(words.get(i), word -> codes.size());
    }
    return coded;
  }
}
