package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.measure.Descriptor;
import assay.core.measure.Extractor;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.reading.CorpusMeasures;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Registry;
import assay.reading.Scorers;
import assay.reading.corpus.CorpusMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/guide/reading-answers.md} are what the rules do to the labelled
 * replies. {@code -Dassay.write=true} writes them there.
 */
class ReadingGuideTest {

  private static final Path GUIDE =
      Path.of(System.getProperty("assay.root", "..")).resolve("docs/guide/reading-answers.md");

  private static final List<String> GROUPS =
      List.of(
          "plain",
          "marked",
          "prose",
          "negation",
          "look-alike",
          "several",
          "doubt",
          "silence",
          "language",
          "value",
          "sets");

  @Test
  void theTableOfTrapsIsWhatTheRulesDo() throws IOException {
    holds("traps", traps());
  }

  @Test
  void theTableOfQualityIsWhatTheRulesDo() throws IOException {
    holds("quality", quality());
  }

  @Test
  void everyRuleIsListedWithItsTitle() throws IOException {
    List<String> table =
        new ArrayList<>(List.of("| rule | for | what it does | source |", "|---|---|---|---|"));
    List<Extractor> rules = new ArrayList<>(Extractors.standard().all());
    for (Registry.Family<Extractor> family : Extractors.standard().families()) {
      rules.add(Extractors.standard().byName(family.listed().name()));
    }
    for (Extractor rule : rules) {
      table.add(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  rule.descriptor().name(),
                  kinds(rule.kinds()),
                  cell(rule.descriptor().title()),
                  cell(rule.descriptor().reference())));
    }
    holds("rules", table);
  }

  @Test
  void everyScorerIsListedWithItsRange() throws IOException {
    List<String> table =
        new ArrayList<>(
            List.of(
                "| scorer | for | what it measures | range | source |", "|---|---|---|---|---|"));
    for (Scorer rule : Scorers.standard().all()) {
      String row = row(rule.descriptor(), rule.range());
      int end = row.indexOf(" | ");
      table.add(row.substring(0, end) + " | " + kinds(rule.kinds()) + row.substring(end));
    }
    holds("scorers", table);
  }

  /** The kinds of question that a rule is for. */
  private static String kinds(Set<AnswerKind> kinds) {
    return kinds.size() == AnswerKind.values().length
        ? "all"
        : kinds.stream().sorted().map(AnswerKind::id).collect(Collectors.joining(", "));
  }

  @Test
  void everyCorpusMeasureIsListedWithItsRange() throws IOException {
    List<String> table =
        new ArrayList<>(
            List.of("| measure | what it measures | range | source |", "|---|---|---|---|"));
    for (CorpusMeasure rule : CorpusMeasures.standard().all()) {
      table.add(row(rule.descriptor(), rule.range()));
    }
    holds("corpus measures", table);
  }

  @Test
  void everyMetricIsListed() throws IOException {
    List<String> table =
        new ArrayList<>(List.of("| metric | what it sums up | source |", "|---|---|---|"));
    for (Metric metric : Metrics.standard().all()) {
      Descriptor descriptor = metric.descriptor();
      table.add(
          "| `%s` | %s | %s |"
              .formatted(
                  descriptor.name(), cell(descriptor.title()), cell(descriptor.reference())));
    }
    holds("metrics", table);
  }

  private static String row(Descriptor descriptor, @Nullable ScoreRange range) {
    String bounds =
        range == null
            ? "unbounded"
            : String.format(Locale.ROOT, "%.0f to %.0f", range.worst(), range.best());
    return "| `%s` | %s | %s | %s |"
        .formatted(
            descriptor.name(), cell(descriptor.title()), bounds, cell(descriptor.reference()));
  }

  @Test
  void everyReplyIsOfAGroupOfTheTable() {
    assertThat(all()).allMatch(reply -> GROUPS.contains(reply.group()));
  }

  /** Every rule on every group: answers taken that a careful reader does not take. */
  private static List<String> traps() {
    List<String> table = new ArrayList<>();
    table.add("| rule | " + String.join(" | ", GROUPS) + " |");
    table.add("|---" + "|--:".repeat(GROUPS.size()) + "|");
    for (Extractor rule : readers()) {
      StringBuilder row = new StringBuilder("| `" + rule.descriptor().name() + "` |");
      for (String group : GROUPS) {
        List<LabelledReply> replies =
            all().stream().filter(reply -> reply.group().equals(group)).toList();
        ReadingQuality quality = ReadingQuality.of(rule, replies);
        boolean none = quality.replies() == 0;
        row.append(none ? " – |" : " %d/%d |".formatted(quality.wrong(), quality.replies()));
      }
      table.add(row.toString());
    }
    return table;
  }

  private static List<String> quality() {
    List<String> table = new ArrayList<>();
    table.add("| rule | replies | answers taken | of them right | of the readable ones read |");
    table.add("|---|--:|--:|--:|--:|");
    for (Extractor rule : readers()) {
      String name = "`" + rule.descriptor().name() + "`";
      table.add(quality(name, ReadingQuality.of(rule, all())));
      if (rule.descriptor().name().equals("layered")) {
        table.add(
            quality(name + ", held-out part", ReadingQuality.of(rule, LabelledReply.heldOut())));
      }
      if (rule.descriptor().name().equals("letters")) {
        table.add(quality(name + ", several right", ReadingQuality.of(rule, sets())));
      }
      if (List.of("layered", "letters").contains(rule.descriptor().name())) {
        table.add(quality(name + ", unseen part", ReadingQuality.of(rule, LabelledReply.unseen())));
        table.add(
            quality(
                name + ", strangers' part", ReadingQuality.of(rule, LabelledReply.strangers())));
      }
    }
    return table;
  }

  private static String quality(String name, ReadingQuality quality) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.1f %% | %.1f %% |",
        name,
        quality.replies(),
        quality.read(),
        100 * quality.precision(),
        100 * quality.coverage());
  }

  /** The rules that look for an answer in the reply's text; {@code whole} takes all of it. */
  private static List<Extractor> readers() {
    return Extractors.standard().all().stream()
        .filter(rule -> !rule.descriptor().name().equals("whole"))
        .filter(rule -> ReadingQuality.of(rule, all()).read() > 0)
        .toList();
  }

  private static List<LabelledReply> all() {
    List<LabelledReply> all = new ArrayList<>(LabelledReply.development());
    all.addAll(LabelledReply.heldOut());
    return all;
  }

  /** The replies to questions with several right options. */
  private static List<LabelledReply> sets() {
    return all().stream().filter(LabelledReply::asksForSet).toList();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static void holds(String name, List<String> table) throws IOException {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    String guide = Files.readString(GUIDE);
    int from = guide.indexOf(begin) + begin.length();
    int to = guide.indexOf(end);
    assertThat(from).as(begin).isGreaterThanOrEqualTo(begin.length());
    assertThat(to).as(end).isGreaterThan(0);
    String wanted = "\n" + String.join("\n", table) + "\n\n";
    if (Boolean.getBoolean("assay.write")) {
      Files.writeString(GUIDE, guide.substring(0, from) + wanted + guide.substring(to));
      return;
    }
    assertThat(guide.substring(from, to))
        .as("run mvn -pl reading -Dtest=ReadingGuideTest -Dassay.write=true to write the tables")
        .isEqualTo(wanted);
  }
}
