package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.extractor.ReplyRule;
import assay.reading.extractor.Shown;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Several options, for questions in which more than one is right: every key of a list ({@code A,
 * C}, {@code A and C}, {@code (A)(C)}, {@code ACD}) that is a marked value ({@code "answer": ["A",
 * "C"]}, {@code \boxed{A, C}}), stands behind the last announcement ("Answers: A and C") or is the
 * whole reply. Anything else in that place, a letter that no option bears among it, makes it
 * unreadable.
 */
public final class LettersExtractor extends ReplyRule {

  public LettersExtractor() {
    super(
        new Descriptor(
            "letters",
            1,
            "every key of a list of keys, for questions with several right options",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    if (visible.isBlank()) {
      return Readings.unreadable("empty");
    }
    Span span = AnswerSpans.of(visible);
    SortedSet<String> keys = new TreeSet<>();
    String text = visible.text();
    int i = span.start();
    while (i < span.end()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < span.end() && Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      String word = text.substring(start, Math.min(i, start + LONGEST));
      if (Shown.isKey(word, presented)) {
        keys.add(word);
      } else if (!isJoiner(word) && !addEach(word, keys, presented)) {
        return Readings.unreadable("not a list of keys");
      }
    }
    return keys.isEmpty()
        ? Readings.NO_OPTION
        : Readings.read(new Answer.Choice(keys), span.start(), span.end());
  }

  private static final int LONGEST = 64;

  private static boolean isJoiner(String word) {
    return switch (word) {
      case "and", "or", "und", "et", "y", "e", "ou", "o", "i", "и", "option", "options" -> true;
      default -> false;
    };
  }

  /** "ACD": capital letters in a row, each a key. */
  private static boolean addEach(String word, SortedSet<String> keys, Presented presented) {
    for (int i = 0; i < word.length(); i++) {
      boolean capital = Character.isUpperCase(word.charAt(i));
      if (!capital || !Shown.isKey(word.substring(i, i + 1), presented)) {
        return false;
      }
    }
    for (int i = 0; i < word.length(); i++) {
      keys.add(word.substring(i, i + 1));
    }
    return true;
  }
}
