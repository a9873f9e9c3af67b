package assay.report.text;

import assay.core.Option;
import assay.evaluation.estimate.Labels;
import assay.evaluation.item.Item;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import java.util.Locale;

/** Single items in words. */
public final class ItemText {

  private static final int NARROWEST = 40;

  private ItemText() {}

  /** The whole item: question, options, gold, reply, what was read and why. */
  public static String full(Item item, int columns) {
    StringBuilder out = new StringBuilder();
    int width = Math.max(NARROWEST, columns);
    out.append("─".repeat(Math.min(width, 78))).append('\n');
    lines(out, item.sample().id() + "  " + item.model(), "", width);
    lines(out, item.sample().question(), "", width);
    for (Option option : item.sample().options()) {
      lines(out, option.text(), "  " + option.key() + ". ", width);
    }
    item.sample().media().forEach(media -> lines(out, "[" + media + "]", "  ", width));
    lines(out, Labels.of(item.sample().target()), "gold:  ", width);
    lines(out, item.reply() == null ? "none" : item.reply().text(), "reply: ", width);
    String why = why(item);
    if (item.reading() == null) {
      lines(out, why.isEmpty() ? item.state().id() : why, "state: ", width);
      return out.toString();
    }
    lines(
        out,
        read(item) + " by " + item.extractor() + (why.isEmpty() ? "" : " (" + why + ")"),
        "read:  ",
        width);
    lines(out, score(item) + " by " + item.scorer(), "score: ", width);
    return out.toString();
  }

  /** The label stands once; every further line begins below the text behind it. */
  private static void lines(StringBuilder out, String text, String label, int columns) {
    String first = TextTable.harmless(label);
    String below = " ".repeat(Math.min(first.length(), 8));
    boolean begun = false;
    for (String line : text.lines().toList()) {
      out.append(Paragraph.wrap(line, columns, begun ? below : first, below));
      begun = true;
    }
    if (!begun) {
      out.append(first.stripTrailing()).append('\n');
    }
  }

  static String read(Item item) {
    if (item.reading() == null) {
      return "";
    }
    return item.reading().answer() == null
        ? item.reading().outcome()
        : Labels.of(item.reading().answer());
  }

  static String score(Item item) {
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

  static String why(Item item) {
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
