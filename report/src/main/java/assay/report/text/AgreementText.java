package assay.report.text;

import assay.evaluation.estimate.RuleAgreement;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same answers by every extractor: score, share not read, agreement; and the range of scores.
 */
public final class AgreementText {

  private static final String INDENT = "  ";

  private final RunSummary run;
  private final List<RuleAgreement> agreements;
  private final int columns;

  /**
   * A text.
   *
   * @param columns width of the terminal
   */
  public AgreementText(RunSummary run, List<RuleAgreement> agreements, int columns) {
    this.run = run;
    this.agreements = List.copyOf(agreements);
    this.columns = columns;
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(Paragraph.wrap(run.title() + " · " + run.split(), columns, "", INDENT));
    for (RuleAgreement agreement : agreements) {
      String arm = agreement.arm().equals("standard") ? "" : " · arm " + agreement.arm();
      out.append(
          Paragraph.wrap(
              agreement.model()
                  + arm
                  + ": "
                  + Figures.counted(agreement.answered(), "answer", "answers")
                  + " of kind "
                  + agreement.kind().id()
                  + ", scored by "
                  + agreement.scorer(),
              columns,
              "",
              INDENT));
      out.append('\n').append(table(agreement)).append('\n');
      List<String> others =
          agreement.rules().stream()
              .filter(rule -> !rule.applicable())
              .map(RuleAgreement.OfRule::extractor)
              .toList();
      if (!others.isEmpty()) {
        out.append(
            Paragraph.wrap(
                "not applicable: " + String.join(", ", others), columns, INDENT, INDENT + INDENT));
        out.append('\n');
      }
      out.append(Paragraph.wrap(range(agreement), columns, INDENT, INDENT));
      out.append(Paragraph.wrap(explained(agreement), columns, INDENT, INDENT)).append('\n');
    }
    return out.toString();
  }

  private String table(RuleAgreement agreement) {
    TextTable table =
        new TextTable()
            .column("read by", Align.LEFT)
            .column("%", Align.RIGHT)
            .column("unread %", Align.RIGHT)
            .optional("made up", Align.RIGHT, 1)
            .column("differ", Align.RIGHT)
            .column("κ with 1st", Align.RIGHT)
            .column("mean κ", Align.RIGHT);
    for (RuleAgreement.OfRule rule : agreement.rules()) {
      if (!rule.applicable()) {
        continue;
      }
      table.row(
          rule.extractor(),
          rule.score() == null ? Figures.NONE : Figures.plainPercent(rule.score()),
          Figures.plainPercent(rule.unreadShare()),
          rule.guessed() == 0 ? Figures.NONE : Figures.count(rule.guessed()),
          Figures.count(rule.differing()),
          kappa(rule.kappas().getFirst()),
          kappa(rule.meanKappa()));
    }
    return table.render(columns, INDENT);
  }

  private static String kappa(@Nullable Double kappa) {
    return kappa == null ? Figures.NONE : String.format(Locale.ROOT, "%.2f", kappa);
  }

  private static String range(RuleAgreement agreement) {
    @Nullable Double low = agreement.lowest();
    @Nullable Double high = agreement.highest();
    if (low == null || high == null) {
      return "No rule read half of the answers, so there is no range of scores.";
    }
    List<RuleAgreement.OfRule> applicable =
        agreement.rules().stream().filter(RuleAgreement.OfRule::applicable).toList();
    List<RuleAgreement.OfRule> left = applicable.stream().filter(rule -> !rule.counts()).toList();
    long silent = left.stream().filter(rule -> rule.read() == 0).count();
    long few = left.size() - silent;
    List<String> uncounted = new ArrayList<>();
    if (few > 0) {
      uncounted.add(Figures.counted(few, "rule", "rules") + " that read less than half");
    }
    if (silent > 0) {
      uncounted.add(Figures.counted(silent, "rule", "rules") + " that read none");
    }
    return "The score runs from "
        + Figures.percent(low)
        + " to "
        + Figures.percent(high)
        + " over the "
        + Figures.counted(applicable.size() - left.size(), "rule", "rules")
        + " that read at least half of the answers"
        + (uncounted.isEmpty() ? "." : "; not counted: " + String.join(", ", uncounted) + ".");
  }

  private static String explained(RuleAgreement agreement) {
    return "'differ' counts answers read otherwise than by "
        + agreement.rules().getFirst().extractor()
        + ", which 'κ with 1st' is with; 'mean κ' is over the others that read at least half. What was not read is a class of"
        + " its own in κ. 'assay show RUN --disagreements' lists the answers.";
  }
}
