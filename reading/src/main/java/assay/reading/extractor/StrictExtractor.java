package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Days;
import assay.reading.text.Folding;
import assay.reading.text.Numerals;
import assay.reading.text.Polarity;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The trimmed reply is the answer and nothing else: one key, perhaps in round or square brackets or
 * with a closing bracket or full stop ({@code B}, {@code (B)}, {@code B.}, {@code B)}); yes or no;
 * one number with or without a unit; one day; the text itself; keys or texts of labels parted by
 * commas. Case counts for keys. Reasoning between tags is passed over.
 */
public final class StrictExtractor extends ReplyRule {

  private static final Reading NOT_ALONE = Readings.unreadable("more than an answer");

  public StrictExtractor() {
    super(
        new Descriptor(
            "strict",
            1,
            "the trimmed reply is one key, perhaps in brackets or with a full stop",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    if (visible.isBlank()) {
      return Unread.EMPTY;
    }
    int from = visible.start();
    int to = visible.end();
    return switch (presented.kind()) {
      case CHOICE -> choice(visible, presented);
      case YES_NO -> yesNo(visible, presented);
      case TEXT -> Readings.read(new Answer.Text(visible.trimmed()), from, to);
      case NUMBER -> number(visible, presented);
      case DATE -> date(visible, presented);
      case LABELS -> labels(visible, presented);
    };
  }

  private static Reading choice(VisibleText visible, Presented presented) {
    String trimmed = visible.trimmed();
    for (Option option : presented.options()) {
      String key = option.key();
      int at = trimmed.indexOf(key);
      if (at < 0 || at > 1 || trimmed.length() > key.length() + 3) {
        continue;
      }
      String around = trimmed.substring(0, at) + "|" + trimmed.substring(at + key.length());
      boolean allowed =
          switch (around) {
            case "|", "|.", "|)", "|).", "|]", "(|)", "(|).", "[|]", "[|]." -> true;
            default -> false;
          };
      if (allowed) {
        return Readings.option(key, visible.start(), visible.end());
      }
    }
    return NOT_ALONE;
  }

  private static Reading yesNo(VisibleText visible, Presented presented) {
    String word = Folding.folded(visible.trimmed());
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    Boolean meaning = Polarity.of(bare, presented.language());
    return meaning == null
        ? NOT_ALONE
        : Readings.read(new Answer.YesNo(meaning), visible.start(), visible.end());
  }

  private static Reading number(VisibleText visible, Presented presented) {
    List<Numerals.Found> all =
        Numerals.all(visible.folded(), visible.start(), visible.end(), presented.language());
    if (all.size() != 1) {
      return NOT_ALONE;
    }
    Numerals.Found only = all.getFirst();
    boolean closes = endsAt(visible, only.unitEnd());
    if (only.bound() || only.start() != visible.start() || !closes) {
      return NOT_ALONE;
    }
    String unit = only.unit() == null ? null : Units.code(only.unit());
    return Readings.read(new Answer.Number(only.value(), unit), only.start(), only.unitEnd());
  }

  private static Reading date(VisibleText visible, Presented presented) {
    Days.Order order = Days.order(presented.language(), presented.question());
    List<Days.Found> all = Days.all(visible.folded(), visible.start(), visible.end(), order);
    if (all.size() != 1) {
      return NOT_ALONE;
    }
    Days.Found only = all.getFirst();
    if (only.day() == null || only.start() != visible.start() || !endsAt(visible, only.end())) {
      return NOT_ALONE;
    }
    return Readings.read(new Answer.Date(only.day()), only.start(), only.end());
  }

  private static Reading labels(VisibleText visible, Presented presented) {
    SortedSet<String> labels = new TreeSet<>();
    for (String part : visible.trimmed().split(",", -1)) {
      String label = part.strip();
      if (label.isEmpty()) {
        return NOT_ALONE;
      }
      if (presented.options().isEmpty()) {
        labels.add(label);
        continue;
      }
      boolean known = false;
      for (Option option : presented.options()) {
        if (option.key().equals(label) || option.text().equals(label)) {
          labels.add(option.key());
          known = true;
        }
      }
      if (!known) {
        return NOT_ALONE;
      }
    }
    return Readings.read(new Answer.Labels(labels), visible.start(), visible.end());
  }

  private static boolean endsAt(VisibleText visible, int end) {
    boolean stop = end == visible.end() - 1 && visible.folded()[end] == '.';
    return end == visible.end() || stop;
  }
}
