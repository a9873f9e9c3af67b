package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Mention.Form;
import assay.reading.text.Alphabets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the options that a text names by their keys. A letter counts only where it stands as a
 * label does; the article in "A mass", the pronoun in "I cannot", the letters of "hepatitis B" and
 * "T4" do not.
 */
final class MentionScanner {

  private static final String OPENERS = "*_\"'([{$`「『【〔《<";
  private static final String CLOSERS = "*_\"')]}$`」』】〕》>";
  private static final String BRACKETS = ")]】〕";

  private final String text;
  private final char[] folded;
  private final int from;
  private final int to;
  private final OptionKeys keys;
  private final OptionTexts texts;
  private final int options;
  private final Cues cues;
  private final LetterContext context;
  private final JoinedOptions joinedOptions;

  MentionScanner(
      String text,
      char[] folded,
      int from,
      int to,
      OptionKeys keys,
      OptionTexts texts,
      int options,
      Cues cues) {
    this.text = text;
    this.folded = folded;
    this.from = from;
    this.to = to;
    this.keys = keys;
    this.texts = texts;
    this.options = options;
    this.cues = cues;
    context = new LetterContext(text, folded, from, to);
    joinedOptions = new JoinedOptions(text, folded, to, keys, context);
  }

  /** All mentions in order, entries of restated lists marked. */
  List<Mention> scan() {
    List<Mention> found = new ArrayList<>();
    int i = from;
    while (i < to) {
      char c = folded[i];
      if (!Alphabets.isWord(c)) {
        i++;
        continue;
      }
      int end = i + 1;
      if (!Alphabets.isUnspaced(c)) {
        while (end < to && Alphabets.isSpacedWord(folded[end])) {
          end++;
        }
      }
      int option = OptionKeys.NONE;
      if (end - i == 1) {
        option = keys.named(text.charAt(i));
      }
      if (option == OptionKeys.NONE && keys.hasLongKeys()) {
        option = keys.named(text.substring(i, end));
      }
      if (option != OptionKeys.NONE) {
        Mention mention = mention(option, i, end);
        if (mention != null) {
          found.add(mention);
        }
      }
      i = end;
    }
    return RestatedLists.mark(found, folded, from);
  }

  private @org.jspecify.annotations.Nullable Mention mention(
      int option, int letter, int letterEnd) {
    if (context.partOfWord(letter, letterEnd)) {
      return null;
    }
    int start = letter;
    while (start > from && OPENERS.indexOf(folded[start - 1]) >= 0) {
      start--;
      if (folded[start] == '{') {
        start = context.beforeCommand(start);
      }
    }
    int end = letterEnd;
    boolean bracket = false;
    while (end < to && CLOSERS.indexOf(folded[end]) >= 0) {
      bracket |= BRACKETS.indexOf(folded[end]) >= 0;
      end++;
    }
    boolean marked = start < letter && end > letterEnd;
    boolean startsLine = context.startsLine(start);
    int label = end;
    boolean delimiter = false;
    if (end < to && context.isDelimiter(end, bracket, startsLine)) {
      delimiter = true;
      label = end + 1;
    }
    int textStart = label;
    while (textStart < to
        && (folded[textStart] == ' ' || CLOSERS.indexOf(folded[textStart]) >= 0)) {
      textStart++;
    }
    boolean endsLine = textStart >= to || folded[textStart] == '\n';
    int textEnd = option >= 0 && !endsLine ? texts.matchAt(folded, textStart, to, option) : -1;
    boolean tied = delimiter || bracket || (end < to && folded[end] == ',');
    Form form =
        form(option, letter, marked, startsLine, endsLine, delimiter || bracket, textEnd, tied);
    Cues.Before before = cues.before(start);
    if (form == Form.BARE && !standsAsKey(letter, letterEnd, before)) {
      return null;
    }
    int behindFrom = textEnd >= 0 ? textEnd : letterEnd;
    boolean labelText = form == Form.LABEL;
    // "A: Incorrect. …": behind a label stands its judgement
    Cues.Behind behind = cues.behind(start, labelText ? label - 1 : behindFrom);
    boolean several = joinedOptions.joined(option, behindFrom);
    boolean bracketed = textStart < to && folded[textStart] == '('; // "B (warfarin)"
    boolean dashed = // "B - warfarin"
        textStart + 1 < to && folded[textStart] == '-' && folded[textStart + 1] == ' ';
    boolean contradicted =
        textEnd < 0
            && (delimiter || bracket || bracketed || dashed)
            && !endsLine
            && ofAnother(option, textStart + (bracketed ? 1 : dashed ? 2 : 0));
    int whole = textEnd >= 0 ? textEnd : end;
    return new Mention(
        option,
        start,
        letter,
        whole,
        form,
        startsLine,
        false,
        several,
        contradicted,
        before,
        behind);
  }

  /**
   * Whether a letter within a sentence can be meant as a key: a capital that is no article. A small
   * letter or one of another script only where it is announced and closes its clause.
   */
  private boolean standsAsKey(int letter, int letterEnd, Cues.Before before) {
    if (before != Cues.Before.NOTHING && context.isArticle(letter, letterEnd)) {
      return false;
    }
    boolean latin = folded[letter] >= 'a' && folded[letter] <= 'z';
    boolean capital = latin && !Character.isLowerCase(text.charAt(letter));
    if (capital || Character.isDigit(folded[letter]) || keys.hasLongKeys()) {
      return true;
    }
    int behind = letterEnd;
    while (behind < to && CLOSERS.indexOf(folded[behind]) >= 0) {
      behind++;
    }
    boolean closes =
        behind >= to
            || ".,;:!\n)".indexOf(folded[behind]) >= 0
            || (latin && Alphabets.isUnspaced(folded[behind]));
    return before.announces() && closes;
  }

  private Form form(
      int option,
      int letter,
      boolean marked,
      boolean startsLine,
      boolean endsLine,
      boolean delimiter,
      int textEnd,
      boolean tied) {
    if (startsLine && endsLine) {
      return Form.ALONE;
    }
    if (textEnd >= 0 && (tied || marked)) {
      return Form.LABEL_AND_TEXT;
    }
    if (delimiter && !endsLine && (startsLine || marked || option >= 0)) {
      return startsLine || marked || followsColonOrIs(letter) ? Form.LABEL : Form.BARE;
    }
    boolean explained = startsLine && context.explanationFollows(letter + 1);
    return marked || explained || context.afterOptionWord(letter) ? Form.MARKED : Form.BARE;
  }

  private boolean followsColonOrIs(int letter) {
    Cues.Before before = cues.before(letter);
    return before.announces() || before.states();
  }

  private boolean ofAnother(int option, int textStart) {
    for (int other = 0; other < options; other++) {
      if (other == option) {
        continue;
      }
      int end = texts.matchAt(folded, textStart, to, other);
      if (end >= 0 && endsPhrase(end)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsPhrase(int end) {
    int i = end;
    while (i < to && (CLOSERS.indexOf(folded[i]) >= 0 || folded[i] == '.' || folded[i] == ' ')) {
      i++;
    }
    return i >= to || folded[i] == '\n';
  }
}
