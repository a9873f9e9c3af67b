package assay.reading.extractor.layered;

import assay.reading.text.Alphabets;
import java.util.Set;

/**
 * What the characters around a letter say of it: whether it stands as a label does, or is an
 * article, a pronoun or a part of a word.
 */
final class LetterContext {

  private static final String OPENERS = "*_\"'([{$`「『【〔《<";

  /** Second names of the bacteria, fungi and parasites that texts call by a letter. */
  private static final Set<String> SPECIES =
      Set.of(
          "coli",
          "aureus",
          "difficile",
          "pylori",
          "aeruginosa",
          "pneumoniae",
          "pyogenes",
          "influenzae",
          "meningitidis",
          "gonorrhoeae",
          "tuberculosis",
          "faecalis",
          "faecium",
          "cereus",
          "fragilis",
          "burgdorferi",
          "pallidum",
          "trachomatis",
          "jejuni",
          "cholerae",
          "albicans",
          "falciparum",
          "vivax",
          "epidermidis",
          "agalactiae",
          "botulinum",
          "tetani",
          "perfringens",
          "anthracis",
          "pertussis",
          "typhi",
          "monocytogenes",
          "saprophyticus",
          "catarrhalis",
          "baumannii",
          "neoformans",
          "fumigatus",
          "histolytica",
          "vaginalis",
          "gondii");

  private final String text;
  private final char[] folded;
  private final int from;
  private final int to;

  LetterContext(String text, char[] folded, int from, int to) {
    this.text = text;
    this.folded = folded;
    this.from = from;
    this.to = to;
  }

  /** Whether the letter belongs to a word or a name: "I'm", "B-cell", "N/A", "U.S.A.", "A+". */
  boolean partOfWord(int start, int end) {
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
    if (isCombining(next) || isCombining(before)) {
      return true; // of a syllable: क in को
    }
    if (before == '°' || before == '^' || before == '#' || before == '@' || before == '\\') {
      return true;
    }
    if ((next == '\'' || next == '-' || next == '_') && isWord(next2)) {
      return true;
    }
    if (next == '.' && next2 == ' ' && end + 2 < to && speciesFollows(end + 2)) {
      return true;
    }
    if (next == '.' && isWord(next2)) {
      // "D.Ventricular" is a label without its blank, "A.M." is not
      char next3 = end + 2 < to ? folded[end + 2] : ' ';
      return !Character.isLetter(next2) || !Character.isLetter(next3);
    }
    return next == '+' || next == '%' || next == '^' || (next == '\'' && next2 == '\'');
  }

  /** "E. coli": the letter is short for a genus. */
  private boolean speciesFollows(int start) {
    int i = start;
    while (i < to && i - start < 16 && Character.isLetter(folded[i])) {
      i++;
    }
    return SPECIES.contains(new String(folded, start, i - start));
  }

  boolean isDelimiter(int at, boolean bracket, boolean startsLine) {
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
  boolean isArticle(int letter, int end) {
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

  /** "A because …". */
  boolean explanationFollows(int end) {
    int i = end;
    while (i < to && (folded[i] == ' ' || folded[i] == ',')) {
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
  boolean afterOptionWord(int letter) {
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

  boolean startsLine(int start) {
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

  int beforeCommand(int brace) {
    int i = brace - 1;
    while (i >= from && brace - i < 12 && Character.isLetter(folded[i])) {
      i--;
    }
    return i >= from && folded[i] == '\\' ? i : brace;
  }

  private static boolean isCombining(char c) {
    int type = c < 0x300 ? Character.OTHER_LETTER : Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isWord(char c) {
    return Alphabets.isSpacedWord(c);
  }
}
