package assay.reading.extractor.layered;

import assay.core.measure.Span;
import assay.reading.text.VisibleText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that a reply marks as its answer in a form meant for machines: a field {@code "answer": …}
 * of JSON (parsed leniently, by its marks, since recorded JSON is often broken), {@code \boxed{…}},
 * {@code <answer>…</answer>}, {@code [[…]]}, {@code #### …}. The last one counts.
 */
final class MarkedValues {

  private static final Set<String> FIELDS =
      Set.of(
          "answer",
          "answer_choice",
          "final_answer",
          "final answer",
          "finalanswer",
          "correct_answer",
          "correct answer",
          "answer_letter",
          "answer_idx",
          "answer_index",
          "answer_option",
          "choice",
          "final_choice",
          "option",
          "selected_option",
          "selected",
          "correct_option",
          "prediction",
          "predicted_answer",
          "letter",
          "output",
          "resposta",
          "respuesta",
          "réponse",
          "antwort",
          "risposta",
          "答案",
          "答え",
          "回答",
          "정답");

  private static final Set<String> TAGS =
      Set.of(
          "answer",
          "final_answer",
          "finalanswer",
          "final-answer",
          "conclusion",
          "choice",
          "begin_of_box",
          "ans",
          "response",
          "output",
          "option");

  private static final int LONGEST_NAME = 24;

  private MarkedValues() {}

  /** Where the last marked value stands, or null where there is none that holds anything. */
  static @Nullable Span last(VisibleText visible) {
    char[] folded = visible.folded();
    for (int i = visible.end() - 1; i >= visible.start(); i--) {
      Span value =
          switch (folded[i]) {
            case ':' -> field(folded, i, visible);
            case '{' -> boxed(folded, i, visible.end());
            case '>' -> tag(folded, i, visible.start(), visible.end());
            case '[' -> doubleBrackets(folded, i, visible.end());
            case '#' -> hashes(folded, i, visible.end());
            default -> null;
          };
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Whether the value is joined to another by a word: "\\boxed{A} or \\boxed{B}". */
  static boolean isJoined(VisibleText visible, Span value) {
    char[] folded = visible.folded();
    int i = value.start() - 1;
    while (i >= visible.start() && value.start() - i < 16 && folded[i] != ' ') {
      i--;
    }
    i = skipBlanksBack(folded, i, visible.start());
    int end = i + 1;
    while (i >= visible.start() && end - i < 6 && Character.isLetter(folded[i])) {
      i--;
    }
    boolean joins =
        (CueWords.classes(new String(folded, i + 1, end - i - 1)) & CueWords.JOINER) != 0;
    i = skipBlanksBack(folded, i, visible.start());
    while (joins && i >= visible.start() && folded[i] == '$') {
      i--;
    }
    return joins && i >= visible.start() && (folded[i] == '}' || folded[i] == ']');
  }

  /** {@code "name" : value} around the colon at {@code colon}. */
  private static @Nullable Span field(char[] folded, int colon, VisibleText visible) {
    int nameEnd = skipBlanksBack(folded, colon - 1, visible.start());
    if (nameEnd < visible.start() || !isQuote(folded[nameEnd])) {
      return null;
    }
    char quote = folded[nameEnd];
    int nameStart = nameEnd - 1;
    while (nameStart >= visible.start()
        && nameEnd - nameStart <= LONGEST_NAME
        && folded[nameStart] != quote) {
      nameStart--;
    }
    if (nameStart < visible.start() || folded[nameStart] != quote) {
      return null;
    }
    // An escaped quotation mark: JSON within JSON text.
    int nameLast = folded[nameEnd - 1] == '\\' ? nameEnd - 1 : nameEnd;
    if (nameLast <= nameStart + 1
        || !FIELDS.contains(new String(folded, nameStart + 1, nameLast - nameStart - 1))) {
      return null;
    }
    int start = skipBlanks(folded, colon + 1, visible.end());
    if (start >= visible.end()) {
      return null;
    }
    if (folded[start] == '\\' && start + 1 < visible.end() && isQuote(folded[start + 1])) {
      start++;
    }
    if (isQuote(folded[start])) {
      return quoted(folded, start, visible.end());
    }
    if (folded[start] == '{') {
      return null;
    }
    int end = start;
    boolean list = folded[start] == '[';
    while (end < visible.end()
        && folded[end] != '\n'
        && folded[end] != '}'
        && (list ? folded[end] != ']' : folded[end] != ',')) {
      end++;
    }
    return nonEmpty(folded, list ? start + 1 : start, end);
  }

  /**
   * A quoted value. Broken JSON holds quotation marks that are not escaped, so a mark closes only
   * where the value can end: before a comma, a bracket, a line end or the end.
   */
  private static @Nullable Span quoted(char[] folded, int open, int limit) {
    char quote = folded[open];
    int end = open + 1;
    while (end < limit) {
      if (folded[end] == '\\' && end + 1 < limit && folded[end + 1] != quote) {
        end += 2;
        continue;
      }
      if (folded[end] == quote && closes(folded, end + 1, limit)) {
        break;
      }
      end++;
    }
    int last = Math.min(end, limit);
    if (last > open + 1 && folded[last - 1] == '\\') {
      last--;
    }
    return nonEmpty(folded, open + 1, last);
  }

  private static boolean closes(char[] folded, int after, int limit) {
    int next = skipBlanks(folded, after, limit);
    if (next >= limit) {
      return true;
    }
    char c = folded[next];
    return c == '}'
        || c == ']'
        || c == ','
        || c == '\\'
        || c == '`'
        || hasLineEnd(folded, after, next);
  }

  /** The group behind {@code \boxed} whose opening brace is at {@code brace}. */
  private static @Nullable Span boxed(char[] folded, int brace, int limit) {
    if (!endsWith(folded, brace, "boxed") && !endsWith(folded, brace, "fbox")) {
      return null;
    }
    int depth = 0;
    for (int i = brace; i < limit; i++) {
      if (folded[i] == '{') {
        depth++;
      } else if (folded[i] == '}') {
        depth--;
        if (depth == 0) {
          return inner(folded, brace + 1, i);
        }
      }
    }
    return inner(folded, brace + 1, limit);
  }

  /** Takes {@code \text{…}} and its kin off a value. */
  private static @Nullable Span inner(char[] folded, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && folded[from] == '\\') {
      int brace = from + 1;
      while (brace < to && Character.isLetter(folded[brace])) {
        brace++;
      }
      if (brace >= to || folded[brace] != '{' || folded[to - 1] != '}') {
        break;
      }
      from = brace + 1;
      to--;
    }
    return nonEmpty(folded, from, to);
  }

  /** What stands behind an opening tag that ends at {@code close}, up to the next tag. */
  private static @Nullable Span tag(char[] folded, int close, int from, int limit) {
    int open = close - 1;
    while (open >= from && close - open <= LONGEST_NAME && folded[open] != '<') {
      open--;
    }
    if (open < from || folded[open] != '<') {
      return null;
    }
    int nameStart = open + 1;
    int nameEnd = close;
    while (nameStart < nameEnd && folded[nameStart] == '|') {
      nameStart++;
    }
    while (nameEnd > nameStart && folded[nameEnd - 1] == '|') {
      nameEnd--;
    }
    if (!TAGS.contains(new String(folded, nameStart, nameEnd - nameStart))) {
      return null;
    }
    int end = close + 1;
    while (end < limit && !(folded[end] == '<' && startsTag(folded, end + 1, limit))) {
      end++;
    }
    return nonEmpty(folded, close + 1, end);
  }

  private static boolean startsTag(char[] folded, int at, int limit) {
    return at < limit && (folded[at] == '/' || folded[at] == '|' || Character.isLetter(folded[at]));
  }

  /** {@code [[B]]}, as judges are told to write. */
  private static @Nullable Span doubleBrackets(char[] folded, int open, int limit) {
    if (open + 1 >= limit || folded[open + 1] != '[' || (open > 0 && folded[open - 1] == '[')) {
      return null;
    }
    int end = open + 2;
    while (end < limit && end - open < 200 && folded[end] != ']' && folded[end] != '\n') {
      end++;
    }
    boolean closed = end + 1 < limit && folded[end] == ']' && folded[end + 1] == ']';
    return closed ? nonEmpty(folded, open + 2, end) : null;
  }

  /** {@code #### 42}, as in GSM8K. A heading of a document has blanks or words on its line too. */
  private static @Nullable Span hashes(char[] folded, int last, int limit) {
    boolean four =
        last >= 3
            && folded[last - 1] == '#'
            && folded[last - 2] == '#'
            && folded[last - 3] == '#'
            && (last == 3 || folded[last - 4] != '#')
            && (last + 1 >= limit || folded[last + 1] != '#');
    if (!four) {
      return null;
    }
    int end = last + 1;
    while (end < limit && end - last < 40 && folded[end] != '\n') {
      end++;
    }
    // The GSM8K form is the last line of a reply, and short.
    boolean lastLine = end - last < 40 && skipBlanks(folded, end, limit) >= limit;
    return lastLine ? nonEmpty(folded, last + 1, end) : null;
  }

  private static @Nullable Span nonEmpty(char[] folded, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isMargin(folded[from])) {
      from++;
    }
    while (to > from && isMargin(folded[to - 1])) {
      to--;
    }
    return from < to ? new Span(from, to) : null;
  }

  private static boolean isMargin(char c) {
    return c <= ' ' || c == '$' || c == '"' || c == '`';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static int skipBlanks(char[] folded, int start, int limit) {
    int i = start;
    while (i < limit && folded[i] <= ' ') {
      i++;
    }
    return i;
  }

  private static int skipBlanksBack(char[] folded, int start, int from) {
    int i = start;
    while (i >= from && folded[i] <= ' ') {
      i--;
    }
    return i;
  }

  private static boolean hasLineEnd(char[] folded, int start, int end) {
    for (int i = start; i < end; i++) {
      if (folded[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(char[] folded, int end, String word) {
    int start = end - word.length();
    if (start < 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (folded[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
