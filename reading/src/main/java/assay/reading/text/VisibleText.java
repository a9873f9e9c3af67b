package assay.reading.text;

/**
 * The part of a reply that may hold the answer. What must not be read as one (reasoning between
 * tags, struck-through words) is blanked out, so that places in this text are places in the reply.
 * Beside the text stands a folded form of the same length for comparison: lower case, full-width
 * forms as narrow ones, every blank a space, every quotation mark and dash its plain form.
 */
public final class VisibleText {

  private final String text;
  private final char[] folded;
  private final int start;
  private final int end;
  private final boolean reasoning;

  private VisibleText(String text, boolean reasoning) {
    this.text = text;
    this.reasoning = reasoning;
    folded = Folding.fold(text);
    int from = 0;
    int to = folded.length;
    while (from < to && folded[from] <= ' ') {
      from++;
    }
    while (to > from && folded[to - 1] <= ' ') {
      to--;
    }
    start = from;
    end = EndTokens.start(folded, from, to);
  }

  /** The visible part of a reply's text. */
  public static VisibleText of(String reply) {
    String shown = ReasoningTags.hide(reply);
    return new VisibleText(StruckText.hide(EscapedLines.restore(shown)), !shown.equals(reply));
  }

  /** The text, reasoning blanked out; as long as the reply. */
  public String text() {
    return text;
  }

  /** The folded text; as long as the reply. Not to be changed. */
  @SuppressWarnings("ArrayRecordComponent")
  public char[] folded() {
    return folded;
  }

  /** Where the first character that is no blank stands. */
  public int start() {
    return start;
  }

  /**
   * Behind the last character that is neither a blank nor of a mark that ends what models write.
   */
  public int end() {
    return end;
  }

  /** Whether nothing is to be seen. */
  public boolean isBlank() {
    return start == end;
  }

  /** Whether reasoning was blanked out. */
  public boolean hadReasoning() {
    return reasoning;
  }

  /** The visible text without outer blanks. */
  public String trimmed() {
    return text.substring(start, end);
  }
}
