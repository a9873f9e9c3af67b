package assay.report.text;

import assay.evaluation.estimate.Labels;
import assay.evaluation.item.Item;
import assay.report.table.TextRows;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.function.Consumer;

/**
 * Single items as a table, a line each. The first some hundred say how wide columns are, then lines
 * go out as they come, so that memory does not grow with the items.
 */
public final class ItemTable {

  private final TextRows rows;
  private final int columns;

  /**
   * A table.
   *
   * @param columns width of the terminal
   * @param out is given lines, each with its line end
   */
  public ItemTable(int columns, Consumer<String> out) {
    this.columns = columns;
    this.rows =
        new TextRows(
            new TextTable()
                .column("sample", Align.SHRINK_NAME)
                .column("gold", Align.SHRINK)
                .column("read", Align.SHRINK)
                .column("score", Align.RIGHT)
                .column("why", Align.SHRINK)
                .column("reply", Align.SHRINK),
            columns,
            out);
  }

  /** Adds an item. */
  public void add(Item item) {
    rows.add(
        bothEnds(item.sample().id()),
        brief(Labels.of(item.sample().target())),
        brief(ItemText.read(item)),
        ItemText.score(item),
        brief(ItemText.why(item)),
        item.reply() == null ? "" : brief(item.reply().text().strip()));
  }

  /** No cell can show more than the terminal has; what is kept of it is enough to be cut again. */
  private String brief(String text) {
    return text.substring(0, Math.min(text.length(), 4 * columns));
  }

  /** Ids may differ at either end. */
  private String bothEnds(String id) {
    int half = 2 * columns;
    return id.length() <= 2 * half
        ? id
        : id.substring(0, half) + '…' + id.substring(id.length() - half);
  }

  /** Puts out what still waits; says how many items there were. */
  public long end() {
    return rows.end();
  }
}
