package assay.statistics.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chapter of the report: a text and a table of shares in percent.
 *
 * @param title of the chapter
 * @param text what was done
 * @param head names of the columns
 * @param rows a name and a value for each column
 */
record Chapter(String title, String text, List<String> head, List<Row> rows) {

  /** A line of the table; NaN where there is no value. */
  record Row(String name, double[] values) {

    /** A value by its column's number. */
    double at(int column) {
      return values[column];
    }
  }

  static Chapter of(String title, String text, String... head) {
    return new Chapter(title, text, List.of(head), new ArrayList<>());
  }

  void add(String name, double... values) {
    rows.add(new Row(name, values));
  }

  /** Rows from shares by column. */
  void addColumns(List<String> names, List<double[]> columns) {
    for (int r = 0; r < names.size(); r++) {
      int row = r;
      add(names.get(r), columns.stream().mapToDouble(column -> column[row]).toArray());
    }
  }

  Row row(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  String markdown() {
    StringBuilder text = new StringBuilder("## " + title + "\n\n" + this.text + "\n\n| |");
    head.forEach(name -> text.append(' ').append(name).append(" |"));
    text.append("\n|---|").append("---:|".repeat(head.size())).append('\n');
    for (Row row : rows) {
      text.append("| ").append(row.name()).append(" |");
      for (double value : row.values()) {
        text.append(
            Double.isNaN(value) ? " |" : String.format(Locale.ROOT, " %.1f |", 100 * value));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
