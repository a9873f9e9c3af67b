package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.VisibleText;

/** Reads free text where a reply gives its answer, see {@link AnswerSpans}. */
final class TextReader {

  private TextReader() {}

  static Reading read(VisibleText visible) {
    Span value = AnswerSpans.of(visible);
    String text = visible.text().substring(value.start(), value.end());
    return Readings.read(new Answer.Text(text), value.start(), value.end());
  }
}
