package assay.reading.extractor.layered;

import assay.reading.extractor.layered.ListItem.Form;
import assay.reading.text.Alphabets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a list of options: "C", "**C. Fever**", "option C (fever)", "fever", "ACD".
 */
final class ListItems {

  private static final String OPENERS = "*_\"'([{$`「『【〔《<~";
  private static final String CLOSERS = "*_\"')]}$`」』】〕》>~";
  private static final String BRACKETS = ")]】〕";
  private static final int LONGEST_REMARK = 300;
  private static final int LONGEST_WORD = 20;

  private final String text;
  private final char[] folded;
  private final int to;
  private final OptionKeys keys;
  private final OptionTexts texts;
  private final int options;
  private final LetterContext context;

  ListItems(
      String text,
      char[] folded,
      int from,
      int to,
      OptionKeys keys,
      OptionTexts texts,
      int options) {
    this.text = text;
    this.folded = folded;
    this.to = to;
    this.keys = keys;
    this.texts = texts;
    this.options = options;
    context = new LetterContext(text, folded, from, to);
  }

  /** The entry that begins at a place, or null where none does. */
  @Nullable ListItem at(int start) {
    int i = afterOpeners(start);
    for (int words = 0; words < 3; words++) {
      ListItem item = ofText(start, i);
      if (item == null) {
        item = ofKey(start, i);
      }
      if (item != null) {
        return item;
      }
      int next = afterOptionWord(i);
      if (next < 0) {
        return null;
      }
      i = afterOpeners(next);
    }
    return null;
  }

  /** Whether the entry is the first thing on its line, but for bullets. */
  boolean startsLine(ListItem item) {
    return context.startsLine(item.start());
  }

  /** Behind brackets and marks of emphasis that close. */
  int afterClosers(int start) {
    int i = start;
    while (i < to && CLOSERS.indexOf(folded[i]) >= 0) {
      i++;
    }
    return i;
  }

  private int afterOpeners(int start) {
    int i = start;
    while (i < to) {
      if (OPENERS.indexOf(folded[i]) >= 0 || folded[i] == ' ') {
        i++;
      } else if (folded[i] == '\\') {
        int name = i + 1;
        while (name < to && name - i < 12 && Character.isLetter(folded[name])) {
          name++;
        }
        if (name == i + 1 || name >= to || folded[name] != '{') {
          return i;
        }
        i = name + 1;
      } else {
        return i;
      }
    }
    return i;
  }

  /** Behind "option " or an article, where one stands; else -1. */
  private int afterOptionWord(int start) {
    int end = wordEnd(start);
    if (end == start || end >= to || folded[end] != ' ') {
      return -1;
    }
    String word = new String(folded, start, end - start);
    boolean small = end - start > 1 || Character.isLowerCase(text.charAt(start));
    boolean passes = SetWords.OFFERED.contains(word) || SetWords.ARTICLES.contains(word);
    return small && passes ? end + 1 : -1;
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < to && i - start < LONGEST_WORD && Character.isLetter(folded[i])) {
      i++;
    }
    return i;
  }

  /** The longest option text that stands here. */
  private @Nullable ListItem ofText(int start, int at) {
    int option = -1;
    int end = -1;
    for (int i = 0; i < options; i++) {
      int textEnd = texts.slight(i) ? -1 : texts.matchAt(folded, at, to, i);
      if (textEnd > end) {
        end = textEnd;
        option = i;
      }
    }
    if (option < 0) {
      return null;
    }
    int closed = afterClosers(end);
    int remark = remarkEnd(closed);
    boolean sound = remark < 0 || !contradicts(closed, remark, option);
    int whole = remark < 0 ? closed : remark;
    return new ListItem(set(option), start, at, end, whole, Form.TEXT, sound, false);
  }

  private @Nullable ListItem ofKey(int start, int at) {
    if (at >= to || !Alphabets.isWord(folded[at])) {
      return null;
    }
    int end = at + 1;
    boolean unspaced = Alphabets.isUnspaced(folded[at]);
    while (!unspaced && end < to && Alphabets.isSpacedWord(folded[end])) {
      end++;
    }
    if (unspaced && end < to && Alphabets.isUnspaced(folded[end])) {
      return null;
    }
    if (context.partOfWord(at, end)) {
      return null;
    }
    int option = OptionKeys.NONE;
    if (end - at == 1) {
      if (keys.ambiguous(text.charAt(at))) {
        return new ListItem(set(-1), start, at, end, end, Form.KEY, false, false);
      }
      option = keys.named(text.charAt(at));
    }
    if (option == OptionKeys.NONE && keys.hasLongKeys()) {
      option = keys.named(text.substring(at, end));
    }
    if (option == OptionKeys.NONE) {
      return end - at > 1 ? run(start, at, end) : null;
    }
    return isProse(at, end) ? null : withText(option, start, at, end);
  }

  /** Whether a letter is an article or a pronoun, or a small one that no label is. */
  private boolean isProse(int letter, int end) {
    int next = afterClosers(end);
    boolean blank = next < to && folded[next] == ' ';
    while (next < to && folded[next] == ' ') {
      next++;
    }
    int wordEnd = wordEnd(next);
    if (!blank || wordEnd == next || Alphabets.isUnspaced(folded[next])) {
      return false;
    }
    String word = new String(folded, next, wordEnd - next);
    if (SetWords.AND.contains(word) || SetWords.OR.contains(word)) {
      return false;
    }
    boolean small = Character.isLowerCase(text.charAt(letter));
    boolean pronoun = text.charAt(letter) == 'I';
    return small || pronoun || context.isArticle(letter, end);
  }

  /** "ACD": capital letters in their order, each a key. */
  private @Nullable ListItem run(int start, int at, int end) {
    Set<Integer> found = new TreeSet<>();
    int last = -1;
    for (int i = at; i < end; i++) {
      int option = Character.isUpperCase(text.charAt(i)) ? keys.named(text.charAt(i)) : -1;
      if (option <= last) {
        return null;
      }
      last = option;
      found.add(option);
    }
    int closed = afterClosers(end);
    return new ListItem(found, start, at, end, closed, Form.KEY, true, false);
  }

  /** A key with what belongs to it: its option's text, a remark in brackets. */
  private ListItem withText(int option, int start, int at, int keyEnd) {
    int closed = afterClosers(keyEnd);
    boolean bracket = false;
    for (int i = keyEnd; i < closed; i++) {
      bracket |= BRACKETS.indexOf(folded[i]) >= 0;
    }
    int i = closed;
    boolean point = i < to && ".:|".indexOf(folded[i]) >= 0;
    boolean dash = i + 2 < to && folded[i] == ' ' && "-|=".indexOf(folded[i + 1]) >= 0;
    i += point ? 1 : dash ? 2 : 0;
    while (i < to && (folded[i] == ' ' || CLOSERS.indexOf(folded[i]) >= 0)) {
      i++;
    }
    boolean label = point || dash || bracket;
    int own = option < 0 || texts.isEmpty(option) ? -1 : texts.matchAt(folded, i, to, option);
    boolean sound = option >= 0;
    if (own < 0) {
      boolean misnamed = label && other(i, option) >= 0;
      int remark = remarkEnd(closed);
      boolean lists = remark >= 0 && isKeyOnly(closed, remark);
      if (remark < 0 || lists) {
        Form form = label ? Form.LABEL : Form.KEY;
        return new ListItem(set(option), start, at, keyEnd, closed, form, sound, misnamed);
      }
      sound &= !contradicts(closed, remark, option);
      int end = afterClosers(remark);
      return new ListItem(set(option), start, at, end, end, Form.KEY, sound, misnamed);
    }
    int end = afterClosers(own);
    int remark = remarkEnd(end);
    end = remark < 0 || isKeyOnly(end, remark) ? end : afterClosers(remark);
    return new ListItem(set(option), start, at, end, end, Form.LABEL_AND_TEXT, sound, false);
  }

  /** Behind a remark in brackets that begins here; -1 where none does. */
  private int remarkEnd(int start) {
    int open = start;
    while (open < to && folded[open] == ' ') {
      open++;
    }
    if (open >= to || folded[open] != '(') {
      return -1;
    }
    int i = open + 1;
    while (i < to && i - open < LONGEST_REMARK && folded[i] != '\n') {
      if (folded[i] == ')') {
        return i + 1;
      }
      i++;
    }
    return -1;
  }

  private int inside(int start, int end) {
    int i = start;
    while (i < end && (folded[i] == ' ' || OPENERS.indexOf(folded[i]) >= 0)) {
      i++;
    }
    return i;
  }

  private boolean isKeyOnly(int start, int end) {
    int i = inside(start, end);
    return i + 1 < end
        && keys.named(text.charAt(i)) != OptionKeys.NONE
        && OptionTexts.onlyMarks(folded, i + 1, end);
  }

  /** Whether the brackets hold another option's text or key and nothing else. */
  private boolean contradicts(int start, int end, int option) {
    int i = inside(start, end);
    int word = wordEnd(i);
    String first = new String(folded, i, word - i);
    boolean adds = SetWords.HEDGES.contains(first) || SetWords.AND.contains(first);
    if ((adds || SetWords.OR.contains(first)) && namesKey(word, end)) {
      return true;
    }
    if (isKeyOnly(start, end)) {
      return keys.named(text.charAt(i)) != option;
    }
    int exact = texts.exact(folded, i, end);
    return exact >= 0 && exact != option;
  }

  /** "(and possibly D)": whether a key stands between two places. */
  private boolean namesKey(int start, int end) {
    for (int i = start; i + 2 < end; i++) {
      boolean apart = !Alphabets.isSpacedWord(folded[i]) && !Alphabets.isSpacedWord(folded[i + 2]);
      boolean capital = Character.isUpperCase(text.charAt(i + 1));
      if (apart && capital && keys.named(text.charAt(i + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Another option whose text stands here and closes the clause, or -1. */
  private int other(int at, int option) {
    for (int i = 0; i < options; i++) {
      int end = i == option || texts.isEmpty(i) ? -1 : texts.matchAt(folded, at, to, i);
      if (end >= 0 && end > at) {
        int behind = afterClosers(end);
        if (behind >= to || ".,;\n(".indexOf(folded[behind]) >= 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Set<Integer> set(int option) {
    Set<Integer> set = new TreeSet<>();
    if (option >= 0) {
      set.add(option);
    }
    return Collections.unmodifiableSet(set);
  }
}
