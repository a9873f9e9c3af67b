package assay.report.verdict;

import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Judged;
import assay.evaluation.comparison.LeftOut;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Tournament;
import assay.evaluation.comparison.Verdict;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several readers, pair by pair: who is better than whom, and what cannot be told. */
public final class TournamentText {

  private static final String INDENT = "  ";
  private static final int NARROWEST = 40;

  private final Tournament tournament;
  private final int columns;
  private final SideNames names;
  private final ScaleFigures figures;

  /**
   * A text.
   *
   * @param columns width of the terminal; less than 40 counts as 40
   */
  public TournamentText(Tournament tournament, int columns) {
    this.tournament = tournament;
    this.columns = Math.max(NARROWEST, columns);
    this.names = new SideNames(tournament.sides());
    this.figures = new ScaleFigures(tournament.sides().getFirst().scale());
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(ComparisonText.title(tournament.sides(), columns)).append('\n');
    leftOut(out);
    if (isUneven()) {
      uneven(out);
    }
    disparities(out);
    paragraph(out, summary());
    out.append('\n').append(standings()).append('\n').append(pairs());
    paragraph(
        out,
        "p adjusted by "
            + tournament.terms().adjustment().id()
            + " for the family '"
            + tournament.family()
            + "' of "
            + tournament.comparisons().size()
            + "; intervals ("
            + VerdictText.level(tournament.terms().level())
            + ") each for itself.");
    new TournamentNotes(tournament, names, figures).all().forEach(note -> paragraph(out, note));
    metrics(out);
    paragraph(out, rules());
    return out.toString();
  }

  /** By which rules all were read, or each. */
  private String rules() {
    Side first = tournament.sides().getFirst();
    StringBuilder text = new StringBuilder();
    if (tournament.sides().stream().allMatch(s -> s.extractor().equals(first.extractor()))) {
      text.append("Read by ").append(first.extractor());
    } else {
      for (Side side : tournament.sides()) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(names.letter(side))
            .append(" read by ")
            .append(side.extractor());
      }
    }
    text.append(", scored by ").append(first.scorer()).append('.');
    for (Side side : tournament.sides()) {
      text.append(SidesText.scoring(side, names.letter(side)));
    }
    return text.toString();
  }

  private void metrics(StringBuilder out) {
    int all = 0;
    List<String> reversed = new ArrayList<>();
    List<String> turned = new ArrayList<>();
    TextTable table = MetricRows.table("pair", "1st / 2nd", "1st is");
    for (Comparison one : tournament.comparisons()) {
      String pair = names.letter(one.first()) + " - " + names.letter(one.second());
      for (Comparison.MetricResult result : one.metrics()) {
        table.row(MetricRows.cells(result, figures, pair + " " + result.contrast().name()));
        all++;
        if (result.answered() != null) {
          turned.add(pair + " by " + result.contrast().name());
        }
        Verdict said = one.ofAnswered();
        boolean told = said == Verdict.BETTER || said == Verdict.WORSE;
        if (told && result.verdict() == said.swapped()) {
          reversed.add(pair + " by " + result.contrast().name());
        }
      }
    }
    if (all > 0) {
      out.append('\n').append(table.render(columns, INDENT));
      if (!reversed.isEmpty()) {
        paragraph(out, "The reverse of the verdict above: " + String.join(", ", reversed) + ".");
      }
      paragraph(
          out,
          "p adjusted by "
              + tournament.terms().adjustment().intervals().id()
              + " over these "
              + Figures.counted(all, "row", "rows")
              + "."
              + MetricRows.turned(turned));
    }
  }

  private void paragraph(StringBuilder out, String text) {
    out.append(Paragraph.wrap(text, columns, INDENT, INDENT));
  }

  private void disparities(StringBuilder out) {
    SequencedSet<String> all = new LinkedHashSet<>();
    for (Comparison one : tournament.comparisons()) {
      String pair = names.letter(one.first()) + " and " + names.letter(one.second());
      new SidesText(one, names.letter(one.first()), names.letter(one.second()))
          .disparities(SidesText.Samples.SAID)
          .forEach(
              sentence ->
                  all.add(sentence.startsWith(pair + " ") ? sentence : pair + ": " + sentence));
    }
    all.forEach(sentence -> paragraph(out, sentence));
    if (!all.isEmpty()) {
      out.append('\n');
    }
  }

  private String summary() {
    int all = tournament.comparisons().size();
    long told =
        tournament.comparisons().stream()
            .filter(c -> c.verdict() == Verdict.BETTER || c.verdict() == Verdict.WORSE)
            .count();
    long equal =
        tournament.comparisons().stream().filter(c -> c.verdict() == Verdict.EQUIVALENT).count();
    String equals =
        tournament.terms().margin() == null
            ? ""
            : ", in "
                + Figures.count(equal)
                + " the two do as well, give or take "
                + figures.points(tournament.terms().margin());
    String part = PartWords.questions(tournament.sides());
    return (part.isEmpty() ? "In " : "On the questions" + part + ", in ")
        + Figures.count(told)
        + " of "
        + Figures.counted(all, "pair", "pairs")
        + " one reader is better than the other"
        + equals
        + "; in "
        + Figures.count(all - told - equal)
        + " it cannot be said.";
  }

  private String standings() {
    boolean ties = tournament.terms().margin() != null;
    TextTable table =
        new TextTable()
            .column("", Align.LEFT)
            .column("reader", Align.SHRINK_NAME)
            .column("n", Align.RIGHT)
            .column("score", Align.RIGHT)
            .column("better than", Align.RIGHT);
    if (ties) {
      table.column("as good as", Align.RIGHT);
    }
    table.column("not told from", Align.RIGHT).column("worse than", Align.RIGHT);
    for (Tournament.Standing standing : tournament.standings()) {
      List<String> cells = new ArrayList<>();
      cells.add(names.letter(standing.side()));
      cells.add(names.line(standing.side()));
      cells.add(Figures.count(standing.side().scored()));
      cells.add(figures.bare(standing.side().mean()));
      cells.add(Figures.count(standing.wins()));
      if (ties) {
        cells.add(Figures.count(standing.ties()));
      }
      cells.add(Figures.count(standing.undecided()));
      cells.add(Figures.count(standing.losses()));
      table.row(cells);
    }
    return table.render(columns, INDENT);
  }

  /** Samples of which each side lacks some: then a pair's scores are not those of the standings. */
  private boolean isUneven() {
    Side first = tournament.sides().getFirst();
    return tournament.sides().stream().anyMatch(side -> !scored(side).equals(scored(first)));
  }

  /** Runs that were named and are not compared: first of all, for nothing below speaks of them. */
  private void leftOut(StringBuilder out) {
    for (LeftOut one : tournament.leftOut()) {
      paragraph(
          out,
          "Left out: "
              + TextTable.harmless(one.address())
              + (one.model() == null ? "" : " (" + TextTable.harmless(one.model()) + ")")
              + ", "
              + one.reason()
              + ". To compare it too: "
              + one.remedy()
              + ".");
    }
    if (!tournament.leftOut().isEmpty()) {
      out.append('\n');
    }
  }

  private static Set<String> scored(Side side) {
    Set<String> keys = new HashSet<>();
    side.samples()
        .forEach(
            (key, sample) -> {
              if (sample.isScored()) {
                keys.add(key);
              }
            });
    return keys;
  }

  private void uneven(StringBuilder out) {
    Set<String> all = new HashSet<>();
    tournament.sides().forEach(side -> all.addAll(scored(side)));
    List<String> lacking =
        tournament.sides().stream()
            .filter(side -> side.scored() < all.size())
            .map(side -> names.letter(side) + " lacks " + Figures.count(all.size() - side.scored()))
            .toList();
    paragraph(
        out,
        "Not alike: the samples. Of "
            + Figures.count(all.size())
            + " with an outcome "
            + String.join(", ", lacking)
            + ". Scores of readers are each over its own n; a pair is compared, and its two scores"
            + " given, over the samples that both answered.");
    out.append('\n');
  }

  private static String needed(Comparison comparison) {
    @Nullable Long further = comparison.overall().further();
    String more = further == null ? "" : "about " + Figures.count(VerdictText.rounded(further));
    if (comparison.overall().answered() == null) {
      return more;
    }
    String answers =
        Figures.counted(comparison.pairing().coverage().incomplete(), "answer", "answers");
    return more.isEmpty() ? answers : answers + " or " + more;
  }

  private String pairs() {
    boolean uneven = isUneven();
    TextTable table = new TextTable().column("pair", Align.LEFT).column("n", Align.RIGHT);
    if (uneven) {
      table.optional("1st / 2nd", Align.RIGHT, 2);
    }
    table
        .column("difference", Align.RIGHT)
        .column("interval", Align.LEFT)
        .optional("only 1st / 2nd", Align.RIGHT, 3)
        .optional("p", Align.RIGHT, 4)
        .column("p adj.", Align.RIGHT)
        .column("first is", Align.LEFT)
        .optional("needs more", Align.RIGHT, 1);
    for (Comparison one : tournament.comparisons()) {
      Judged judged = one.overall();
      Contrast contrast = judged.contrast();
      List<String> cells = new ArrayList<>();
      cells.add(names.letter(one.first()) + " - " + names.letter(one.second()));
      cells.add(Figures.count(contrast.n()));
      if (uneven) {
        cells.add(figures.bare(contrast.meanFirst()) + " / " + figures.bare(contrast.meanSecond()));
      }
      cells.addAll(
          List.of(
              figures.signed(contrast.difference()),
              figures.range(judged.interval().lower(), judged.interval().upper()),
              Figures.count(contrast.firstAhead()) + " / " + Figures.count(contrast.secondAhead()),
              Probabilities.bare(judged.p()),
              Probabilities.bare(judged.adjusted()),
              judged.verdict().id(),
              needed(one)));
      table.row(cells);
    }
    return table.render(columns, INDENT);
  }
}
