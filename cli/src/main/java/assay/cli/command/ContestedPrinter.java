package assay.cli.command;

import assay.cli.terminal.Terminal;
import assay.cli.wiring.Views;
import assay.evaluation.item.Contested;
import assay.evaluation.item.Item;
import assay.evaluation.item.ItemFilter;
import assay.evaluation.json.Json;
import assay.report.json.ItemJson;
import assay.report.text.ContestedText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints the answers that extractors read differently: how many, then the most contested. */
final class ContestedPrinter {

  private static final int MOST = 20;

  private final Terminal terminal;
  private final boolean json;
  private final int most;
  private final ItemFilter which;
  private final Contested.Silence silence;

  ContestedPrinter(
      Terminal terminal,
      boolean json,
      @Nullable Integer most,
      ItemFilter which,
      Contested.Silence silence) {
    this.terminal = terminal;
    this.json = json;
    this.most = most != null ? most : json ? Integer.MAX_VALUE : MOST;
    this.which = which;
    this.silence = silence;
  }

  void print(Views.Selection selection) throws IOException {
    if (json && most == Integer.MAX_VALUE) {
      Views.eachContested(selection, which, silence, this::line);
      return;
    }
    Contested contested = Views.contested(selection, most, which, silence);
    if (json) {
      contested.items().forEach(this::line);
    } else {
      terminal
          .out()
          .print(new ContestedText(contested, which, silence, terminal.columns()).render());
    }
  }

  private void line(Item item) {
    terminal.out().println(Json.write(ItemJson.write(item)));
  }
}
