package assay.reading.extractor.layered;

import assay.reading.extractor.layered.ListItem.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of options from where it begins to its end: entries joined by commas and the words
 * for "and", or one a line. What is said to be wrong ends the list before it.
 */
final class ListScanner {

  private static final String BULLETS = " \t-*_•·>#+";
  private static final int SOON = 300;

  /**
   * What stands behind an entry.
   *
   * @param joins whether it joins another to it
   * @param alternative whether only one of the two holds
   * @param open whether it is left open if another holds
   * @param end behind it
   */
  private record Joint(boolean joins, boolean alternative, boolean open, int end) {}

  private final String text;
  private final char[] folded;
  private final int from;
  private final int to;
  private final ListItems items;
  private final Cues cues;

  ListScanner(String text, char[] folded, int from, int to, ListItems items, Cues cues) {
    this.text = text;
    this.folded = folded;
    this.from = from;
    this.to = to;
    this.items = items;
    this.cues = cues;
  }

  /** The list that begins at a place, or null where none does. */
  @Nullable ListedOptions at(int start) {
    ListItem item = items.at(start);
    if (item == null) {
      return null;
    }
    boolean first = true;
    boolean lines = items.startsLine(item);
    boolean sound = true;
    boolean texts = false;
    boolean plain = true;
    boolean inline = false;
    String bullet = prefix(item);
    Set<Integer> options = new TreeSet<>();
    int firstStart = item.start();
    ListItem last = item;
    ListItem previous = null;
    boolean afterKey = false; // "A, C and E. Fever is …": a full stop, no label
    while (item != null) {
      afterKey = previous != null && previous.form() == Form.KEY;
      sound &= item.sound() && (afterKey || !item.misnamed());
      previous = item;
      texts |= item.form() == Form.TEXT;
      options.addAll(item.options());
      last = item;
      Joint joint =
          first && saysWrong(item) ? new Joint(false, false, false, item.end()) : joint(item.end());
      ListItem next = joint.joins() ? items.at(joint.end()) : null;
      boolean dangling = next == null && joint.open();
      if (next != null && saysWrong(next)) {
        next = null;
      }
      sound &= !dangling && !(next != null && joint.alternative());
      inline |= next != null;
      if (next == null && !joint.joins()) {
        next = onNextLine(item, lines && !inline, bullet);
        plain &= next == null || endsLine(item);
      }
      first = false;
      item = next;
    }
    int end = last.end();
    int behind = items.afterClosers(end);
    while (behind < to && folded[behind] == ' ') {
      behind++;
    }
    boolean closed = behind >= to || ".!;\n".indexOf(folded[behind]) >= 0;
    sound &= behind >= to || folded[behind] != '?';
    boolean counted = afterKey || (lines && !inline);
    sound &= counted || last.form() != Form.LABEL || !labelsFollow(last.keyEnd());
    return new ListedOptions(options, firstStart, end, texts, sound, plain, closed);
  }

  /** Whether what stands behind an entry calls it wrong. */
  boolean saysWrong(ListItem item) {
    return cues.behind(item.start(), item.form() == Form.LABEL ? item.keyEnd() : item.end())
        == Cues.Behind.WRONG;
  }

  private Joint joint(int start) {
    int i = start;
    boolean mark = false;
    while (i < to && (" ,/&+;".indexOf(folded[i]) >= 0 || (mark && folded[i] == '\n'))) {
      mark |= folded[i] != ' ';
      i++;
    }
    boolean adjacent = i == start && i > from && i < to && folded[i] == '(' && folded[i - 1] == ')';
    mark |= adjacent;
    if (i >= to) {
      return new Joint(false, false, false, i);
    }
    int or = unspaced(SetWords.UNSPACED_OR, i);
    if (or > i) {
      boolean another = items.at(or) != null;
      return new Joint(another, another, false, or);
    }
    int and = unspaced(SetWords.UNSPACED_AND, i);
    if (and > i) {
      return new Joint(items.at(and) != null, false, false, and);
    }
    int end = wordEnd(i);
    String word = new String(folded, i, end - i);
    boolean capital = end == i + 1 && Character.isUpperCase(text.charAt(i));
    boolean joiner = !capital && SetWords.AND.contains(word);
    boolean alternative = !capital && SetWords.OR.contains(word);
    boolean range = SetWords.RANGE.contains(word) || isDash(i);
    if (range && !mark && items.at(isDash(i) ? i + 1 : end) != null) {
      return new Joint(true, true, true, isDash(i) ? i + 1 : end);
    }
    if (!joiner && !alternative) {
      boolean open = SetWords.HEDGES.contains(word) && (mark || opensMore(end));
      return new Joint(mark, false, open, i);
    }
    int next = end;
    while (next < to && folded[next] == ' ') {
      next++;
    }
    if (mark && end == i + 1 && items.at(next) == null && items.at(i) != null) {
      return new Joint(true, false, false, i); // "a, c, e": an option by that name
    }
    String following = new String(folded, next, wordEnd(next) - next);
    boolean denies = (CueWords.classes(following) & CueWords.NEGATOR) != 0;
    return denies && !SetWords.HEDGES.contains(following)
        ? new Joint(false, false, false, i)
        : new Joint(true, alternative, true, next);
  }

  /** "A depending on …", "A if …": what leaves open even without a comma. */
  private boolean opensMore(int end) {
    return end < to && folded[end] == ' ';
  }

  private boolean isDash(int i) {
    return folded[i] == '-' || folded[i] == '~' || folded[i] == '\u301C';
  }

  private int unspaced(List<String> words, int at) {
    for (String word : words) {
      int length = word.length();
      if (at + length <= to && folded[at] == word.charAt(0)) {
        if (new String(folded, at, length).equals(word)) {
          return at + length;
        }
      }
    }
    return at;
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < to && i - start < 16 && (Character.isLetter(folded[i]) || folded[i] == '-')) {
      i++;
    }
    return i > start && folded[start] == '-' ? start : i;
  }

  /** The entry on the next line, where it is written as this one is. */
  private @Nullable ListItem onNextLine(ListItem item, boolean lines, String bullet) {
    int i = item.end();
    while (i < to && folded[i] != '\n') {
      if (!lines && folded[i] != ' ' && folded[i] != '.') {
        return null;
      }
      i++;
    }
    int lineEnds = 0;
    while (i < to && (folded[i] == '\n' || BULLETS.indexOf(folded[i]) >= 0)) {
      lineEnds += folded[i] == '\n' ? 1 : 0;
      i++;
    }
    if (i >= to || lineEnds > (lines ? 2 : 1)) {
      return null;
    }
    ListItem next = items.at(i);
    if (next == null || !items.startsLine(next) || saysWrong(next)) {
      return null;
    }
    boolean sameForm = next.form() == item.form();
    if (!lines) {
      boolean labels = sameForm && item.form() == Form.LABEL_AND_TEXT;
      return labels && endsLine(next) ? next : null;
    }
    boolean alone = item.form() == Form.KEY || item.form() == Form.TEXT;
    return sameForm && prefix(next).equals(bullet) && (!alone || endsLine(next)) ? next : null;
  }

  private boolean endsLine(ListItem item) {
    int i = items.afterClosers(item.end());
    while (i < to && " .,;".indexOf(folded[i]) >= 0) {
      i++;
    }
    return i >= to || folded[i] == '\n';
  }

  /** What stands on the line before the key, which entries of one list share. */
  private String prefix(ListItem item) {
    int i = item.letter();
    while (i > from && folded[i - 1] != '\n' && item.letter() - i < 16) {
      i--;
    }
    return new String(folded, i, item.letter() - i).strip();
  }

  /** ", C. low pressure": a list whose entries have words of their own, which end unknown. */
  private boolean labelsFollow(int end) {
    for (int i = end; i + 3 < to && i - end < SOON && folded[i] != '\n'; i++) {
      if ((folded[i] == ',' || folded[i] == ';') && folded[i + 1] == ' ') {
        ListItem next = items.at(i + 1);
        if (next != null && next.form() == Form.LABEL) {
          return true;
        }
      }
    }
    return false;
  }
}
