package assay.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers distinct codes from 0 in the order in which they first occur. */
public final class DenseCodes {

  private static final int SPREAD = 4;

  private DenseCodes() {}

  /**
   * Writes the number of each code to {@code numbers}; returns how many there are.
   *
   * @param numbers as long as {@code codes}
   */
  public static int number(int[] codes, int[] numbers) {
    if (codes.length == 0) {
      return 0;
    }
    int min = codes[0];
    int max = codes[0];
    for (int code : codes) {
      min = Math.min(min, code);
      max = Math.max(max, code);
    }
    long span = (long) max - min + 1;
    return span <= (long) SPREAD * codes.length
        ? byArray(codes, numbers, min, (int) span)
        : byMap(codes, numbers);
  }

  private static int byArray(int[] codes, int[] numbers, int min, int span) {
    int[] known = new int[span];
    Arrays.fill(known, -1);
    int count = 0;
    for (int i = 0; i < codes.length; i++) {
      int at = codes[i] - min;
      if (known[at] < 0) {
        known[at] = count++;
      }
      numbers[i] = known[at];
    }
    return count;
  }

  private static int byMap(int[] codes, int[] numbers) {
    Map<Integer, Integer> known = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      int next = known.size();
      Integer number = known.putIfAbsent(codes[i], next);
      numbers[i] = number == null ? next : number;
    }
    return known.size();
  }
}
