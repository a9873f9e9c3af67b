package assay.statistics.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which intervals of some chapters are outside 94 to 96 from n = 30 and 20 clusters on. */
record Misses(List<Chapter> chapters) {

  private static final double LEAST = 0.94;
  private static final double MOST = 0.96;
  private static final Pattern SMALL = Pattern.compile("n = (10|15|20)");

  private static boolean counts(Chapter.Row row, Chapter chapter, int column) {
    return !row.name().contains("naive")
        && Double.isFinite(row.at(column))
        && !SMALL.matcher(chapter.head().get(column)).matches();
  }

  /** Each row that is short somewhere, with the least of its shares and where that is. */
  List<String> tooShort() {
    List<String> found = new ArrayList<>();
    for (Chapter chapter : chapters) {
      for (Chapter.Row row : chapter.rows()) {
        int worst = -1;
        for (int c = 0; c < row.values().length; c++) {
          if (counts(row, chapter, c)
              && row.at(c) < LEAST
              && (worst < 0 || row.at(c) < row.at(worst))) {
            worst = c;
          }
        }
        if (worst >= 0) {
          found.add(
              String.format(
                  Locale.ROOT,
                  "%s %.1f (%s)",
                  row.name(),
                  100 * row.at(worst),
                  place(chapter, worst)));
        }
      }
    }
    return found;
  }

  /** A column's name, with that of the first of its group where it leaves that out. */
  private static String place(Chapter chapter, int column) {
    String name = chapter.head().get(column);
    for (int c = column; c >= 0 && name.startsWith("n = "); c--) {
      String before = chapter.head().get(c);
      if (before.contains(", n = ")) {
        return before.substring(0, before.indexOf(", n = ")) + ", " + name;
      }
    }
    return name;
  }

  /** Each row that is wide in every column that counts, with the most of its shares. */
  List<String> tooWide() {
    List<String> found = new ArrayList<>();
    for (Chapter chapter : chapters) {
      for (Chapter.Row row : chapter.rows()) {
        double[] shares =
            IntStream.range(0, row.values().length)
                .filter(c -> counts(row, chapter, c))
                .mapToDouble(row::at)
                .toArray();
        if (shares.length > 0 && Arrays.stream(shares).allMatch(share -> share > MOST)) {
          found.add(
              String.format(
                  Locale.ROOT,
                  "%s %.1f",
                  row.name(),
                  100 * Arrays.stream(shares).max().orElseThrow()));
        }
      }
    }
    return found;
  }
}
