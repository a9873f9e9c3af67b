package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Behind;
import assay.reading.extractor.layered.ListItem.Form;
import assay.reading.text.Folding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list or a table says of each option: correct or not, true or false, yes or no, a sign, a
 * box. Entries stand on lines of their own, or behind commas and semicolons.
 */
final class OptionVerdicts {

  private static final Map<String, Boolean> WORDS = new HashMap<>();

  static {
    say(
        true,
        "correct right true yes t y v c vrai verdadero verdadera verdadeiro verdadeira correcto"
            + " correcta correto correta certo certa sí sim oui ja si da richtig wahr korrekt"
            + " zutreffend vero corretto corretta juste exact exacte верно да правильно истина"
            + " נכון נכונה כן صحيح صحيحة نعم सही हाँ doğru evet juist waar はい 正 正しい 正解 正确 正確"
            + " 对 對 是 适当 適切 ○ 〇 맞음 옳음 예 applies present include ✅ ✔ ✓ ☑ ☒ +");
    say(
        false,
        "incorrect wrong false no f n x faux falso falsa incorrecto incorrecta incorreto"
            + " incorreta errado errada não non nein falsch unzutreffend sbagliato errato"
            + " incorrecte неверно нет неправильно ложь שגוי שגויה לא خطأ خاطئ خاطئة لا गलत नहीं"
            + " yanlış hayır onjuist nee niet いいえ 誤 誤り 不正解 错误 錯誤 错 錯 不正确 否 × 틀림 아니요"
            + " not-correct absent exclude ❌ ✗ ✘ ✖ ☐ □ ⬜ -");
  }

  private static final String SIGNS_OF_RIGHT = "✅✔✓☑☒";
  private static final String SIGNS_OF_WRONG = "❌✗✘✖☐□⬜";
  private static final String LEADS = " \t-*_•·>#|\"'{[(";
  private static final int LONGEST_WORD = 24;

  private final char[] folded;
  private final int to;
  private final ListItems items;
  private final Cues cues;

  /** Of each option what is said of it; null where nothing is. */
  private final @Nullable Boolean[] said;

  private boolean contradicted;

  OptionVerdicts(char[] folded, int from, int to, ListItems items, Cues cues, int options) {
    this.folded = folded;
    this.to = to;
    this.items = items;
    this.cues = cues;
    said = new Boolean[options];
    int line = from;
    while (line < to) {
      int end = line;
      while (end < to && folded[end] != '\n') {
        end++;
      }
      line(line, end);
      line = end + 1;
    }
  }

  /** Whether every option has one verdict, the same wherever it has it. */
  boolean complete() {
    return !contradicted && said.length > 0 && Arrays.stream(said).allMatch(one -> one != null);
  }

  /** Whether an option has two different verdicts. */
  boolean contradicted() {
    return contradicted;
  }

  /** Those with the positive verdict. */
  Set<Integer> right() {
    Set<Integer> right = new TreeSet<>();
    for (int i = 0; i < said.length; i++) {
      if (Boolean.TRUE.equals(said[i])) {
        right.add(i);
      }
    }
    return right;
  }

  private void line(int from, int end) {
    int i = from;
    while (i < end) {
      Boolean box = null;
      while (i < end && (LEADS.indexOf(folded[i]) >= 0 || sign(folded[i]) != null)) {
        int boxEnd = box(i, end);
        if (boxEnd > i) {
          box = folded[i + 1] != ' ';
          i = boxEnd;
          continue;
        }
        box = sign(folded[i]) == null ? box : sign(folded[i]);
        i++;
      }
      int next = nextEntry(i, end);
      ListItem item = items.at(i);
      if (item == null || item.options().size() != 1 || !item.sound() || item.end() > end) {
        return;
      }
      entry(item, box, next == end || !begins(next) ? end : next);
      if (next == end) {
        return;
      }
      i = next;
      if (!begins(i)) {
        return;
      }
    }
  }

  /** Whether an entry of its own begins behind a comma or a semicolon. */
  private boolean begins(int at) {
    int i = at;
    while (i < to && LEADS.indexOf(folded[i]) >= 0) {
      i++;
    }
    ListItem item = items.at(i);
    return item != null && item.form() != Form.KEY;
  }

  private int nextEntry(int from, int end) {
    for (int i = from; i < end; i++) {
      if ((folded[i] == ',' || folded[i] == ';') && begins(i + 1)) {
        return i + 1;
      }
    }
    return end;
  }

  private int box(int i, int end) {
    boolean box = folded[i] == '[' && i + 2 < end && folded[i + 2] == ']';
    return box && " xX✓✔".indexOf(folded[i + 1]) >= 0 ? i + 3 : i;
  }

  private void entry(ListItem item, @Nullable Boolean box, int end) {
    Boolean word = behind(item, end);
    if (box != null && word != null && !box.equals(word)) {
      contradicted = true;
    }
    Boolean verdict = box != null ? box : word;
    if (verdict != null) {
      say(item.options(), verdict);
    }
  }

  /** Takes in a verdict that stands elsewhere. */
  void say(Set<Integer> options, boolean verdict) {
    for (int option : options) {
      contradicted |= said[option] != null && said[option] != verdict;
      said[option] = verdict;
    }
  }

  /** A verdict right behind the entry, or a sign somewhere on its line. */
  private @Nullable Boolean behind(ListItem item, int end) {
    Boolean sign = null;
    for (int i = item.keyEnd(); i < end; i++) {
      Boolean here = sign(folded[i]);
      if (here != null && sign != null && !here.equals(sign)) {
        contradicted = true;
      }
      sign = here == null ? sign : here;
    }
    if (sign != null) {
      return sign;
    }
    int from = item.form() == Form.LABEL || item.form() == Form.KEY ? item.keyEnd() : item.end();
    Boolean first = at(from, end);
    Boolean last = first == null ? ending(from, end) : first;
    if (last != null) {
      return last;
    }
    Behind said = cues.behind(item.start(), from);
    if (said != Behind.NOTHING) {
      return said == Behind.RIGHT;
    }
    return OptionTexts.onlyMarks(folded, from, end) ? onNextLine(end) : null;
  }

  /** The verdict with which a place begins, marks passed over, if it is a clause of its own. */
  private @Nullable Boolean at(int from, int end) {
    int i = from;
    while (i < end && (" \n*_\"'()[]|.:=".indexOf(folded[i]) >= 0 || isDash(i))) {
      i++;
    }
    int word = i;
    while (i < end && i - word < LONGEST_WORD && Character.isLetterOrDigit(folded[i])) {
      i++;
    }
    Boolean said = word == from ? null : WORDS.get(new String(folded, word, i - word));
    return (said != null && endsVerdict(i, end)) ? said : null;
  }

  /** "…: an infection. Incorrect.": a verdict that ends a line as a clause of its own. */
  private @Nullable Boolean ending(int from, int end) {
    int last = end;
    while (last > from && !Character.isLetterOrDigit(folded[last - 1])) {
      last--;
    }
    int word = last;
    while (word > from
        && last - word < LONGEST_WORD
        && Character.isLetterOrDigit(folded[word - 1])) {
      word--;
    }
    int i = word;
    while (i > from && " *_\"'([".indexOf(folded[i - 1]) >= 0) {
      i--;
    }
    boolean apart = i > from && (".!:;|".indexOf(folded[i - 1]) >= 0 || isDash(i - 1));
    return (apart && last - word > 1) ? WORDS.get(new String(folded, word, last - word)) : null;
  }

  /** A verdict with which the line behind a heading begins. */
  private @Nullable Boolean onNextLine(int end) {
    int i = end;
    while (i < to && folded[i] <= ' ' && i - end < 4) {
      i++;
    }
    int lineEnd = i;
    while (lineEnd < to && lineEnd - i < LONGEST_WORD && folded[lineEnd] != '\n') {
      lineEnd++;
    }
    return (i < to && Character.isLetter(folded[i])) ? at(i - 1, lineEnd) : null;
  }

  private boolean isDash(int i) {
    return folded[i] == '-' || folded[i] == '→';
  }

  private boolean endsVerdict(int i, int end) {
    int behind = i;
    while (behind < end && "*_\"' )]}`".indexOf(folded[behind]) >= 0) {
      behind++;
    }
    return behind >= end || ".,;:!|(-}".indexOf(folded[behind]) >= 0;
  }

  private static @Nullable Boolean sign(char c) {
    if (SIGNS_OF_RIGHT.indexOf(c) >= 0) {
      return true;
    }
    return SIGNS_OF_WRONG.indexOf(c) >= 0 ? false : null;
  }

  private static void say(boolean right, String words) {
    for (String word : words.split(" +")) {
      WORDS.put(Folding.folded(word), right);
    }
  }
}
