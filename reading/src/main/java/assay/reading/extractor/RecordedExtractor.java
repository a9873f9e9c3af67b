package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Lacking;
import assay.core.measure.Reading;
import assay.reading.text.Days;
import assay.reading.text.Folding;
import assay.reading.text.Numerals;
import assay.reading.text.Polarity;
import assay.reading.text.Units;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the recording says was read, parsed as the kind that was asked for: keys (several parted by
 * commas), yes or no (also 1 or 0), a number, a day, a text, labels. A letter that no option bears
 * is unreadable, as is a recording that says nothing. The reply's text is not looked at, so the
 * reading has no evidence in it.
 */
public final class RecordedExtractor extends ReplyRule {

  private static final Reading NOTHING = Lacking.RECORDED_READING.reading();

  public RecordedExtractor() {
    super(
        new Descriptor(
            "recorded", 1, "what the recording says was read", "the publisher of the recording"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    Recorded recorded = reply.recorded();
    String reading = recorded == null ? null : recorded.reading();
    if (reading == null || reading.isBlank()) {
      return NOTHING;
    }
    String text = reading.strip();
    return switch (presented.kind()) {
      case CHOICE -> choice(text, presented);
      case YES_NO -> yesNo(text, presented);
      case TEXT -> read(new Answer.Text(text));
      case NUMBER -> number(text, presented);
      case DATE -> date(text, presented);
      case LABELS -> labels(text, presented);
    };
  }

  private static Reading read(Answer answer) {
    return new Reading.Read(answer, null, false);
  }

  private static Reading choice(String text, Presented presented) {
    SortedSet<String> keys =
        Shown.isKey(text, presented) ? new TreeSet<>(List.of(text)) : parts(text);
    boolean known = !keys.isEmpty() && keys.stream().allMatch(key -> Shown.isKey(key, presented));
    return known ? read(new Answer.Choice(keys)) : Readings.FOREIGN_LETTER;
  }

  private static Reading yesNo(String text, Presented presented) {
    Boolean meaning =
        switch (text) {
          case "1" -> Boolean.TRUE;
          case "0" -> Boolean.FALSE;
          default -> Polarity.of(Folding.folded(text), presented.language());
        };
    return meaning == null
        ? Readings.unreadable("recorded reading is not yes or no")
        : read(new Answer.YesNo(meaning));
  }

  private static Reading number(String text, Presented presented) {
    char[] folded = Folding.fold(text);
    List<Numerals.Found> all = Numerals.all(folded, 0, folded.length, presented.language());
    if (all.size() != 1) {
      return Readings.unreadable("recorded reading is not a number");
    }
    String unit = all.getFirst().unit();
    return read(new Answer.Number(all.getFirst().value(), unit == null ? null : Units.code(unit)));
  }

  private static Reading date(String text, Presented presented) {
    Days.Order said = Days.order(presented.language(), presented.question());
    Days.Order order = said == Days.Order.UNKNOWN ? Days.Order.MONTH_FIRST : said;
    char[] folded = Folding.fold(text);
    List<Days.Found> all = Days.all(folded, 0, folded.length, order);
    if (all.size() != 1 || all.getFirst().day() == null) {
      return Readings.unreadable("recorded reading is not a date");
    }
    return read(new Answer.Date(all.getFirst().day()));
  }

  private static Reading labels(String text, Presented presented) {
    SortedSet<String> labels = parts(text);
    boolean known =
        presented.options().isEmpty()
            || labels.stream().allMatch(label -> Shown.isKey(label, presented));
    return known
        ? read(new Answer.Labels(labels))
        : Readings.unreadable("recorded label is not shown");
  }

  private static SortedSet<String> parts(String text) {
    SortedSet<String> parts = new TreeSet<>();
    for (String part : text.split("[,;]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
