package assay.reading.extractor.layered;

import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.extractor.Refusals;
import assay.reading.text.Alphabets;
import assay.reading.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads which option a reply gives as its answer.
 *
 * <ol>
 *   <li>a value marked for machines, the last one ({@link MarkedValues}): it alone is read;
 *   <li>the whole text is one option's text;
 *   <li>an option announced as the answer by its key, the last one: "The answer is (C)", "B is
 *       correct";
 *   <li>an option announced by its text, the last one: "Answer: Pneumonia";
 *   <li>an option that a weighing statement names by its key ("The most likely diagnosis is: C.
 *       Gout"), if there is only one such;
 *   <li>an option that opens the reply or that a statement names ("The diagnosis is: C. Gout"), if
 *       there is only one such;
 *   <li>the only option that is named at all and not denied.
 * </ol>
 *
 * Everything else is unreadable. A letter that no option bears, where the answer should be, ends
 * the search: nothing else is taken in its stead.
 */
final class ChoiceReader {

  /** Of a longer text only the end is searched; answers stand there, and time stays bounded. */
  private static final int LOOKED_AT = 1 << 18;

  private static final Reading NONE_OF_THEM = Readings.unreadable("says none of the options");
  private static final Reading AMBIGUOUS = Readings.unreadable("letter of two alphabets");

  private final Presented presented;
  private final VisibleText visible;
  private final String text;
  private final char[] folded;
  private final OptionKeys keys;
  private final AnnouncedOptions answers;

  ChoiceReader(VisibleText visible, Presented presented) {
    this.presented = presented;
    this.visible = visible;
    text = visible.text();
    folded = visible.folded();
    keys = new OptionKeys(presented.options());
    answers = new AnnouncedOptions(visible, presented, keys);
  }

  Reading read() {
    Span value = MarkedValues.last(visible);
    int next = RunOns.start(folded, visible.start(), visible.end());
    if (next > 0) {
      Reading first = read(visible.start(), next);
      if (first instanceof Reading.Read && (value == null || value.start() >= next)) {
        return first;
      }
    }
    if (value != null) {
      return MarkedValues.isJoined(visible, value)
          ? Readings.SEVERAL_OPTIONS
          : read(value.start(), value.end());
    }
    return read(visible.start(), visible.end());
  }

  private Reading read(int start, int end) {
    int from = Math.max(start, end - LOOKED_AT);
    int single = singleKey(from, end);
    if (single >= 0) {
      return option(single, from, end);
    }
    OptionTexts texts = new OptionTexts(presented.options(), presented.language());
    int whole = texts.exact(folded, afterMarks(from, end), end);
    if (whole >= 0) {
      return option(whole, from, end);
    }
    if (single == OptionKeys.FOREIGN) {
      return ambiguousAt(from, end) ? AMBIGUOUS : Readings.FOREIGN_LETTER;
    }
    Cues cues = new Cues(folded, from, end, presented.question());
    List<Mention> mentions =
        new MentionScanner(text, folded, from, end, keys, texts, presented.options().size(), cues)
            .scan();
    Refuted refuted = new Refuted(mentions, folded, visible.end(), presented.options().size());
    Reading announced = answers.announced(mentions, refuted);
    if (announced == null) {
      announced = answers.curt(mentions, refuted);
    }
    if (announced != null) {
      return announced;
    }
    Reading byVerdicts = byVerdicts(mentions, texts, cues, from, end);
    if (byVerdicts != null) {
      return byVerdicts;
    }
    TextMentions named = new TextMentions(texts, folded, from, end, cues, mentions);
    Integer byText = named.announced();
    if (byText != null) {
      return option(byText, named);
    }
    Reading judged = judged(mentions, refuted, named);
    if (judged != null) {
      return judged;
    }
    Reading stated = stated(mentions, refuted, named, from, end);
    return stated != null ? stated : onlyOne(mentions, refuted, named);
  }

  /** The only option that a list with a verdict on every option calls right; null without such. */
  private @Nullable Reading byVerdicts(
      List<Mention> mentions, OptionTexts texts, Cues cues, int from, int end) {
    int options = presented.options().size();
    boolean all =
        options > 1
            && mentions.stream()
                    .mapToInt(Mention::option)
                    .filter(one -> one >= 0)
                    .distinct()
                    .count()
                == options;
    if (!all || cues.asksForWrong()) {
      return null;
    }
    ListItems items = new ListItems(text, folded, from, end, keys, texts, options);
    OptionVerdicts verdicts = new OptionVerdicts(folded, from, end, items, cues, options);
    if (!verdicts.complete()) {
      return null;
    }
    return verdicts.right().size() == 1
        ? option(verdicts.right().iterator().next(), from, end)
        : Readings.SEVERAL_OPTIONS;
  }

  /**
   * The option that the range consists of, {@link OptionKeys#FOREIGN} or {@link OptionKeys#NONE}.
   */
  private int singleKey(int from, int to) {
    int start = afterNumber(afterMarks(from, to), to);
    int end = to;
    while (end > start && !Character.isLetterOrDigit(folded[end - 1])) {
      end--;
    }
    if (end - start == 1) {
      char c = text.charAt(start);
      if (keys.ambiguous(c)) {
        return OptionKeys.FOREIGN;
      }
      return keys.named(c);
    }
    return keys.hasLongKeys() && end - start > 1 && end - start < 16
        ? keys.named(text.substring(start, end))
        : OptionKeys.NONE;
  }

  /** Passes over the number of a question before its answer: "1. D", "12) B". */
  private int afterNumber(int start, int to) {
    int i = start;
    while (i < to && i - start < 4 && folded[i] >= '0' && folded[i] <= '9') {
      i++;
    }
    boolean numbered = i > start && i < to && (folded[i] == '.' || folded[i] == ')');
    return numbered && keys.named(text.charAt(start)) < 0 && i + 1 < to && folded[i + 1] == ' '
        ? afterMarks(i + 1, to)
        : start;
  }

  private boolean ambiguousAt(int from, int to) {
    int start = afterMarks(from, to);
    return start < to && keys.ambiguous(text.charAt(start));
  }

  private int afterMarks(int from, int to) {
    int i = from;
    while (i < to
        && !Character.isLetterOrDigit(folded[i])
        && folded[i] != '-'
        && folded[i] != '+') {
      i++;
    }
    return i;
  }

  /** The option that weighing statements name, if all such name the same one. */
  private @Nullable Reading judged(List<Mention> mentions, Refuted refuted, TextMentions named) {
    Mention only = null;
    for (Mention mention : mentions) {
      boolean strong = mention.form() != Mention.Form.BARE || answers.endsClause(mention);
      boolean judged = strong && mention.before() == Cues.Before.JUDGEMENT;
      if (!judged || mention.denied() || mention.listed() || refuted.covers(mention)) {
        continue;
      }
      if (only != null && only.option() != mention.option()) {
        return null;
      }
      only = mention;
    }
    Integer byText = named.judged();
    if (only == null || (byText != null && byText != only.option())) {
      return null;
    }
    return answers.accept(only);
  }

  /** The option that opens the reply or that a statement names, if all such are the same. */
  private @Nullable Reading stated(
      List<Mention> mentions, Refuted refuted, TextMentions named, int from, int to) {
    int first = afterMarks(from, to);
    Mention only = null;
    if (listsEntries(mentions, first)) {
      return Readings.SEVERAL_OPTIONS;
    }
    for (Mention mention : mentions) {
      boolean strong = mention.form() != Mention.Form.BARE || answers.endsClause(mention);
      boolean opens = mention.letter() == first && mention.form() != Mention.Form.BARE;
      boolean says =
          strong && (mention.before().states() || mention.before() == Cues.Before.CONCLUSION);
      boolean counts = (opens || says) && !refuted.covers(mention);
      if (mention.denied() || mention.listed() || !counts) {
        continue;
      }
      if (only != null && only.option() != mention.option()) {
        return Readings.SEVERAL_OPTIONS;
      }
      only = mention;
    }
    Integer byText = named.stated(first);
    if (byText != null && (Refusals.asksForMore(visible) || Refusals.declines(visible))) {
      byText = null;
    }
    if (only == null) {
      return byText == null ? null : option(byText, named);
    }
    if (byText != null && byText >= 0 && only.option() >= 0 && byText != only.option()) {
      return Readings.SEVERAL_OPTIONS;
    }
    return answers.accept(only);
  }

  /** Whether the reply opens with a list of options, each alone on its line with its text. */
  private boolean listsEntries(List<Mention> mentions, int first) {
    int opening = OptionKeys.NONE;
    for (Mention mention : mentions) {
      boolean entry = mention.startsLine() && endsLine(mention) && !mention.denied();
      if (mention.letter() == first && entry) {
        opening = mention.option();
      } else if (entry && !mention.listed() && opening >= 0 && mention.option() != opening) {
        return true;
      }
    }
    return false;
  }

  private boolean endsLine(Mention mention) {
    int i = mention.end();
    while (i < visible.end() && " *_\".)".indexOf(folded[i]) >= 0) {
      i++;
    }
    return i >= visible.end() || folded[i] == '\n';
  }

  /** The only option named at all, unless the reply declines or asks for more. */
  private Reading onlyOne(List<Mention> mentions, Refuted refuted, TextMentions named) {
    Reading reading = onlyNamed(mentions, refuted, named);
    boolean declined =
        reading instanceof Reading.Read
            && (Refusals.declines(visible)
                || Refusals.asksForMore(visible)
                || Undecided.says(folded, visible.start(), visible.end())
                || Undecided.unknowing(folded, visible.start(), visible.end()));
    return declined ? Readings.NO_OPTION : reading;
  }

  private Reading onlyNamed(List<Mention> mentions, Refuted refuted, TextMentions named) {
    if (NoneOfThem.says(folded, visible.start(), visible.end())) {
      return NONE_OF_THEM;
    }
    Mention only = null;
    boolean joined = false;
    for (Mention mention : mentions) {
      joined |= mention.several();
      boolean supposed = mention.before() == Cues.Before.SUPPOSITION && answers.endsClause(mention);
      boolean weak =
          (mention.form() == Mention.Form.BARE && !supposed)
              || (mention.form() == Mention.Form.MARKED && inQuestion(mention.letter()));
      boolean denied = mention.denied() || refuted.covers(mention);
      if (weak || denied || mention.option() < 0) {
        continue;
      }
      if (only != null && only.option() != mention.option()) {
        return Readings.SEVERAL_OPTIONS;
      }
      only = mention;
    }
    Integer byText = named.only();
    if (byText != null && byText < 0) {
      return Readings.SEVERAL_OPTIONS;
    }
    if (only == null) {
      Reading nothing = joined ? Readings.SEVERAL_OPTIONS : Readings.NO_OPTION;
      return byText == null ? nothing : option(byText, named);
    }
    if (byText != null && byText != only.option()) {
      return Readings.SEVERAL_OPTIONS;
    }
    return answers.accept(only);
  }

  /** Whether the question itself speaks of a thing by this letter: "Which symptom is A?". */
  private boolean inQuestion(int letter) {
    String question = presented.question();
    char c = text.charAt(letter);
    for (int i = question.indexOf(c); i >= 0; i = question.indexOf(c, i + 1)) {
      boolean begins = i == 0 || !isSpacedLetter(question.charAt(i - 1));
      boolean ends = i + 1 >= question.length() || !isSpacedLetter(question.charAt(i + 1));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpacedLetter(char c) {
    return Character.isLetterOrDigit(c) && !Alphabets.isUnspaced(c);
  }

  /** The option that was named by its text, unless several were or a key behind it is another's. */
  private Reading option(int option, TextMentions named) {
    if (option < 0) {
      return Readings.SEVERAL_OPTIONS;
    }
    int i = named.end();
    while (i < visible.end() && " *_\"'".indexOf(folded[i]) >= 0) {
      i++;
    }
    boolean bracketed =
        i + 2 < visible.end()
            && (folded[i] == '(' || folded[i] == '[')
            && (folded[i + 2] == ')' || folded[i + 2] == ']');
    int key = bracketed ? keys.named(text.charAt(i + 1)) : OptionKeys.NONE;
    return key >= 0 && key != option
        ? AnnouncedOptions.CONTRADICTION
        : option(option, named.start(), named.end());
  }

  private Reading option(int option, int start, int end) {
    return Readings.option(keys.key(option), start, end);
  }
}
