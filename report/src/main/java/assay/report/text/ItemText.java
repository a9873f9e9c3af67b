package assay.report.text;

import assay.core.Option;
import assay.evaluation.estimate.Labels;
import assay.evaluation.item.Item;
import assay.report.table.TextTable;
import java.util.Locale;

/** Single items in words. */
public final class ItemText {

  private ItemText() {}

  /** Adds an item to a table of sample, gold, read, score, why, reply. */
  public static void row(Item item, TextTable table) {
    table.row(
        item.sample().id(),
        Labels.of(item.sample().target()),
        read(item),
        score(item),
        why(item),
        item.reply() == null ? "" : item.reply().text().strip());
  }

  /** The whole item: question, options, gold, reply, what was read and why. */
  public static String full(Item item, int columns) {
    StringBuilder out = new StringBuilder();
    String rule = "─".repeat(Math.min(columns, 78));
    out.append(rule).append('\n');
    out.append(TextTable.harmless(item.sample().id()));
    out.append("  ").append(TextTable.harmless(item.model())).append('\n');
    append(out, item.sample().question());
    for (Option option : item.sample().options()) {
      append(out, "  " + option.key() + ". " + option.text());
    }
    item.sample().media().forEach(media -> append(out, "  [" + media + "]"));
    append(out, "gold:  " + Labels.of(item.sample().target()));
    append(out, "reply: " + (item.reply() == null ? "none" : item.reply().text()));
    append(out, "read:  " + read(item) + " by " + item.extractor() + why(item));
    append(out, "score: " + score(item) + " by " + item.scorer());
    return out.toString();
  }

  private static void append(StringBuilder out, String text) {
    text.lines().forEach(line -> out.append(TextTable.harmless(line)).append('\n'));
  }

  private static String read(Item item) {
    if (item.reading() == null) {
      return "";
    }
    return item.reading().answer() == null
        ? item.reading().outcome()
        : Labels.of(item.reading().answer());
  }

  private static String score(Item item) {
    if (item.score() == null) {
      return "";
    }
    return item.score().undefined() != null
        ? "undefined"
        : String.format(
            Locale.ROOT,
            item.score().value() == Math.rint(item.score().value()) ? "%.0f" : "%.3f",
            item.score().value());
  }

  private static String why(Item item) {
    if (item.reason() != null) {
      return item.state().id()
          + ": "
          + item.reason()
          + (item.message() == null ? "" : ": " + item.message());
    }
    if (item.reading() == null) {
      return "";
    }
    if (item.reading().guessed()) {
      return "made up by the rule";
    }
    return item.reading().reason() == null ? "" : String.valueOf(item.reading().reason());
  }
}
