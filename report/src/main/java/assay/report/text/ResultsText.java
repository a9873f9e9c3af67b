package assay.report.text;

import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One run's results: the headline in a sentence, what became of the trials, then tables of rules,
 * parts and slices.
 */
public final class ResultsText {

  private static final String INDENT = "  ";

  private final RunSummary run;
  private final Results results;
  private final int columns;

  /**
   * A text.
   *
   * @param columns width of the terminal, at least 40
   */
  public ResultsText(RunSummary run, Results results, int columns) {
    this.run = run;
    this.results = results;
    this.columns = Math.max(40, columns);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(run.title()).append(" · ").append(run.split());
    if (run.subset() != null) {
      out.append(" · ").append(run.subset());
    }
    out.append('\n');
    for (String model : run.models()) {
      for (String arm : arms(model)) {
        section(out, model, arm);
      }
    }
    return out.toString();
  }

  private SequencedSet<String> arms(String model) {
    SequencedSet<String> arms = new LinkedHashSet<>();
    results.estimates().stream()
        .filter(e -> e.model().equals(model))
        .forEach(e -> arms.add(e.arm()));
    return arms;
  }

  private void section(StringBuilder out, String model, String arm) {
    List<Estimate> here =
        results.estimates().stream()
            .filter(e -> e.model().equals(model) && e.arm().equals(arm))
            .toList();
    out.append(TextTable.harmless(model));
    if (!arm.equals("standard")) {
      out.append(" · arm ").append(arm);
    }
    out.append("\n\n");
    List<Estimate> whole = here.stream().filter(e -> e.slice().isEmpty() && !isPart(e)).toList();
    whole.stream()
        .filter(Estimate::headline)
        .findFirst()
        .ifPresent(headline -> headline(out, headline));
    if (whole.isEmpty()) {
      out.append(INDENT)
          .append("There is no one number: kinds of answer differ and share no metric.\n\n");
    }
    rules(out, here);
    disagreements(out, model, arm);
    slices(out, here);
  }

  private boolean isPart(Estimate estimate) {
    return estimate.subset() != null && run.subset() == null;
  }

  private void headline(StringBuilder out, Estimate e) {
    String level = String.format(Locale.ROOT, "%.0f", 100 * e.level());
    if (e.value() == null) {
      paragraph(out, e.metric() + " is not defined: no answer could be scored.");
    } else {
      String sentence =
          e.metric()
              + " "
              + Figures.percent(e.value())
              + ", "
              + level
              + " % interval "
              + Figures.interval(e.lower(), e.upper())
              + " ("
              + e.interval()
              + ", n = "
              + Figures.count(e.n())
              + (e.clusters() == null
                  ? ""
                  : " in " + Figures.counted(e.clusters(), "cluster", "clusters"))
              + ").";
      paragraph(out, sentence + chance(e));
    }
    Estimate.@Nullable SubsetMean mean = e.subsetMean();
    if (mean != null) {
      paragraph(
          out,
          "Unweighted mean over "
              + mean.subsets()
              + " subsets: "
              + Figures.percent(mean.value())
              + " ("
              + Figures.interval(mean.lower(), mean.upper())
              + ").");
    }
    Estimate.@Nullable Bounds bounds = e.bounds();
    if (bounds != null) {
      paragraph(
          out,
          Figures.counted(e.counts().failed(), "trial", "trials")
              + " failed: had all been worst, "
              + Figures.percent(bounds.worst())
              + "; had all been best, "
              + Figures.percent(bounds.best())
              + ".");
    }
    paragraph(out, counts(e.counts(), e.valueOfRead()));
    out.append('\n');
  }

  private static String chance(Estimate e) {
    if (e.chance() == null) {
      return "";
    }
    boolean reached =
        e.lower() != null
            && e.lower() <= e.chance()
            && e.upper() != null
            && e.upper() >= e.chance();
    return " Guessing would give "
        + Figures.percent(e.chance())
        + (reached ? ", which the interval holds: no better than guessing has been shown." : ".");
  }

  private static String counts(Counts counts, @Nullable Double valueOfRead) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.counted(counts.planned(), "trial", "trials") + ":");
    String line =
        parts.getFirst()
            + " "
            + Figures.count(counts.skipped())
            + " skipped, "
            + Figures.count(counts.failed())
            + " failed, "
            + Figures.count(counts.answered())
            + " answered. Of the answers "
            + Figures.count(counts.read())
            + " read, "
            + Figures.count(counts.unreadable())
            + " unreadable, "
            + Figures.count(counts.refused())
            + " refused, "
            + Figures.count(counts.truncated())
            + " truncated";
    if (counts.answered() > counts.read() && valueOfRead != null) {
      line += "; over those read " + Figures.percent(valueOfRead);
    }
    line += ".";
    if (counts.guessed() > 0) {
      line +=
          " The rule made up "
              + Figures.counted(counts.guessed(), "answer", "answers")
              + ", "
              + Figures.count(counts.guessedRight())
              + " of them right.";
    }
    if (counts.undefinedTotal() > 0) {
      line +=
          " "
              + Figures.counted(counts.undefinedTotal(), "score", "scores")
              + " undefined: "
              + counts.undefined()
              + ".";
    }
    if (counts.surplusRows() > 0) {
      line +=
          " The recording holds "
              + Figures.counted(counts.surplusRows(), "surplus row", "surplus rows")
              + " (doubled or foreign).";
    }
    return line;
  }

  private void rules(StringBuilder out, List<Estimate> here) {
    List<Estimate> rows =
        here.stream()
            .filter(
                e ->
                    e.slice().isEmpty()
                        || e.slice().sequencedKeySet().equals(new LinkedHashSet<>(List.of("kind"))))
            .toList();
    if (rows.size() < 2) {
      return;
    }
    boolean parts = rows.stream().anyMatch(this::isPart);
    boolean kinds = rows.stream().anyMatch(e -> !e.slice().isEmpty());
    boolean metrics = rows.stream().map(Estimate::metric).distinct().count() > 1;
    boolean guesses = rows.stream().anyMatch(e -> e.counts().guessed() > 0);
    boolean published = rows.stream().anyMatch(e -> e.published() != null);
    TextTable table = new TextTable();
    if (parts || kinds) {
      table.column("part", Align.LEFT);
    }
    table.column("read by", Align.SHRINK).column("scored by", Align.SHRINK);
    if (metrics) {
      table.column("metric", Align.SHRINK);
    }
    table.column("%", Align.RIGHT).column("interval", Align.RIGHT).column("n", Align.RIGHT);
    table.column("unread", Align.RIGHT);
    if (guesses) {
      table.column("made up", Align.RIGHT);
    }
    if (published) {
      table.column("published", Align.RIGHT);
    }
    for (Estimate e : rows) {
      List<String> cells = new ArrayList<>();
      if (parts || kinds) {
        cells.add(
            isPart(e)
                ? String.valueOf(e.subset())
                : e.slice().isEmpty() ? "all" : e.slice().firstEntry().getValue());
      }
      cells.add(e.extractor());
      cells.add(e.scorer());
      if (metrics) {
        cells.add(e.metric());
      }
      cells.add(e.value() == null ? Figures.NONE : Figures.plainPercent(e.value()));
      cells.add(Figures.interval(e.lower(), e.upper()));
      cells.add(Figures.count(e.n()));
      cells.add(Figures.count(e.counts().answered() - e.counts().read()));
      if (guesses) {
        cells.add(Figures.count(e.counts().guessed()));
      }
      if (published) {
        cells.add(published(e));
      }
      table.row(cells.toArray(String[]::new));
    }
    out.append(table.render(columns, INDENT)).append('\n');
  }

  private static String published(Estimate e) {
    Estimate.@Nullable Published published = e.published();
    if (published == null) {
      return "";
    }
    int decimals = Math.max(0, published.decimals() - 2);
    return String.format(Locale.ROOT, "%." + decimals + "f", 100 * published.value())
        + (published.agrees() ? " agrees" : " DIFFERS");
  }

  private void disagreements(StringBuilder out, String model, String arm) {
    List<Results.Disagreement> here =
        results.disagreements().stream()
            .filter(d -> d.model().equals(model) && d.arm().equals(arm))
            .toList();
    for (Results.Disagreement d : here) {
      paragraph(
          out,
          d.differing() == 0
              ? d.second()
                  + " and "
                  + d.first()
                  + " read the same in all "
                  + Figures.counted(d.answered(), "answer", "answers")
                  + "."
              : d.second()
                  + " reads "
                  + Figures.count(d.differing())
                  + " of "
                  + Figures.counted(d.answered(), "answer", "answers")
                  + " otherwise than "
                  + d.first()
                  + ".");
    }
    if (!here.isEmpty()) {
      out.append('\n');
    }
  }

  private void slices(StringBuilder out, List<Estimate> here) {
    List<Estimate> rows =
        here.stream().filter(e -> !e.slice().isEmpty() && !e.slice().containsKey("kind")).toList();
    SequencedSet<String> tags = new LinkedHashSet<>();
    rows.forEach(e -> tags.add(e.slice().firstEntry().getKey()));
    for (String tag : tags) {
      List<Estimate> ofTag = rows.stream().filter(e -> e.slice().containsKey(tag)).toList();
      TextTable table =
          new TextTable()
              .column(tag, Align.SHRINK)
              .column("read by", Align.SHRINK)
              .column("scored by", Align.SHRINK)
              .column("%", Align.RIGHT)
              .column("interval", Align.RIGHT)
              .column("n", Align.RIGHT);
      boolean several = ofTag.stream().map(e -> e.extractor() + e.scorer()).distinct().count() <= 4;
      Estimate first = ofTag.getFirst();
      for (Estimate e : ofTag) {
        if (several
            || (e.extractor().equals(first.extractor()) && e.scorer().equals(first.scorer()))) {
          table.row(
              e.slice().firstEntry().getValue(),
              e.extractor(),
              e.scorer(),
              e.value() == null ? Figures.NONE : Figures.plainPercent(e.value()),
              Figures.interval(e.lower(), e.upper()),
              Figures.count(e.n()));
        }
      }
      out.append(table.render(columns, INDENT)).append('\n');
    }
  }

  private void paragraph(StringBuilder out, String text) {
    int used = 0;
    for (String word : text.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > columns) {
        out.append('\n');
        used = 0;
      }
      if (used == 0) {
        out.append(INDENT).append(word);
        used = INDENT.length() + word.length();
      } else {
        out.append(' ').append(word);
        used += 1 + word.length();
      }
    }
    out.append('\n');
  }
}
