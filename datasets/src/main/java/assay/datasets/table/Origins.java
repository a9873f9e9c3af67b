package assay.datasets.table;

import assay.core.data.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a table come from, by their position. Kept as stretches of rows whose lines and
 * numbers go up by one; a file of one-line records is a single stretch.
 */
final class Origins {

  private static final int FIRST_CAPACITY = 16;
  private static final long NO_LINE = Long.MIN_VALUE;

  private final List<String> files = new ArrayList<>();
  private long[] firsts = new long[FIRST_CAPACITY];
  private long[] numbers = new long[FIRST_CAPACITY];
  private long[] lines = new long[FIRST_CAPACITY];
  private int[] fileOf = new int[FIRST_CAPACITY];
  private int stretches;
  private long rows;

  /** A place in a file. */
  record Origin(String file, long number, @Nullable Long line) {}

  /** Adds the origin of the next row. */
  void add(Row row) {
    int last = stretches - 1;
    long line = row.line() == null ? NO_LINE : row.line();
    if (last >= 0) {
      long step = rows - firsts[last];
      boolean sameFile = files.get(fileOf[last]).equals(row.file());
      boolean lineGoesOn = lines[last] == NO_LINE ? line == NO_LINE : line == lines[last] + step;
      if (sameFile && lineGoesOn && row.number() == numbers[last] + step) {
        rows++;
        return;
      }
    }
    begin(row, line);
    rows++;
  }

  private void begin(Row row, long line) {
    if (stretches == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * stretches);
      numbers = Arrays.copyOf(numbers, 2 * stretches);
      lines = Arrays.copyOf(lines, 2 * stretches);
      fileOf = Arrays.copyOf(fileOf, 2 * stretches);
    }
    int file = files.lastIndexOf(row.file());
    if (file < 0) {
      file = files.size();
      files.add(row.file());
    }
    firsts[stretches] = rows;
    numbers[stretches] = row.number();
    lines[stretches] = line;
    fileOf[stretches] = file;
    stretches++;
  }

  /** How many rows there are. */
  long rows() {
    return rows;
  }

  /** The first file that rows came from, or null where there were none. */
  @Nullable String firstFile() {
    return files.isEmpty() ? null : files.getFirst();
  }

  /** The origin of the row at this position, or null where there is none. */
  @Nullable Origin at(long position) {
    if (position < 0 || position >= rows) {
      return null;
    }
    int found = Arrays.binarySearch(firsts, 0, stretches, position);
    int stretch = found >= 0 ? found : -found - 2;
    long step = position - firsts[stretch];
    Long line = lines[stretch] == NO_LINE ? null : Long.valueOf(lines[stretch] + step);
    return new Origin(files.get(fileOf[stretch]), numbers[stretch] + step, line);
  }
}
