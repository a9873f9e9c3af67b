package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Reads free text: a value marked for machines; what follows the last "Answer:" on its line, or on
 * the next where nothing does; else the whole reply. Outer marks of emphasis and quotation are
 * taken off.
 */
final class TextReader {

  private static final String MARKS = "*_\"'`#$ \n";
  private static final int LOOKED_AT = 1 << 18;

  private final VisibleText visible;
  private final char[] folded;

  TextReader(VisibleText visible) {
    this.visible = visible;
    folded = visible.folded();
  }

  Reading read() {
    Span marked = MarkedValues.last(visible);
    Span range = marked == null ? new Span(visible.start(), visible.end()) : marked;
    Span announced = announced(range);
    Span value = announced == null ? bare(range.start(), range.end()) : announced;
    if (value == null) {
      return Readings.unreadable("empty");
    }
    String text = visible.text().substring(value.start(), value.end());
    return Readings.read(new Answer.Text(text), value.start(), value.end());
  }

  /** What follows the last colon behind a word that means the answer. */
  private @Nullable Span announced(Span range) {
    int from = Math.max(range.start(), range.end() - LOOKED_AT);
    int to = range.end();
    Cues cues = new Cues(folded, from, to, "");
    for (int i = to - 1; i >= from; i--) {
      if (folded[i] != ':' || cues.before(i + 1) != Cues.Before.ANNOUNCEMENT) {
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
      Span value = bare(start, end);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable Span bare(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && MARKS.indexOf(folded[from]) >= 0) {
      from++;
    }
    while (to > from && MARKS.indexOf(folded[to - 1]) >= 0) {
      to--;
    }
    return from < to ? new Span(from, to) : null;
  }
}
