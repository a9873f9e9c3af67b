package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.Days;
import assay.reading.text.VisibleText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day: in a value marked for machines, the last one announced, or the only one. A day whose
 * day and month could be swapped is read only where the question or its language says the order.
 */
final class DateReader {

  private static final Reading NONE = Readings.unreadable("no date");
  private static final Reading SEVERAL = Readings.unreadable("several dates");
  private static final Reading AMBIGUOUS = Readings.unreadable("day and month could be swapped");

  private static final Reading BOUND = Readings.unreadable("a bound or a denial, not a day");

  private static final int LOOKED_AT = 1 << 16;

  private final Presented presented;
  private final VisibleText visible;

  DateReader(VisibleText visible, Presented presented) {
    this.presented = presented;
    this.visible = visible;
  }

  Reading read() {
    Span value = MarkedValues.last(visible);
    if (value != null) {
      return read(value.start(), value.end());
    }
    return read(visible.start(), visible.end());
  }

  private Reading read(int start, int to) {
    int from = Math.max(start, to - LOOKED_AT);
    char[] folded = visible.folded();
    Days.Order order = Days.order(presented.language(), presented.question());
    List<Days.Found> days = Days.all(folded, from, to, order);
    if (days.isEmpty()) {
      return NONE;
    }
    if (kinds(days, folded, from).contains(DateBounds.Kind.ONE_OF_SEVERAL)) {
      return SEVERAL;
    }
    days =
        days.stream()
            .filter(day -> DateBounds.of(folded, day.start(), from) == DateBounds.Kind.STATED)
            .toList();
    if (days.isEmpty()) {
      return BOUND;
    }
    Cues cues = new Cues(folded, from, to, "");
    for (Days.Found day : days.reversed()) {
      if (cues.before(day.start()).announces()) {
        return accept(day);
      }
    }
    List<Integer> places = new AskedThing(presented.question()).statedAt(folded, from, to);
    List<Days.Found> stated =
        days.stream().filter(day -> places.contains(day.start())).distinct().toList();
    if (stated.size() == 1) {
      return accept(stated.getFirst());
    }
    Days.@Nullable Found only = null;
    for (Days.Found day : days) {
      if (only != null && !java.util.Objects.equals(only.day(), day.day())) {
        return SEVERAL;
      }
      only = only == null ? day : only;
    }
    return only == null || Undecided.missing(folded, from, to) ? NONE : accept(only);
  }

  private static Set<DateBounds.Kind> kinds(List<Days.Found> days, char[] folded, int from) {
    return days.stream()
        .map(day -> DateBounds.of(folded, day.start(), from))
        .collect(Collectors.toSet());
  }

  private static Reading accept(Days.Found found) {
    return found.day() == null
        ? AMBIGUOUS
        : Readings.read(new Answer.Date(found.day()), found.start(), found.end());
  }
}
