package assay.reading.extractor.layered;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a sentence that holds every word of a question affirms it: "There is a
 * pneumothorax", "The image shows a pneumothorax", "A pneumothorax is present", "The heart is
 * enlarged", or the finding alone, "A large pneumothorax on the left". Anything else ("History of
 * pneumothorax", "Pneumothorax: 0", "Pneumothorax is air in the pleural space") does not.
 */
final class Affirmations {

  private static final Set<String> EXISTS =
      Set.of(
          "there",
          "see",
          "shows",
          "show",
          "showing",
          "demonstrates",
          "demonstrate",
          "reveals",
          "reveal",
          "has",
          "have",
          "had",
          "confirms",
          "depicts",
          "contains",
          "displays",
          "identify");

  private static final Set<String> COPULAS =
      Set.of(
          "is", "are", "was", "were", "it's", "does", "do", "appears", "appear", "looks", "been");

  private static final Set<String> FOUND =
      Set.of(
          "present",
          "seen",
          "visible",
          "noted",
          "identified",
          "evident",
          "demonstrated",
          "confirmed",
          "apparent",
          "visualized",
          "shown",
          "found",
          "observed",
          "detected",
          "positive");

  /** What may stand right behind a finding in a list or a field. */
  private static final Set<String> CONFIRMS = Set.of("true", "yes", "present", "positive");

  /** Words that leave it open, or say it of another time. */
  private static final Set<String> OPEN =
      Set.of(
          "resolved",
          "resolution",
          "history",
          "previous",
          "previously",
          "prior",
          "old",
          "rule",
          "risk",
          "would",
          "should",
          "defined",
          "condition",
          "disease",
          "treated",
          "treatment",
          "usually",
          "typically",
          "often",
          "causes",
          "caused",
          "called",
          "when",
          "where",
          "term");

  /** Words that may stand beside a finding that is named without a verb. */
  private static final Set<String> BESIDE =
      Set.of(
          "a",
          "an",
          "the",
          "on",
          "of",
          "in",
          "at",
          "with",
          "and",
          "left",
          "right",
          "left-sided",
          "right-sided",
          "bilateral",
          "large",
          "small",
          "moderate",
          "mild",
          "severe",
          "massive",
          "tiny",
          "marked",
          "extensive",
          "acute",
          "side",
          "lung",
          "lobe",
          "upper",
          "lower",
          "middle",
          "apical",
          "basal",
          "yes",
          "clear",
          "definite",
          "obvious",
          "new");

  /** How many words off a denying adjective still says it of the finding. */
  private static final int NEAR = 4;

  private static final Set<String> UNDOUBTED =
      Set.of("there", "is", "no", "without", "a", "any", "beyond");

  private static final Set<String> LEADS = Set.of("for", "of", "from");

  private Affirmations() {}

  /** The words without "no doubt", "without a doubt", which say nothing of the finding. */
  static List<String> undoubted(List<String> said) {
    int doubt = said.indexOf("doubt");
    int from = doubt;
    while (from > 0 && UNDOUBTED.contains(said.get(from - 1))) {
      from--;
    }
    if (doubt < 0 || from == doubt) {
      return said;
    }
    List<String> rest = new ArrayList<>(said.subList(0, from));
    rest.addAll(said.subList(doubt + 1, said.size()));
    return rest;
  }

  /** Whether a word leaves it open what is said of the finding. */
  static boolean leavesOpen(List<String> said) {
    return said.stream().anyMatch(OPEN::contains);
  }

  /**
   * Whether a sentence affirms.
   *
   * @param said its words, none of them a denial
   * @param heavy the question's words of weight, all of them in the sentence
   */
  static boolean affirms(List<String> said, List<String> heavy) {
    int last = indexOf(said, heavy.getLast());
    int first = heavy.stream().mapToInt(word -> indexOf(said, word)).min().orElse(last);
    for (int i = 0; i < said.size(); i++) {
      String word = said.get(i);
      boolean before = i < first;
      if (before && EXISTS.contains(word)) {
        return true;
      }
      // "the image is abnormal"
      boolean plain = said.subList(0, i).stream().allMatch(EchoedStatement::isLight);
      if (before && plain && i > 0 && COPULAS.contains(word)) {
        return true;
      }
      if (i == last + 1 && CONFIRMS.contains(word)) {
        return true;
      }
      // "the heart is enlarged": the predicate stands behind the copula
      if (COPULAS.contains(word) && i > first && i < last) {
        return true;
      }
      boolean tied = said.subList(0, i).stream().anyMatch(COPULAS::contains);
      if (FOUND.contains(word) && (tied || i == said.size() - 1)) {
        return true;
      }
    }
    return said.stream()
        .allMatch(
            word ->
                BESIDE.contains(word)
                    || heavy.stream().anyMatch(one -> EchoedStatement.sameStem(one, word)));
  }

  /** Whether words stand directly before or behind the question's words of weight. */
  static boolean standNear(List<String> words, List<String> said, List<String> heavy) {
    int last = indexOf(said, heavy.getLast());
    int first = heavy.stream().mapToInt(word -> indexOf(said, word)).min().orElse(last);
    for (String word : words) {
      int at = said.indexOf(word);
      boolean leads = at + 1 < first && LEADS.contains(said.get(at + 1)); // "negative for"
      boolean near = at < first ? leads && first - at <= NEAR : at - last <= NEAR;
      if (!near) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(List<String> said, String word) {
    for (int i = 0; i < said.size(); i++) {
      if (EchoedStatement.sameStem(word, said.get(i))) {
        return i;
      }
    }
    return said.size();
  }
}
