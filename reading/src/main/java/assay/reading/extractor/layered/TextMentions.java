package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Before;
import assay.reading.extractor.layered.Cues.Behind;
import assay.reading.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options named by their texts, outside of labels. Denied ones ("no pneumothorax", "gout is
 * unlikely") and those of questions ("Is it gout?") do not count.
 */
final class TextMentions {

  private static final int SHORT = 200;

  private static final Phrases GENERAL =
      Phrases.parse(
          " is a | is an | is usually| is typically| is often| is characteri| is defined| is caused"
              + "| are a | are usually| are typically| usually | typically | often | commonly | can "
              + "| may | might | could | refers to| occurs | presents with| causes | would not");

  private static final Phrases SINGULAR = Phrases.parse("is |was |seems |appears |looks ");

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "el", "la", "un", "una", "um", "uma", "le", "une", "die", "der");

  /**
   * A mention.
   *
   * @param denied whether a denying word stands shortly before
   * @param startsLine whether only marks stand before it on its line
   */
  private record Named(
      OptionTexts.Place place, Before before, Behind behind, boolean denied, boolean startsLine) {

    Named with(Behind other) {
      return new Named(place, before, other, denied, startsLine);
    }
  }

  private final OptionTexts texts;
  private final char[] folded;
  private final int from;
  private final int to;
  private final List<Named> all = new ArrayList<>();
  private int start;
  private int end;

  TextMentions(
      OptionTexts texts, char[] folded, int from, int to, Cues cues, List<Mention> mentions) {
    this.texts = texts;
    this.folded = folded;
    this.from = from;
    this.to = to;
    int lastEnd = -1;
    for (OptionTexts.Place place : texts.places(folded, from, to)) {
      // "Gout: Gout is …" says nothing but where the talk is of gout
      boolean heading = lastEnd >= 0 && OptionTexts.onlyMarks(folded, lastEnd, place.start());
      lastEnd = place.end();
      if (belongsToLabel(place, mentions) || asked(place.end())) {
        continue;
      }
      Before before = heading ? Before.NOTHING : cues.before(place.start());
      Behind behind = cues.behind(place.start(), place.end());
      all.add(
          new Named(
              place,
              before,
              behind,
              Denials.before(place.start(), folded, from, cues.asksForWrong()),
              startsLine(place.start())));
    }
    denyTogether();
    denyListed();
  }

  /** "Gout, sepsis and lupus are unlikely" denies all three. */
  private void denyTogether() {
    for (int i = all.size() - 2; i >= 0; i--) {
      Named next = all.get(i + 1);
      Named named = all.get(i);
      boolean together =
          next.behind() == Behind.WRONG
              && named.behind() == Behind.NOTHING
              && joined(named.place().end(), next.place().start())
              && !ofOneAlone(named.place().end(), next.place());
      if (together) {
        all.set(i, named.with(Behind.WRONG));
      }
    }
  }

  /** "It is gout, and sepsis is unlikely": the verb is singular, so it denies the last alone. */
  private boolean ofOneAlone(int end, OptionTexts.Place next) {
    int i = next.end();
    while (i < to && folded[i] == ' ') {
      i++;
    }
    boolean singular = SINGULAR.matchAt(folded, i, to) >= 0;
    String between = new String(folded, end, next.start() - end);
    return singular && between.contains(",") && between.contains(" and ");
  }

  /** "These can be excluded: gout because …, lupus because …" denies both. */
  private void denyListed() {
    for (int i = 1; i < all.size(); i++) {
      Named before = all.get(i - 1);
      Named named = all.get(i);
      boolean listed =
          before.before() == Before.DENIAL
              && named.before() == Before.NOTHING
              && opensList(before.place().start())
              && sameSentence(before.place().end(), named.place().start());
      if (listed) {
        all.set(i, named.with(Behind.WRONG));
      }
    }
  }

  private boolean opensList(int place) {
    int i = place - 1;
    while (i >= from && WordWalk.isMark(folded[i])) {
      i--;
    }
    return i >= from && folded[i] == ':';
  }

  private boolean sameSentence(int behind, int before) {
    for (int i = behind; i < before; i++) {
      if (".!?\n".indexOf(folded[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean joined(int end, int start) {
    if (start <= end || start - end > 12) {
      return false;
    }
    int i = end;
    boolean mark = false;
    while (i < start) {
      if (!Character.isLetter(folded[i])) {
        mark |= folded[i] == ',' || folded[i] == '/';
        if (".;:!?\n".indexOf(folded[i]) >= 0) {
          return false;
        }
        i++;
        continue;
      }
      int word = i;
      while (i < start && Character.isLetter(folded[i])) {
        i++;
      }
      String said = new String(folded, word, i - word);
      boolean joiner = (CueWords.classes(said) & CueWords.JOINER) != 0;
      if (!joiner && !ARTICLES.contains(said)) {
        return false;
      }
      mark |= joiner;
    }
    return mark;
  }

  /** "Gout and lupus": another option, not denied, is joined by a word and no mark. */
  private boolean paired(Named one, Named next) {
    int end = one.place().end();
    int start = next.place().start();
    boolean mark = false;
    for (int i = end; i < start; i++) {
      mark |= folded[i] == ',';
    }
    return !mark
        && one.place().option() != next.place().option()
        && !next.denied()
        && next.behind() != Behind.WRONG
        && joined(end, start);
  }

  /** Whether a list calls another option right too: "Gout ✅", "Lupus ✅". */
  private boolean oneOfSeveral(int index, boolean right) {
    Named named = all.get(index);
    return right
        && named.startsLine()
        && all.stream()
            .limit(index)
            .anyMatch(
                other ->
                    other.startsLine()
                        && other.behind() == Behind.RIGHT
                        && other.place().option() != named.place().option());
  }

  /** The last option announced as the answer; -1 for two together, null for none. */
  @Nullable Integer announced() {
    for (int i = all.size() - 1; i >= 0; i--) {
      Named named = all.get(i);
      boolean right = named.behind() == Behind.RIGHT && !texts.slight(named.place().option());
      boolean announced = named.before().announces() || right;
      if (announced && named.behind() != Behind.WRONG && !deniedBesides(named)) {
        boolean pair =
            (i + 1 < all.size() && paired(named, all.get(i + 1))) || oneOfSeveral(i, right);
        return pair ? Integer.valueOf(-1) : at(named);
      }
    }
    return null;
  }

  /** The option that opens the reply or that a statement names; -1 for several, null for none. */
  @Nullable Integer stated(int first) {
    Integer only = null;
    Named one = null;
    boolean list = restatesOptions();
    for (int i = 0; i < all.size(); i++) {
      Named named = all.get(i);
      // "Gout, sepsis and lupus are …" opens with a list, "Think of: gout, sepsis" leads to one
      boolean lists =
          i + 1 < all.size() && joined(named.place().end(), all.get(i + 1).place().start());
      boolean opens = named.place().start() == first && endsOpening(named);
      boolean tied = named.before().states() || named.before() == Before.CONCLUSION;
      boolean says = tied && weighs(named);
      boolean entry = named.startsLine() && list;
      if (!(opens || says)
          || lists
          || entry
          || named.behind() == Behind.WRONG
          || deniedBesides(named)) {
        continue;
      }
      if (only != null && only != named.place().option()) {
        return -1;
      }
      only = named.place().option();
      one = named;
    }
    return one == null ? null : at(one);
  }

  /** The only option that weighing statements name; -1 for several, null for none. */
  @Nullable Integer judged() {
    Named one = null;
    for (Named named : all) {
      int option = named.place().option();
      if (named.before() != Before.JUDGEMENT
          || named.behind() == Behind.WRONG
          || texts.slight(option)) {
        continue;
      }
      if (one != null && one.place().option() != option) {
        return -1;
      }
      one = named;
    }
    return one == null ? null : at(one);
  }

  /** Whether the reply is no more than two words: "Grade 3", "Probably yes". */
  private boolean twoWords() {
    int words = 0;
    boolean inWord = false;
    for (int i = from; i < to && words < 3; i++) {
      boolean letter = Character.isLetterOrDigit(folded[i]);
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words <= 2;
  }

  /** A slight text, such as "20%", counts only as the end of a clause in a short reply. */
  private boolean weighs(Named named) {
    int option = named.place().option();
    boolean closes = named.place().end() >= to || ".;\n".indexOf(folded[named.place().end()]) >= 0;
    boolean brief = to - from <= SHORT && closes;
    return !texts.slight(option) || brief;
  }

  /** The only option named at all; -1 for several, null for none. */
  @Nullable Integer only() {
    Named one = null;
    for (int i = 0; i < all.size(); i++) {
      Named named = all.get(i);
      int option = named.place().option();
      boolean counts =
          (!texts.slight(option) || twoWords())
              && !named.denied()
              && named.before() != Before.DENIAL
              && named.behind() != Behind.WRONG
              && !spokenOfInGeneral(i);
      if (!counts) {
        continue;
      }
      if (one != null && one.place().option() != option) {
        return -1;
      }
      one = named;
    }
    return one == null ? null : at(one);
  }

  /**
   * "Gout is a disease that …", "Gout can …": says what the thing is or does, not that it is so.
   */
  private boolean spokenOfInGeneral(int index) {
    Named named = all.get(index);
    boolean joined = index > 0 && joined(all.get(index - 1).place().end(), named.place().start());
    return !joined
        && named.before() == Before.NOTHING
        && GENERAL.matchAt(folded, named.place().end(), to) >= 0;
  }

  /** Every option named and not denied, in the order of the reply, perhaps more than once. */
  List<Integer> allNamed() {
    List<Integer> named = new ArrayList<>();
    for (Named one : all) {
      if (!one.denied() && one.before() != Before.DENIAL && one.behind() != Behind.WRONG) {
        named.add(one.place().option());
      }
    }
    return named;
  }

  /** Where the mention given last begins. */
  int start() {
    return start;
  }

  /** Where the mention given last ends. */
  int end() {
    return end;
  }

  private Integer at(Named named) {
    start = named.place().start();
    end = named.place().end();
    return named.place().option();
  }

  private static boolean deniedBesides(Named named) {
    return named.before() == Before.DENIAL || (named.denied() && named.before() == Before.NOTHING);
  }

  /** "Yes." or "Yes, …" opens a reply; "No pneumothorax …" and "Yes or no" do not. */
  private boolean endsOpening(Named named) {
    int i = named.place().end();
    while (i < to && (folded[i] == '*' || folded[i] == '"' || folded[i] == '_')) {
      i++;
    }
    return i >= to || ".,;:!\n-(".indexOf(folded[i]) >= 0;
  }

  /** Whether the text stands behind its own key; mentions are in the order of the reply. */
  private static boolean belongsToLabel(OptionTexts.Place place, List<Mention> mentions) {
    int low = 0;
    int high = mentions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() <= place.start()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (high < 0) {
      return false;
    }
    Mention before = mentions.get(high);
    return before.form() == Mention.Form.LABEL_AND_TEXT && place.end() <= before.end();
  }

  /** Whether several options begin lines, as where a reply goes through them. */
  private boolean restatesOptions() {
    int first = -1;
    for (Named named : all) {
      if (named.startsLine()) {
        if (first >= 0 && first != named.place().option()) {
          return true;
        }
        first = named.place().option();
      }
    }
    return false;
  }

  private boolean startsLine(int place) {
    int i = place - 1;
    while (i >= from && " *-•#>_\"'".indexOf(folded[i]) >= 0) {
      i--;
    }
    return i < from || folded[i] == '\n';
  }

  /** Whether the sentence that goes on here is a question. */
  private boolean asked(int after) {
    for (int i = after; i < to && i < after + 120; i++) {
      if (folded[i] == '?') {
        return true;
      }
      if (folded[i] == '.' || folded[i] == '\n' || folded[i] == '!') {
        return false;
      }
    }
    return false;
  }
}
