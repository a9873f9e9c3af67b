package assay.reading.extractor.layered;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.text.Alphabets;
import assay.reading.text.Phrases;
import assay.reading.text.Polarity;
import assay.reading.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Reads yes or no: from a value marked for machines; from the word that opens the reply; from the
 * last one announced ("Answer: no"); from words that stand as sentences of their own, if they
 * agree; from a conclusion ("So yes, …"); from a reply that repeats the question as a statement
 * ({@link EchoedStatement}).
 */
final class YesNoReader {

  private static final Reading NEITHER = Readings.unreadable("no yes or no");
  private static final Reading BOTH = Readings.unreadable("both yes and no");

  private static final int LOOKED_AT = 1 << 18;

  /** How near two announcements stand that follow each other at once. */
  private static final int RESTART = 40;

  /** What a writer says who takes back what they wrote. */
  private static final Phrases CORRECTED =
      Phrases.parse(
          "sorry|wait|correction|actually|on second thought|on reflection|let me reconsider"
              + "|scratch that|looking again|perdón|desculpe|pardon|entschuldigung");

  private final Presented presented;
  private final VisibleText visible;
  private final char[] folded;

  YesNoReader(VisibleText visible, Presented presented) {
    this.visible = visible;
    this.presented = presented;
    folded = visible.folded();
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
    Cues cues = new Cues(folded, from, to, "");
    Word announced = null;
    Word concluded = null;
    boolean restarts = false;
    Word opening = null;
    Word alone = null;
    boolean aloneDiffer = false;
    boolean first = true;
    int i = from;
    while (i < to) {
      if (!Character.isLetter(folded[i])) {
        i++;
        continue;
      }
      Word word = wordAt(i, to);
      boolean starts = first;
      first = false;
      if (word.meaning() == null) {
        i = word.end();
        continue;
      }
      if (starts && opens(word, to)) {
        opening = word;
      } else if (endsPhrase(word.end(), to) || followedByReason(word.end(), to)) {
        Cues.Before before = cues.before(word.start());
        if (before.announces()) {
          restarts |=
              announced != null
                  && announced.yes() != word.yes()
                  && word.start() - announced.end() <= RESTART;
          announced = word;
        } else if (before == Cues.Before.CONCLUSION) {
          concluded = word;
        } else if (startsSentence(word.start(), from) || closesSentence(word, from, to)) {
          aloneDiffer |= alone != null && alone.yes() != word.yes();
          alone = word;
        }
      }
      i = word.end();
    }
    if (announced != null) {
      return restarts ? BOTH : read(announced);
    }
    if (concluded != null && (alone == null || alone.start() < concluded.start())) {
      boolean turned = opening != null && opening.yes() != concluded.yes();
      boolean corrected = CORRECTED.find(folded, from, concluded.start()) >= 0;
      return turned && !corrected ? BOTH : read(concluded);
    }
    if (opening != null) {
      boolean wavers = alone != null && (aloneDiffer || alone.yes() != opening.yes());
      return wavers || either(opening, to) ? BOTH : read(opening);
    }
    if (alone != null) {
      return aloneDiffer ? BOTH : read(alone);
    }
    Boolean echoed =
        EchoedStatement.meaning(new String(folded, from, to - from), presented.question());
    if (echoed == null && DeniedFindings.in(folded, from, to, presented.question())) {
      echoed = false;
    }
    return echoed == null ? NEITHER : Readings.read(new Answer.YesNo(echoed), from, to);
  }

  private static Reading read(Word word) {
    return Readings.read(new Answer.YesNo(word.yes()), word.start(), word.end());
  }

  private record Word(int start, int end, @Nullable Boolean meaning) {
    boolean yes() {
      return Boolean.TRUE.equals(meaning);
    }
  }

  private Word wordAt(int start, int to) {
    if (Alphabets.isUnspaced(folded[start])) {
      for (int length = Math.min(6, to - start); length > 0; length--) {
        Boolean meaning = Polarity.of(new String(folded, start, length), presented.language());
        if (meaning != null) {
          return new Word(start, start + length, meaning);
        }
      }
      int end = start + 1;
      while (end < to && Alphabets.isUnspaced(folded[end])) {
        end++;
      }
      return new Word(start, end, null);
    }
    int end = start + 1;
    while (end < to && isWordPart(folded[end])) {
      end++;
    }
    if (end - start > 20) {
      return new Word(start, end, null);
    }
    boolean hyphen = end + 1 < to && folded[end] == '-' && Character.isLetter(folded[end + 1]);
    String word = new String(folded, start, end - start);
    return new Word(start, end, hyphen ? null : Polarity.of(word, presented.language()));
  }

  private static boolean isWordPart(char c) {
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return mark || (Character.isLetter(c) && !Alphabets.isUnspaced(c));
  }

  /** Whether a first word is an answer and not the beginning of "No pneumothorax is seen". */
  private boolean opens(Word word, int to) {
    if (endsPhrase(word.end(), to)) {
      return true;
    }
    String text = new String(folded, word.start(), word.end() - word.start());
    if (text.equals("no")) {
      return followedByReason(word.end(), to) || repeated(text, word.start(), to);
    }
    boolean truth =
        text.equals("true")
            || text.equals("false")
            || text.equals("correct")
            || text.equals("wrong")
            || text.equals("negative")
            || text.equals("incorrect")
            || text.equals("richtig");
    return !truth;
  }

  /** "no no no no": nothing but the word. */
  private boolean repeated(String word, int start, int to) {
    int i = start;
    int times = 0;
    while (i < to) {
      if (!Character.isLetter(folded[i])) {
        i++;
        continue;
      }
      int begin = i;
      while (i < to && Character.isLetter(folded[i])) {
        i++;
      }
      if (!new String(folded, begin, Math.min(i - begin, 8)).equals(word)) {
        return false;
      }
      times++;
    }
    return times > 1;
  }

  /** "no because", "no there is", "yes it does": the word is complete, a sentence follows. */
  private boolean followedByReason(int end, int to) {
    int i = end;
    while (i < to && (folded[i] == ' ' || folded[i] == '*' || folded[i] == '"')) {
      i++;
    }
    int start = i;
    while (i < to && i - start < 12 && Character.isLetter(folded[i])) {
      i++;
    }
    return switch (new String(folded, start, i - start)) {
      case "because",
          "since",
          "there",
          "it",
          "this",
          "that",
          "the",
          "as",
          "they",
          "these",
          "i",
          "we",
          "he",
          "she",
          "based",
          "due",
          "however",
          "but",
          "porque",
          "pois",
          "hay",
          "há",
          "car",
          "weil" ->
          true;
      default -> false;
    };
  }

  private boolean endsPhrase(int end, int to) {
    int i = end;
    while (i < to
        && (folded[i] == '*' || folded[i] == '"' || folded[i] == '_' || folded[i] == '\'')) {
      i++;
    }
    if (i >= to || ".,;:!\n-()[]}<|$/".indexOf(folded[i]) >= 0) {
      return true;
    }
    boolean dash = i + 1 < to && folded[i] == ' ' && "-(\n".indexOf(folded[i + 1]) >= 0;
    return dash || Alphabets.isUnspaced(folded[end - 1]);
  }

  private boolean startsSentence(int start, int from) {
    int i = start - 1;
    while (i >= from && " *_#\"'(>".indexOf(folded[i]) >= 0) {
      i--;
    }
    return i < from || ".!?\n".indexOf(folded[i]) >= 0;
  }

  /** "Based on the glucose level, yes." */
  private boolean closesSentence(Word word, int from, int to) {
    int before = word.start() - 1;
    while (before >= from && " *_\"'".indexOf(folded[before]) >= 0) {
      before--;
    }
    int behind = word.end();
    while (behind < to && " *_\"'".indexOf(folded[behind]) >= 0) {
      behind++;
    }
    boolean ends = behind >= to || ".!\n".indexOf(folded[behind]) >= 0;
    return ends && before >= from && folded[before] == ',';
  }

  /** "Yes or no", "yes/no", "yes and no". */
  private boolean either(Word word, int to) {
    int i = word.end();
    while (i < to && (folded[i] == ' ' || folded[i] == '/' || folded[i] == ',')) {
      i++;
    }
    if (i >= to || !Character.isLetter(folded[i])) {
      return false;
    }
    Word next = wordAt(i, to);
    if ((CueWords.classes(new String(folded, i, next.end() - i)) & CueWords.JOINER) != 0) {
      i = next.end();
      while (i < to && folded[i] == ' ') {
        i++;
      }
      if (i >= to || !Character.isLetter(folded[i])) {
        return false;
      }
      next = wordAt(i, to);
    }
    return next.meaning() != null && next.yes() != word.yes();
  }
}
