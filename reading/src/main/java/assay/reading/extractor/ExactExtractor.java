package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The reply as it stands is the answer, nothing trimmed: a key of the options ({@code B} but not
 * {@code b}, {@code B.} or {@code " B"}); {@code yes} or {@code no}; a plain decimal number; an ISO
 * day; any text; labels parted by a comma and a blank. This is how the authors of MedAgentsBench
 * compare a predicted letter.
 */
public final class ExactExtractor extends ReplyRule {

  private static final Reading NOT_EXACT = Readings.unreadable("not exactly an answer");

  public ExactExtractor() {
    super(
        new Descriptor(
            "exact",
            1,
            "the reply equals a key as text, nothing trimmed",
            "MedAgentsBench, plots/table1_performance.ipynb (github.com/gersteinlab/medagents-benchmark,"
                + " f5e50b6)"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    return switch (presented.kind()) {
      case CHOICE -> choice(text, presented);
      case YES_NO -> yesNo(text);
      case TEXT ->
          text.isEmpty() ? Unread.EMPTY : Readings.read(new Answer.Text(text), 0, text.length());
      case NUMBER -> number(text);
      case DATE -> date(text);
      case LABELS -> labels(text, presented);
    };
  }

  private static Reading choice(String text, Presented presented) {
    for (Option option : presented.options()) {
      if (option.key().equals(text)) {
        return Readings.option(text, 0, text.length());
      }
    }
    return NOT_EXACT;
  }

  private static Reading yesNo(String text) {
    return switch (text) {
      case "yes", "Yes" -> Readings.read(new Answer.YesNo(true), 0, text.length());
      case "no", "No" -> Readings.read(new Answer.YesNo(false), 0, text.length());
      default -> NOT_EXACT;
    };
  }

  private static Reading number(String text) {
    return PlainNumbers.isPlain(text) && Double.isFinite(Double.parseDouble(text))
        ? Readings.read(new Answer.Number(Double.parseDouble(text), null), 0, text.length())
        : NOT_EXACT;
  }

  private static Reading date(String text) {
    if (text.length() != 10) {
      return NOT_EXACT;
    }
    try {
      return Readings.read(new Answer.Date(LocalDate.parse(text)), 0, text.length());
    } catch (DateTimeParseException e) {
      return NOT_EXACT;
    }
  }

  private static Reading labels(String text, Presented presented) {
    SortedSet<String> labels = new TreeSet<>();
    for (String label : text.split(", ", -1)) {
      boolean known =
          presented.options().isEmpty()
              || presented.options().stream().anyMatch(option -> option.key().equals(label));
      if (label.isEmpty() || !known) {
        return NOT_EXACT;
      }
      labels.add(label);
    }
    return Readings.read(new Answer.Labels(labels), 0, text.length());
  }
}
