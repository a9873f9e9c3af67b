package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.DryRun;
import assay.evaluation.json.Json;
import assay.models.estimate.TokenRange;
import assay.report.json.PrettyJson;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what a run would send. */
final class DryRunPrinter {

  private DryRunPrinter() {}

  static int print(Terminal terminal, List<DryRun.Estimate> estimates, boolean json) {
    if (json) {
      ObjectNode document = Json.object();
      ArrayNode array = document.putArray("dry_run");
      estimates.forEach(estimate -> array.add(json(estimate)));
      terminal.out().println(PrettyJson.write(document));
      return ExitCode.DONE.code();
    }
    for (DryRun.Estimate estimate : estimates) {
      terminal.out().println(estimate.model());
      TextTable table = new TextTable().column("", Align.LEFT).column("", Align.RIGHT);
      table.row("calls", Figures.count(estimate.calls()));
      table.row("pictures", Figures.count(estimate.images()));
      table.row("tokens of text", range(estimate.textTokens()));
      table.row("tokens of pictures", range(estimate.imageTokens()));
      table.row("tokens of replies", range(estimate.replyTokens()));
      DryRun.@Nullable PriceRange price = estimate.price();
      table.row(
          "price",
          price == null
              ? estimate.replyTokens() == null
                  ? "not known while replies are not bounded"
                  : "not known: name a table with --prices FILE"
              : String.format(
                  Locale.ROOT,
                  "%.2f to %.2f (prices of %s)",
                  price.low(),
                  price.high(),
                  price.date()));
      String text = table.render(terminal.columns(), "  ");
      terminal.out().print(text.substring(text.indexOf('\n') + 1));
    }
    terminal.out().println();
    terminal.out().println("Tokens are estimated by rules of thumb. Nothing was sent.");
    return ExitCode.DONE.code();
  }

  private static String range(@Nullable TokenRange range) {
    if (range == null) {
      return "not bounded: set --max-tokens";
    }
    return range.low() == range.high()
        ? Figures.count(range.low())
        : Figures.count(range.low()) + " to " + Figures.count(range.high());
  }

  private static ObjectNode json(DryRun.Estimate estimate) {
    ObjectNode json =
        Json.object()
            .put("model", estimate.model())
            .put("calls", estimate.calls())
            .put("images", estimate.images());
    json.set("text_tokens", json(estimate.textTokens()));
    json.set("image_tokens", json(estimate.imageTokens()));
    json.set("reply_tokens", json(estimate.replyTokens()));
    DryRun.@Nullable PriceRange price = estimate.price();
    json.set(
        "price",
        price == null
            ? null
            : Json.object()
                .put("low", price.low())
                .put("high", price.high())
                .put("date", price.date()));
    return json;
  }

  private static @Nullable ObjectNode json(@Nullable TokenRange range) {
    return range == null ? null : Json.object().put("low", range.low()).put("high", range.high());
  }
}
