package assay.datasets.sample;

import assay.core.Location;
import assay.core.Problem;
import assay.core.data.Row;
import org.jspecify.annotations.Nullable;

/** Words for what is wrong with a row. */
final class RowProblems {

  private static final int SHOWN = 80;

  private RowProblems() {}

  /** The problem at a field of a row. */
  static Problem at(Row row, @Nullable String field, Problem problem) {
    Location where = row.locate(field);
    return problem.at(where.file(), where.line(), where.field());
  }

  /** A field that a template needs is not there. */
  static Problem missing(Row row, String what, String field) {
    return at(
        row,
        field,
        Problem.of("there is no value for the " + what)
            .expected("a column '" + field + "' with a value"));
  }

  /** A value short enough for a message, on one line. */
  static String abridged(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= SHOWN) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return line.substring(0, end) + "…";
  }
}
