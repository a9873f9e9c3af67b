package assay.cli.command;

import assay.cli.terminal.Terminal;
import assay.cli.wiring.Views;
import assay.evaluation.item.ItemFilter;
import assay.evaluation.json.Json;
import assay.report.json.ItemJson;
import assay.report.text.ItemTable;
import assay.report.text.ItemText;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints single items: a table, whole texts, or JSON Lines. */
final class ItemsPrinter {

  private final Terminal terminal;
  private final boolean json;
  private final boolean full;
  private final int most;

  ItemsPrinter(Terminal terminal, boolean json, boolean full, @Nullable Integer most) {
    this.terminal = terminal;
    this.json = json;
    this.full = full;
    this.most = most == null ? Integer.MAX_VALUE : most;
  }

  void print(Views.Selection selection, ItemFilter which) throws IOException {
    ItemTable table = new ItemTable(terminal.columns(), terminal.out()::print);
    int[] shown = {0};
    Views.items(
        selection,
        which,
        item -> {
          if (shown[0] >= most) {
            return false;
          }
          shown[0]++;
          if (json) {
            terminal.out().println(Json.write(ItemJson.write(item)));
          } else if (full) {
            terminal.out().println(ItemText.full(item, terminal.columns()));
          } else {
            table.add(item);
          }
          return true;
        });
    if (json) {
      return;
    }
    if (shown[0] == 0) {
      terminal
          .out()
          .println("no items of the kind '" + which.name().toLowerCase(Locale.ROOT) + "'");
    } else if (!full) {
      table.end();
    }
  }
}
