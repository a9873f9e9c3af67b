package assay.report.text;

import assay.core.Problem;
import assay.core.benchmark.Expectations;
import assay.evaluation.reproduction.Check;
import assay.evaluation.reproduction.Check.Verdict;
import assay.evaluation.reproduction.Reproduction;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a benchmark's expectations: a line for each recording, then what differs, what is
 * known to differ and why, and what one should know of the figures.
 */
public final class ReproductionText {

  private static final String INDENT = "  ";

  private final Reproduction reproduction;
  private final int columns;
  private final boolean everyFigure;
  private final String folder;

  /**
   * A text.
   *
   * @param columns width of the terminal
   * @param everyFigure whether every figure is shown, not only those that differ
   */
  public ReproductionText(Reproduction reproduction, int columns, boolean everyFigure) {
    this.reproduction = reproduction;
    this.columns = columns;
    this.everyFigure = everyFigure;
    this.folder = sharedFolder(reproduction);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    Expectations expected = reproduction.expectations();
    out.append(Paragraph.wrap(expected.benchmark() + ": " + summary(), columns, "", INDENT));
    out.append(Paragraph.wrap("figures: " + expected.origin(), columns, "", INDENT));
    out.append('\n');
    if (everyFigure) {
      figures(out);
    } else {
      recordings(out);
    }
    section(out, "Could not be compared", problems());
    section(out, "Different", checks(Verdict.DIFFERS, Verdict.ABSENT, Verdict.VANISHED));
    section(out, "Known to be different", known());
    section(out, "To be known", remarks());
    return out.append('\n').toString();
  }

  private String summary() {
    long known = reproduction.count(Verdict.KNOWN);
    long bad = reproduction.recordings().stream().filter(one -> !one.isGood()).count();
    String sum =
        Figures.counted(reproduction.recordings().size(), "recording", "recordings")
            + ", "
            + Figures.counted(reproduction.figures(), "figure", "figures")
            + "; "
            + Figures.count(reproduction.count(Verdict.EQUAL));
    if (bad == 0 && known > 0) {
      return sum + " reproduced; " + Figures.count(known) + " cannot be: " + why();
    }
    return sum
        + " equal"
        + (known == 0 ? "" : ", " + Figures.count(known) + " known to differ")
        + (bad == 0 ? ". Reproduced." : ". NOT reproduced: see below.");
  }

  /** The reason, where all known differences have the same; else how many there are. */
  private String why() {
    SequencedMap<String, List<String>> reasons = knownByReason();
    return reasons.size() == 1
        ? reasons.firstEntry().getKey() + "."
        : "for " + Figures.count(reasons.size()) + " reasons, below.";
  }

  private SequencedMap<String, List<String>> knownByReason() {
    SequencedMap<String, List<String>> byReason = new LinkedHashMap<>();
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      for (Check check : one.checks()) {
        Expectations.@Nullable KnownDifference known = check.figure().known();
        if (check.verdict() == Verdict.KNOWN && known != null) {
          byReason
              .computeIfAbsent(known.reason(), reason -> new ArrayList<>())
              .add(name(one.expected()) + ": " + sentence(check));
        }
      }
    }
    return byReason;
  }

  /** Each reason once, and what it is the reason of. */
  private List<String> known() {
    List<String> lines = new ArrayList<>();
    knownByReason()
        .forEach((reason, figures) -> lines.add(reason + ":\n" + String.join("\n", figures)));
    return lines;
  }

  private void recordings(StringBuilder out) {
    TextTable table =
        new TextTable()
            .column("recording", Align.SHRINK_NAME)
            .column("figures", Align.RIGHT)
            .column("equal", Align.RIGHT)
            .column("known", Align.RIGHT)
            .column("different", Align.RIGHT);
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      long different =
          one.count(Verdict.DIFFERS) + one.count(Verdict.ABSENT) + one.count(Verdict.VANISHED);
      table.row(
          name(one.expected()),
          Figures.count(one.expected().figures().size()),
          Figures.count(one.count(Verdict.EQUAL)),
          orNone(one.count(Verdict.KNOWN)),
          one.problems().isEmpty() ? orNone(different) : "not run");
    }
    out.append(table.render(columns, ""));
  }

  private void figures(StringBuilder out) {
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      out.append(Paragraph.wrap(name(one.expected()), columns, "", INDENT));
      TextTable table =
          new TextTable()
              .column("figure", Align.SHRINK_NAME)
              .column("expected", Align.RIGHT)
              .column("found", Align.RIGHT)
              .column("verdict", Align.LEFT);
      one.checks()
          .forEach(
              check ->
                  table.row(
                      QuantityText.of(check.figure().quantity()),
                      QuantityText.number(check.figure().value()),
                      found(check),
                      word(check.verdict())));
      out.append(table.isEmpty() ? "" : table.render(columns, INDENT)).append('\n');
    }
  }

  private static String orNone(long count) {
    return count == 0 ? Figures.NONE : Figures.count(count);
  }

  /** The folders that all files lie in, to be left out of names. */
  private static String sharedFolder(Reproduction reproduction) {
    @Nullable String shared = null;
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      for (String file : one.expected().files().keySet()) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        while (shared != null && !folder.startsWith(shared)) {
          shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
        }
        shared = shared == null ? folder : shared;
      }
    }
    return shared == null ? "" : shared;
  }

  /** Whether another recording is the same file taken otherwise, of another split or subset. */
  private boolean isTakenTwice(Expectations.Recording recording) {
    return reproduction.recordings().stream()
            .map(Reproduction.OfRecording::expected)
            .filter(
                other ->
                    other.files().equals(recording.files())
                        && other.settings().equals(recording.settings()))
            .count()
        > 1;
  }

  /** The first file stands for all of them. */
  private String name(Expectations.Recording recording) {
    String name = recording.files().firstEntry().getKey().substring(folder.length());
    int more = recording.files().size() - 1;
    List<String> besides = new ArrayList<>(recording.settings().values());
    if (more > 0) {
      besides.add("+ " + Figures.counted(more, "file", "files"));
    }
    if (isTakenTwice(recording)) {
      Stream.of(recording.split(), recording.subset())
          .filter(Objects::nonNull)
          .forEach(besides::add);
    }
    return besides.isEmpty() ? name : name + " (" + String.join(", ", besides) + ")";
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> "equal";
      case KNOWN -> "known";
      case VANISHED -> "no longer different";
      case DIFFERS -> "DIFFERENT";
      case ABSENT -> "ABSENT";
    };
  }

  private static String found(Check check) {
    @Nullable Double found = check.found();
    return found == null ? Figures.NONE : QuantityText.number(found);
  }

  /** What stops all recordings alike is said once. */
  private List<String> problems() {
    SequencedSet<String> lines = new LinkedHashSet<>();
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      one.problems().stream().map(Problem::toString).forEach(lines::add);
    }
    return List.copyOf(lines);
  }

  private List<String> checks(Verdict... wanted) {
    List<String> lines = new ArrayList<>();
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      for (Check check : one.checks()) {
        if (List.of(wanted).contains(check.verdict())) {
          lines.add(name(one.expected()) + ": " + sentence(check));
        }
      }
    }
    return lines;
  }

  private static String sentence(Check check) {
    Expectations.Figure figure = check.figure();
    String what = QuantityText.of(figure.quantity());
    String expected = QuantityText.number(figure.value());
    String within =
        figure.tolerance() == 0
            ? ""
            : " (give or take " + QuantityText.number(figure.tolerance()) + ")";
    Expectations.@Nullable KnownDifference known = figure.known();
    return switch (check.verdict()) {
      case EQUAL -> what + " is " + expected;
      case KNOWN -> what + " is " + found(check) + ", not " + expected;
      case VANISHED ->
          what
              + " is "
              + found(check)
              + ", as expected, but the difference is declared as known: "
              + (known == null ? "" : known.reason());
      case DIFFERS ->
          what
              + " is "
              + found(check)
              + "; expected: "
              + expected
              + within
              + (known == null ? "" : ", or the known " + QuantityText.number(known.found()));
      case ABSENT -> what + ": the run gives no such figure; expected: " + expected + within;
    };
  }

  private List<String> remarks() {
    List<String> lines = new ArrayList<>();
    for (Reproduction.OfRecording one : reproduction.recordings()) {
      @Nullable String remark = one.expected().remark();
      if (remark != null) {
        lines.add(name(one.expected()) + ": " + remark);
      }
    }
    return lines;
  }

  private void section(StringBuilder out, String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append('\n').append(heading).append('\n');
    for (String line : lines) {
      boolean first = true;
      for (String part : line.lines().toList()) {
        out.append(Paragraph.wrap(part.strip(), columns, first ? INDENT : "    ", "    "));
        first = false;
      }
    }
  }
}
