package assay.report.support;

import assay.core.Answer;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.evaluation.item.Item;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialState;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items as they are met: long, in other scripts, unread, failed, skipped, made up. */
public final class Dialogue {

  private static final String LONG =
      "A 54-year-old man comes to the physician because of a three-month history of cough.\n\n"
          + "\tHe has smoked one pack of cigarettes daily for 30 years, and "
          + "x".repeat(120)
          + ".";

  private Dialogue() {}

  /** The items. */
  public static List<Item> items() {
    return List.of(
        answered("q1", LONG, "The answer is (B).\nIt is not A.", read("B", false), 0),
        answered(
            "质问",
            "哪一个器官最可能受累？".repeat(12),
            "\u001B[31mred\u001B[0m and " + "é".repeat(90),
            new ScoredTrials.ReadingRow("unreadable", null, false, "no letter"),
            0),
        answered("q3", "?", "", read("A", true), 1),
        item("q4", "Why?", null, TrialState.FAILED, "timeout", "no whole answer in 600 s"),
        item("q5", "Why not?", null, TrialState.SKIPPED, "limit", null));
  }

  /** Columns of a terminal that the line takes: those scripts used here. */
  public static int width(String line) {
    return line.codePoints().map(c -> c >= 0x2E80 && c <= 0xFF60 ? 2 : 1).sum();
  }

  private static ScoredTrials.ReadingRow read(String key, boolean guessed) {
    return new ScoredTrials.ReadingRow("read", Answer.Choice.of(key), guessed, null);
  }

  private static Item answered(
      String id, String question, String reply, ScoredTrials.ReadingRow reading, double score) {
    Item bare = item(id, question, reply, TrialState.ANSWERED, null, null);
    return new Item(
        bare.ordinal(),
        bare.model(),
        bare.sample(),
        bare.arm(),
        bare.variant(),
        bare.epoch(),
        bare.state(),
        null,
        null,
        bare.reply(),
        bare.extractor(),
        reading,
        bare.scorer(),
        new ScoredTrials.ScoreRow(score, null),
        false,
        new LinkedHashMap<>());
  }

  private static Item item(
      String id,
      String question,
      @Nullable String reply,
      TrialState state,
      @Nullable String reason,
      @Nullable String message) {
    Sample sample =
        new Sample(
            id,
            null,
            "en",
            question,
            List.of(
                new Option("A", "Observation"),
                new Option("B", "Computed tomography of the chest with contrast, then biopsy")),
            List.of(),
            Target.Choice.of("A"),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            List.of());
    return new Item(
        7,
        "openai:qwen2.5-vl-7b",
        sample,
        "standard",
        "",
        1,
        state,
        reason,
        message,
        reply == null
            ? null
            : new Reply(
                reply,
                null,
                FinishReason.STOP,
                Usage.UNKNOWN,
                null,
                null,
                List.of(),
                null,
                "{}",
                null),
        "layered@1",
        null,
        "choice@1",
        null,
        false,
        new LinkedHashMap<>());
  }
}
