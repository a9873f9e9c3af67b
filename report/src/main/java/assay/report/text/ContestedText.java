package assay.report.text;

import assay.evaluation.item.Contested;
import assay.evaluation.item.ItemFilter;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import java.util.Locale;

/** Answers that extractors read differently: how many, then the most contested. */
public final class ContestedText {

  private final Contested contested;
  private final ItemFilter which;
  private final Contested.Silence silence;
  private final int columns;

  /**
   * A text.
   *
   * @param which the answers that were looked at
   * @param silence what was made of rules that read nothing of an answer
   * @param columns width of the terminal
   */
  public ContestedText(
      Contested contested, ItemFilter which, Contested.Silence silence, int columns) {
    this.contested = contested;
    this.which = which;
    this.silence = silence;
    this.columns = columns;
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    line(out, counts());
    if (contested.items().isEmpty()) {
      return out.toString();
    }
    out.append('\n');
    ReadingTable table = new ReadingTable(columns, out::append);
    contested.items().forEach(table::add);
    long all =
        contested.differently() + (silence == Contested.Silence.DIFFERS ? contested.silent() : 0);
    long left = all - contested.items().size();
    if (left > 0) {
      out.append('\n');
      line(
          out,
          "and "
              + Figures.count(left)
              + " more, less contested; --first N lists N of them, --json all.");
    }
    return out.toString();
  }

  private String counts() {
    if (contested.answered() == 0) {
      return "no answers" + kind();
    }
    String counts =
        Figures.count(contested.differently())
            + " of "
            + Figures.counted(contested.answered(), "answer", "answers")
            + kind()
            + " read differently by "
            + Figures.counted(contested.rules(), "rule", "rules")
            + " that apply and read any."
            + (contested.rules() > 1 ? "" : " To compare more: assay score RUN --extractor all.");
    if (contested.silent() == 0) {
      return counts;
    }
    return counts
        + " Of "
        + Figures.count(contested.silent())
        + " more some rules read one thing and others nothing"
        + (silence == Contested.Silence.DIFFERS ? "." : "; --unread lists them too.");
  }

  private String kind() {
    return which == ItemFilter.ALL
        ? ""
        : " of the kind '" + which.name().toLowerCase(Locale.ROOT) + "'";
  }

  private void line(StringBuilder out, String text) {
    out.append(Paragraph.wrap(text, columns, "", ""));
  }
}
