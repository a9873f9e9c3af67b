package assay.perf.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: texts on the left, figures on the right; what is unknown is a dash. */
public final class MarkdownTable {

  private final List<String> texts;
  private final List<Column> columns;
  private final List<String> lines = new ArrayList<>();

  /**
   * A column of figures.
   *
   * @param name as {@link Figures} have it
   * @param pattern of {@link String#format}, for one double
   */
  public record Column(String name, String pattern) {}

  /** A table with these columns of text before those of figures. */
  public MarkdownTable(List<String> texts, List<Column> columns) {
    this.texts = List.copyOf(texts);
    this.columns = List.copyOf(columns);
    List<String> heads = new ArrayList<>(texts);
    columns.forEach(column -> heads.add(column.name()));
    line(heads);
    lines.add("|" + "---|".repeat(texts.size()) + "--:|".repeat(columns.size()));
  }

  /** A row. */
  public MarkdownTable row(List<String> labels, Figures figures) {
    if (labels.size() != texts.size()) {
      throw new IllegalArgumentException(labels + " are not the columns " + texts);
    }
    List<String> cells = new ArrayList<>(labels);
    for (Column column : columns) {
      double value = figures.get(column.name());
      cells.add(Double.isFinite(value) ? String.format(Locale.ROOT, column.pattern(), value) : "–");
    }
    line(cells);
    return this;
  }

  private void line(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  /** The table, with a line break at its end. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
