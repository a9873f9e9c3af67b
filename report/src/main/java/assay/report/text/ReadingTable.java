package assay.report.text;

import assay.evaluation.estimate.Labels;
import assay.evaluation.item.Item;
import assay.evaluation.json.AnswerJson;
import assay.report.table.Paragraph;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Answers that extractors read differently: of each, who read what. */
public final class ReadingTable {

  private static final String NOTHING = "nothing";
  private static final int MOST_REPLY = 200;

  private final int columns;
  private final Consumer<String> out;

  /**
   * A table.
   *
   * @param columns width of the terminal
   * @param out is given lines, each with its line end
   */
  public ReadingTable(int columns, Consumer<String> out) {
    this.columns = columns;
    this.out = out;
  }

  /** Adds an item. */
  public void add(Item item) {
    StringBuilder text = new StringBuilder();
    line(text, item.sample().id() + "  gold: " + Labels.of(item.sample().target()), "");
    String reply = item.reply() == null ? "" : item.reply().text().strip();
    line(
        text,
        "reply: "
            + (reply.length() > MOST_REPLY
                ? reply.substring(0, MOST_REPLY / 2)
                    + " … "
                    + reply.substring(reply.length() - MOST_REPLY / 2)
                : reply),
        "  ");
    byReading(item).forEach((read, rules) -> line(text, read + "  " + rules, "  "));
    out.accept(text.toString());
  }

  private void line(StringBuilder text, String words, String indent) {
    text.append(Paragraph.wrap(words.replaceAll("\\s*\\R\\s*", " "), columns, indent, "    "));
  }

  /** The rules by what they read, by name. */
  private static SequencedMap<String, StringJoiner> byReading(Item item) {
    SequencedMap<String, StringJoiner> byReading = new LinkedHashMap<>();
    item.readings()
        .forEach(
            (extractor, reading) ->
                byReading
                    .computeIfAbsent(
                        reading.answer() == null ? NOTHING : AnswerJson.brief(reading.answer()),
                        read -> new StringJoiner(", "))
                    .add(extractor));
    return byReading;
  }
}
