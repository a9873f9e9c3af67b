package assay.report.text;

import assay.evaluation.difference.Cause;
import assay.evaluation.difference.RunDifference;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why two runs differ, in words and tables. */
public final class DifferenceText {

  private static final String INDENT = "  ";

  private final RunSummary first;
  private final RunSummary second;
  private final RunDifference difference;
  private final int columns;
  private final int most;
  private final boolean severalEpochs;

  /**
   * A text.
   *
   * @param columns width of the terminal
   * @param most most questions that are listed
   */
  public DifferenceText(
      RunSummary first, RunSummary second, RunDifference difference, int columns, int most) {
    this.first = first;
    this.second = second;
    this.difference = difference;
    this.columns = columns;
    this.most = most;
    this.severalEpochs = difference.flips().stream().anyMatch(flip -> flip.epoch() > 1);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(side("A", first, difference.first()));
    out.append(side("B", second, difference.second()));
    out.append('\n');
    sentences().forEach(line -> out.append(Paragraph.wrap(line, columns, INDENT, INDENT)));
    out.append('\n').append(causes());
    out.append(new SettingsText(difference.settings(), columns).render());
    if (!difference.flips().isEmpty() && most > 0) {
      out.append('\n').append(flips());
    }
    return out.toString();
  }

  private String side(String letter, RunSummary run, RunDifference.Scored scored) {
    String text =
        letter
            + "  "
            + run.title()
            + " · "
            + run.split()
            + " · "
            + String.join(", ", run.models())
            + ": "
            + Figures.percent(scored.mean())
            + " of "
            + Figures.counted(scored.questions(), "question", "questions")
            + (scored.extractor().isEmpty()
                ? ""
                : ", read by " + scored.extractor() + ", scored by " + scored.scorer())
            + (scored.unscored() == 0
                ? ""
                : "; "
                    + Figures.counted(scored.unscored(), "trial", "trials")
                    + " without a score");
    return Paragraph.wrap(text, columns, "", "   ");
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    @Nullable Double gap = difference.gap();
    if (gap == null) {
      sentences.add("One of them has no score, so there is no gap to explain.");
    } else if (gap == 0) {
      sentences.add("Both give the same.");
    } else {
      sentences.add(
          "B gives " + points(Math.abs(gap)) + (gap > 0 ? " points more." : " points less."));
    }
    boolean several = difference.trials() > difference.matched();
    sentences.add(
        difference.matched() == 0
            ? "They share no question."
            : "Of the "
                + Figures.counted(difference.matched(), "question", "questions")
                + (several ? " (" + Figures.count(difference.trials()) + " trials)" : "")
                + " that both scored, "
                + otherwise(several)
                + "; on them alone A gives "
                + Figures.percent(difference.first().meanOfMatched())
                + ", B "
                + Figures.percent(difference.second().meanOfMatched())
                + ".");
    if (difference.otherTarget() > 0) {
      sentences.add(
          "The right answer differs for "
              + Figures.counted(difference.otherTarget(), "question", "questions")
              + ".");
    }
    return sentences;
  }

  private String otherwise(boolean several) {
    int flips = difference.flips().size();
    if (flips == 0) {
      return "none scored otherwise";
    }
    return (several ? Figures.counted(flips, "trial", "trials") : Figures.count(flips))
        + " scored otherwise";
  }

  private String causes() {
    TextTable table =
        new TextTable()
            .column("cause", Align.LEFT)
            .column("differ in it", Align.RIGHT)
            .column("score flips", Align.RIGHT)
            .column("points of the gap", Align.RIGHT);
    double sum = 0;
    for (RunDifference.Share share : difference.shares()) {
      sum += share.points();
      table.row(
          share.cause().id(),
          share.known() ? Figures.count(share.differing()) : "not stated",
          share.cause() == Cause.SAMPLE_SET ? Figures.NONE : Figures.count(share.flips()),
          points(share.points()));
    }
    table.row("sum", "", Figures.count(difference.flips().size()), points(sum));
    return table.render(columns, INDENT);
  }

  private String flips() {
    TextTable table =
        new TextTable()
            .column("question", Align.SHRINK_NAME)
            .column("cause", Align.LEFT)
            .column("A read", Align.SHRINK)
            .column("B read", Align.SHRINK)
            .column("A", Align.RIGHT)
            .column("B", Align.RIGHT);
    difference.flips().stream()
        .limit(most)
        .forEach(
            flip ->
                table.row(
                    question(flip),
                    flip.cause().id(),
                    brief(flip.firstRead()),
                    brief(flip.secondRead()),
                    QuantityText.number(flip.firstScore()),
                    QuantityText.number(flip.secondScore())));
    int left = difference.flips().size() - most;
    return table.render(columns, INDENT)
        + (left <= 0
            ? ""
            : INDENT + "and " + Figures.count(left) + " more; --items N shows N of them\n");
  }

  /** The epoch is told where a further one differs, so that no line stands for two trials. */
  private String question(RunDifference.Flip flip) {
    String id =
        flip.firstId().equals(flip.secondId())
            ? flip.firstId()
            : flip.firstId() + " / " + flip.secondId();
    return severalEpochs ? id + ", epoch " + flip.epoch() : id;
  }

  private String brief(String read) {
    return read.isEmpty() ? Figures.NONE : read.substring(0, Math.min(read.length(), columns));
  }

  /** Points of a percentage with two decimals; a true zero has no sign. */
  static String points(double share) {
    BigDecimal points =
        BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    return points.signum() == 0 ? "0.00" : points.toPlainString();
  }
}
