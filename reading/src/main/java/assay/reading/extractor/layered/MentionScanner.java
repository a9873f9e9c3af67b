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
    if (partOfWord(letter, letterEnd)) {
      return null;
    }
    int start = letter;
    while (start > from && OPENERS.indexOf(folded[start - 1]) >= 0) {
      start--;
      if (folded[start] == '{') {
        start = beforeCommand(start);
      }
    }
    int end = letterEnd;
    boolean bracket = false;
    while (end < to && CLOSERS.indexOf(folded[end]) >= 0) {
      bracket |= BRACKETS.indexOf(folded[end]) >= 0;
      end++;
    }
    boolean marked = start < letter && end > letterEnd;
    boolean startsLine = startsLine(start);
    int label = end;
    boolean delimiter = false;
    if (end < to && isDelimiter(end, bracket, startsLine)) {
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
    boolean several = joined(option, behindFrom);
    boolean contradicted =
        textEnd < 0 && (delimiter || bracket) && !endsLine && ofAnother(option, textStart);
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
    if (before != Cues.Before.NOTHING && isArticle(letter, letterEnd)) {
      return false;
    }
    boolean latin = folded[letter] >= 'a' && folded[letter] <= 'z';
    boolean capital = latin && !Character.isLowerCase(text.charAt(letter));
    if (capital || Character.isDigit(folded[letter]) || keys.hasLongKeys()) {
      return true;
    }
    boolean closes = letterEnd >= to || ".,;:!\n)".indexOf(folded[letterEnd]) >= 0;
    return before == Cues.Before.ANNOUNCEMENT && closes;
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
    boolean explained = startsLine && explanationFollows(letter + 1);
    return marked || explained || afterOptionWord(letter) ? Form.MARKED : Form.BARE;
  }

  private boolean followsColonOrIs(int letter) {
    Cues.Before before = cues.before(letter);
    return before == Cues.Before.ANNOUNCEMENT || before == Cues.Before.STATEMENT;
  }

  /** "A because …". */
  private boolean explanationFollows(int end) {
    int i = end;
    while (i < to && folded[i] == ' ') {
      i++;
    }
    int word = i;
    while (i < to && i - word < 12 && Character.isLetter(folded[i])) {
      i++;
    }
    return switch (new String(folded, word, i - word)) {
      case "because", "since", "porque", "pois", "car", "weil", "perché", "потому" -> true;
      default -> false;
    };
  }

  /** "option B", "choice (B)", "Alternativa B", "選択肢B". */
  private boolean afterOptionWord(int letter) {
    int i = letter - 1;
    while (i >= from && (folded[i] == ' ' || OPENERS.indexOf(folded[i]) >= 0)) {
      i--;
    }
    int end = i + 1;
    while (i >= from && end - i < 16 && Character.isLetter(folded[i])) {
      i--;
    }
    String word = new String(folded, i + 1, end - i - 1);
    return switch (word) {
      case "option", "choice", "answer", "alternative", "opción", "opção", "alternativa", "letra" ->
          true;
      case "lettre", "buchstabe", "antwort", "réponse", "opzione", "lettera", "вариант", "ответ" ->
          true;
      case "אפשרות", "תשובה", "الخيار", "خيار", "विकल्प", "seçenek" -> true;
      default -> word.endsWith("選択肢") || word.endsWith("选项") || word.endsWith("選項");
    };
  }

  /** Where "Option " begins before a letter, or the letter's own place. */
  private int beforeOptionWord(int start) {
    int i = start - 1;
    while (i >= from && folded[i] == ' ') {
      i--;
    }
    int end = i + 1;
    while (i >= from && end - i < 12 && Character.isLetter(folded[i])) {
      i--;
    }
    String word = new String(folded, i + 1, end - i - 1);
    boolean option =
        switch (word) {
          case "option", "choice", "opción", "opção", "alternativa", "选项", "選択肢", "選項" -> true;
          default -> false;
        };
    return option ? i + 1 : start;
  }

  /** Whether the letter belongs to a word or a name: "I'm", "B-cell", "N/A", "U.S.A.", "A+". */
  private boolean partOfWord(int start, int end) {
    char before = start > from ? folded[start - 1] : ' ';
    char before2 = start - 1 > from ? folded[start - 2] : ' ';
    char next = end < to ? folded[end] : ' ';
    char next2 = end + 1 < to ? folded[end + 1] : ' ';
    if ((before == '\'' || before == '-' || before == '.' || before == '_') && isWord(before2)) {
      return true;
    }
    if (before == '/' && before2 == 'n') {
      return true;
    }
    if (before == '°' || before == '^' || before == '#' || before == '@' || before == '\\') {
      return true;
    }
    if ((next == '\'' || next == '-' || next == '_') && isWord(next2)) {
      return true;
    }
    if (next == '.' && isWord(next2)) {
      // "D.Ventricular" is a label without its blank, "A.M." is not
      char next3 = end + 2 < to ? folded[end + 2] : ' ';
      return !Character.isLetter(next2) || !Character.isLetter(next3);
    }
    return next == '+' || next == '%' || next == '^' || (next == '\'' && next2 == '\'');
  }

  private static boolean isWord(char c) {
    return Alphabets.isSpacedWord(c);
  }

  private boolean isDelimiter(int at, boolean bracket, boolean startsLine) {
    char c = folded[at];
    char next = at + 1 < to ? folded[at + 1] : ' ';
    return switch (c) {
      case '.' -> true;
      case ':' -> true;
      case ',' -> Alphabets.isUnspaced(next);
      case '-', '|' -> startsLine || bracket;
      case ' ' ->
          startsLine && (next == '-' || next == '|') && at + 2 < to && folded[at + 2] == ' ';
      default -> false;
    };
  }

  /** "is A mass", "Answer: A large mass": an article, as an ordinary word follows. */
  private boolean isArticle(int letter, int end) {
    if (folded[letter] != 'a' || end + 1 >= to || folded[end] != ' ') {
      return false;
    }
    char next = text.charAt(end + 1);
    if (!Character.isLowerCase(next)) {
      return false;
    }
    int i = end + 1;
    while (i < to && i - end < 20 && Character.isLetter(folded[i])) {
      i++;
    }
    return switch (new String(folded, end + 1, i - end - 1)) {
      case "because",
          "since",
          "as",
          "and",
          "or",
          "for",
          "with",
          "which",
          "due",
          "however",
          "but",
          "not" ->
          false;
      case "based",
          "given",
          "in",
          "is",
          "would",
          "rather",
          "from",
          "if",
          "when",
          "where",
          "by",
          "to",
          "on" ->
          false;
      case "porque", "pois", "ya", "car", "weil", "da", "e", "y", "o", "ou", "und", "oder", "et" ->
          false;
      default -> true;
    };
  }

  /** Whether another option is joined to the one that ends here: ", C", " and C", "/C". */
  private boolean joined(int option, int end) {
    int i = end;
    while (i < to && CLOSERS.indexOf(folded[i]) >= 0) {
      i++;
    }
    boolean mark = false;
    while (i < to
        && (folded[i] == ' '
            || folded[i] == ','
            || folded[i] == '/'
            || folded[i] == '&'
            || folded[i] == '+'
            || folded[i] == ';')) {
      mark |= folded[i] != ' ';
      i++;
    }
    int word = i;
    while (i < to
        && i - word < 10
        && Character.isLetter(folded[i])
        && !Alphabets.isUnspaced(folded[i])) {
      i++;
    }
    if (i > word + 1 || (i == word + 1 && isSmallJoiner(word))) {
      if ((CueWords.classes(new String(folded, word, i - word)) & CueWords.JOINER) == 0) {
        return false;
      }
      mark = true;
      while (i < to && folded[i] == ' ') {
        i++;
      }
      int adverb = i;
      while (i < to && i - adverb < 12 && Character.isLetter(folded[i])) {
        i++;
      }
      boolean passable =
          i > adverb + 1
              && (CueWords.classes(new String(folded, adverb, i - adverb)) & CueWords.FILLER) != 0;
      i = passable ? i : adverb;
    } else {
      i = word;
    }
    if (!mark) {
      return false;
    }
    while (i < to && (folded[i] == ' ' || OPENERS.indexOf(folded[i]) >= 0)) {
      i++;
    }
    if (i >= to) {
      return false;
    }
    int other = keys.named(text.charAt(i));
    boolean ends = i + 1 >= to || !isWord(folded[i + 1]);
    boolean capital = !Character.isLowerCase(text.charAt(i));
    return other >= 0
        && other != option
        && ends
        && capital
        && !partOfWord(i, i + 1)
        && !isArticle(i, i + 1);
  }

  /** "B e C", "B y C", "B o C", where the joining word is itself a letter. */
  private boolean isSmallJoiner(int at) {
    return Character.isLowerCase(text.charAt(at));
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

  private boolean startsLine(int start) {
    int i = beforeOptionWord(start) - 1;
    while (i >= from
        && (folded[i] == ' '
            || folded[i] == '*'
            || folded[i] == '-'
            || folded[i] == '•'
            || folded[i] == '#'
            || folded[i] == '>'
            || folded[i] == '_')) {
      i--;
    }
    return i < from || folded[i] == '\n';
  }

  private int beforeCommand(int brace) {
    int i = brace - 1;
    while (i >= from && brace - i < 12 && Character.isLetter(folded[i])) {
      i--;
    }
    return i >= from && folded[i] == '\\' ? i : brace;
  }
}
