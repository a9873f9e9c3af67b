package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * One run's results: the headline in sentences and what became of the trials, then tables of rules,
 * parts and slices.
 */
public final class ResultsText {

  static final String INDENT = "  ";

  private static final int NARROWEST = 40;

  private final RunSummary run;
  private final Results results;
  private final int columns;

  /**
   * A text.
   *
   * @param columns width of the terminal; less than 40 counts as 40
   */
  public ResultsText(RunSummary run, Results results, int columns) {
    this.run = run;
    this.results = results;
    this.columns = Math.max(NARROWEST, columns);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    String title = run.title() + " · " + run.split();
    out.append(
        Paragraph.wrap(
            run.subset() == null ? title : title + " · " + run.subset(), columns, "", INDENT));
    for (String model : run.models()) {
      SequencedSet<String> arms = arms(model);
      if (arms.isEmpty()) {
        out.append(TextTable.harmless(model)).append("\n\n");
        paragraph(out, "No estimate: the run holds no trial of this reader that could be scored.");
      }
      for (String arm : arms) {
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
      out.append(" · arm ").append(TextTable.harmless(arm));
    }
    out.append("\n\n");
    List<Estimate> whole = here.stream().filter(e -> e.slice().isEmpty() && !isPart(e)).toList();
    Optional<Estimate> headline = whole.stream().filter(Estimate::headline).findFirst();
    headline.ifPresent(
        estimate -> {
          HeadlineText.sentences(estimate).forEach(sentence -> paragraph(out, sentence));
          if (run.trials().fromCache() > 0) {
            paragraph(
                out,
                "Of the run's answers "
                    + Figures.count(run.trials().fromCache())
                    + " came from the cache of earlier replies; --no-cache asks anew.");
          }
          out.append('\n');
        });
    if (whole.isEmpty()) {
      paragraph(out, "There is no one number: kinds of answer differ and share no metric.");
      out.append('\n');
    }
    RuleTable rules = new RuleTable(here, run.subset() == null);
    rules.render(columns).ifPresent(table -> out.append(table).append('\n'));
    disagreements(out, model, arm);
    new SliceTables(here).render(columns).forEach(table -> out.append(table).append('\n'));
  }

  private boolean isPart(Estimate estimate) {
    return estimate.subset() != null && run.subset() == null;
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

  private void paragraph(StringBuilder out, String text) {
    out.append(Paragraph.wrap(text, columns, INDENT, INDENT));
  }
}
