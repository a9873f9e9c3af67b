package assay.reading.extractor.layered;

import assay.core.measure.Span;
import assay.reading.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Where a reply gives its answer: the last value marked for machines; else what stands behind the
 * last announcement that ends in a colon ("Answer: …", on its line or the next); else all of it.
 */
final class AnswerSpans {

  private static final String MARKS = "*_\"'`#$ \n";
  private static final int LOOKED_AT = 1 << 18;

  private AnswerSpans() {}

  /** The span, outer marks of emphasis and quotation taken off; the reply must not be blank. */
  static Span of(VisibleText visible) {
    Span marked = MarkedValues.last(visible);
    Span range = marked == null ? new Span(visible.start(), visible.end()) : marked;
    Span announced = announced(visible.folded(), range);
    Span value = announced == null ? bare(visible.folded(), range) : announced;
    return value == null ? range : value;
  }

  /** What follows the last colon behind a word that means the answer. */
  private static @Nullable Span announced(char[] folded, Span range) {
    int from = Math.max(range.start(), range.end() - LOOKED_AT);
    int to = range.end();
    Cues cues = new Cues(folded, from, to, "");
    for (int i = to - 1; i >= from; i--) {
      if (folded[i] != ':' || !cues.before(i + 1).announces()) {
        continue;
      }
      int start = i + 1;
      while (start < to && MARKS.indexOf(folded[start]) >= 0) {
        start++;
      }
      int end = start;
      while (end < to && folded[end] != '\n') {
        end++;
      }
      Span value = bare(folded, new Span(start, end));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable Span bare(char[] folded, Span span) {
    int from = span.start();
    int to = span.end();
    while (from < to && MARKS.indexOf(folded[from]) >= 0) {
      from++;
    }
    while (to > from && MARKS.indexOf(folded[to - 1]) >= 0) {
      to--;
    }
    return from < to ? new Span(from, to) : null;
  }
}
