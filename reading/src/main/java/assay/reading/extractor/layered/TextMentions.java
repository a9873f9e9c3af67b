package assay.reading.extractor.layered;

import assay.reading.extractor.layered.Cues.Before;
import assay.reading.extractor.layered.Cues.Behind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options named by their texts, outside of labels. Denied ones ("no pneumothorax", "gout is
 * unlikely") and those of questions ("Is it gout?") do not count.
 */
final class TextMentions {

  private static final int NEGATION_REACH = 5;

  private static final Set<String> DENIALS =
      Set.of(
          "no",
          "not",
          "without",
          "never",
          "neither",
          "nor",
          "excluding",
          "excludes",
          "excluded",
          "unlike",
          "denies",
          "lacks",
          "absent",
          "absence",
          "negative",
          "unlikely",
          "except",
          "versus",
          "vs",
          "instead",
          "rather",
          "isn't",
          "aren't",
          "wasn't",
          "doesn't",
          "cannot",
          "can't",
          "rule",
          "rules",
          "ruled",
          "sin",
          "sem",
          "não",
          "sans",
          "pas",
          "ohne",
          "kein",
          "keine",
          "nicht",
          "senza",
          "non",
          "без",
          "нет",
          "не",
          "ללא",
          "לא",
          "אין",
          "بدون",
          "لا",
          "ليس",
          "geen");

  /** Words after which a denial no longer reaches: "not gout but pseudogout". */
  private static final Set<String> TURNS =
      Set.of(
          "but", "however", "sino", "mas", "mais", "sondern", "ma", "но", "אלא", "بل", "is",
          "with");

  private record Named(OptionTexts.Place place, Before before, Behind behind, boolean denied) {}

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
    for (OptionTexts.Place place : texts.places(folded, from, to)) {
      if (belongsToLabel(place, mentions) || asked(place.end())) {
        continue;
      }
      Before before = cues.before(place.start());
      Behind behind = cues.behind(place.end());
      all.add(new Named(place, before, behind, denied(place.start())));
    }
  }

  /** The last option announced as the answer, or null. */
  @Nullable Integer announced() {
    for (int i = all.size() - 1; i >= 0; i--) {
      Named named = all.get(i);
      boolean right = named.behind() == Behind.RIGHT && !texts.slight(named.place().option());
      boolean announced = named.before() == Before.ANNOUNCEMENT || right;
      if (announced && named.behind() != Behind.WRONG && !deniedBesides(named)) {
        return at(named);
      }
    }
    return null;
  }

  /** The option that opens the reply or that a statement names; -1 for several, null for none. */
  @Nullable Integer stated(int first) {
    Integer only = null;
    Named one = null;
    for (Named named : all) {
      boolean opens = named.place().start() == first && endsOpening(named);
      boolean says = named.before() == Before.STATEMENT && !texts.slight(named.place().option());
      if (!(opens || says) || named.behind() == Behind.WRONG || deniedBesides(named)) {
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

  /** The only option named at all; -1 for several, null for none. */
  @Nullable Integer only() {
    Named one = null;
    for (Named named : all) {
      int option = named.place().option();
      boolean counts =
          !texts.slight(option)
              && !named.denied()
              && named.before() != Before.DENIAL
              && named.behind() != Behind.WRONG;
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

  private static boolean belongsToLabel(OptionTexts.Place place, List<Mention> mentions) {
    for (Mention mention : mentions) {
      boolean within = place.start() >= mention.start() && place.end() <= mention.end();
      if (within && mention.form() == Mention.Form.LABEL_AND_TEXT) {
        return true;
      }
    }
    return false;
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

  /** Whether a denying word stands shortly before, in the same clause. */
  private boolean denied(int place) {
    int i = place - 1;
    for (int words = 0; words < NEGATION_REACH; words++) {
      while (i >= from && !Character.isLetter(folded[i])) {
        if (".;:!?\n,".indexOf(folded[i]) >= 0) {
          return false;
        }
        i--;
      }
      int wordEnd = i + 1;
      while (i >= from
          && wordEnd - i < 32
          && (Character.isLetter(folded[i]) || folded[i] == '\'')) {
        i--;
      }
      String word = new String(folded, i + 1, wordEnd - i - 1);
      if (DENIALS.contains(word)) {
        return true;
      }
      if (TURNS.contains(word) || i < from) {
        return false;
      }
    }
    return false;
  }
}
