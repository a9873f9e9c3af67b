package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply that answers a yes-no question by repeating it as a statement: "Is there a pneumothorax?"
 * – "There is no pneumothorax." It is read only where the first sentence holds every word of weight
 * of an English question that begins with "Is there" or its kin, and no word that hedges; a denial
 * in it then means no.
 */
final class EchoedStatement {

  private static final Set<String> OPENERS =
      Set.of("is", "are", "was", "were", "does", "do", "did", "has", "have", "can");

  private static final Set<String> LIGHT =
      Set.of(
          "there",
          "any",
          "this",
          "that",
          "these",
          "those",
          "the",
          "evidence",
          "visible",
          "seen",
          "present",
          "image",
          "picture",
          "scan",
          "show",
          "shows",
          "shown",
          "with",
          "from",
          "into",
          "does",
          "have",
          "here",
          "your",
          "sign",
          "signs",
          "see",
          "appear",
          "appears",
          "visualized",
          "identified",
          "noted",
          "demonstrate",
          "demonstrated",
          "patient",
          "been",
          "film",
          "x-ray",
          "radiograph",
          "study",
          "which",
          "what",
          "suggest",
          "suggestive");

  private static final Set<String> DENIALS =
      Set.of(
          "no", "not", "without", "isn't", "aren't", "doesn't", "don't", "wasn't", "absent",
          "never", "absence", "neither", "hasn't", "cannot", "lacks");

  /** Words that deny too, but may be the question's own: "Is there free air?". */
  private static final Set<String> NEGATIVE =
      Set.of("lack", "negative", "free", "excluded", "ruled");

  private static final Set<String> HEDGES =
      Set.of(
          "may",
          "might",
          "could",
          "possible",
          "possibly",
          "perhaps",
          "maybe",
          "improbable",
          "unusual",
          "doubtful",
          "doubt",
          "probably",
          "likely",
          "unlikely",
          "if",
          "whether",
          "or",
          "suspected",
          "cannot",
          "can't",
          "unclear",
          "uncertain",
          "difficult",
          "determine",
          "appear",
          "appears",
          "seems",
          "but",
          "although",
          "except");

  private static final Set<String> PRONOUNS = Set.of("it", "it's", "they", "he", "she");

  private static final Set<String> AGREES =
      Set.of(
          "that is correct", "that's correct", "this is correct", "this is true", "that is true");

  private static final Set<String> DISAGREES =
      Set.of(
          "that is incorrect",
          "this is incorrect",
          "that is not correct",
          "this is not correct",
          "this is false",
          "that is false",
          "this is not true",
          "that is not true");

  private static final Set<String> CHANGES =
      Set.of(
          "change",
          "changes",
          "doubt",
          "increase",
          "decrease",
          "difference",
          "longer",
          "worsening",
          "enlargement",
          "improvement",
          "reason",
          "question");

  /** Sentences that take all but their verb from the question. */
  private static final Map<String, Boolean> ELLIPTIC =
      Map.ofEntries(
          Map.entry("it is", true),
          Map.entry("it does", true),
          Map.entry("there is", true),
          Map.entry("there are", true),
          Map.entry("it isn't", false),
          Map.entry("it is not", false),
          Map.entry("it doesn't", false),
          Map.entry("it does not", false),
          Map.entry("there isn't", false),
          Map.entry("there is not", false),
          Map.entry("there is none", false),
          Map.entry("there are none", false));

  private static final int LONGEST = 300;

  private EchoedStatement() {}

  /** What the statement says to the question, or null where it does not plainly say it. */
  static @Nullable Boolean meaning(String folded, String question) {
    List<String> asked = words(Folding.folded(question));
    if (asked.isEmpty() || !OPENERS.contains(asked.getFirst())) {
      return null;
    }
    List<String> said = Affirmations.undoubted(words(firstSentence(folded)));
    String whole = String.join(" ", said);
    if (AGREES.contains(whole) || DISAGREES.contains(whole)) {
      return AGREES.contains(whole);
    }
    if (ELLIPTIC.containsKey(whole)) {
      return ELLIPTIC.get(whole);
    }
    boolean hedged = said.stream().anyMatch(HEDGES::contains);
    if (hedged || asked.contains("or") || changes(said)) {
      return null;
    }
    if (said.size() > 1 && said.getFirst().equals("not") && saidInQuestion(said, asked)) {
      return false; // "not widened"
    }
    List<String> heavy =
        asked.subList(1, asked.size()).stream()
            .filter(word -> word.length() >= 4 && !LIGHT.contains(word))
            .toList();
    if (heavy.isEmpty()) {
      return null;
    }
    // "It is malignant" says of what was asked after what is said last of it
    boolean stands = !said.isEmpty() && PRONOUNS.contains(said.getFirst());
    for (String word : stands ? heavy.subList(heavy.size() - 1, heavy.size()) : heavy) {
      if (said.stream().noneMatch(other -> sameStem(word, other))) {
        return null;
      }
    }
    if (asked.stream().anyMatch(DENIALS::contains)) {
      return null;
    }
    if (Affirmations.leavesOpen(said)) {
      return null;
    }
    List<String> negative =
        said.stream().filter(word -> NEGATIVE.contains(word) && !asked.contains(word)).toList();
    if (!Affirmations.standNear(negative, said, heavy)) {
      return null; // "the markers are negative, so hepatitis can be excluded"
    }
    long denials = negative.size() + said.stream().filter(DENIALS::contains).count();
    if (denials != 0) {
      return denials > 1 ? null : Boolean.FALSE;
    }
    boolean affirmed = stands || Affirmations.affirms(said, heavy);
    return affirmed ? Boolean.TRUE : null;
  }

  /** "No change in the effusion" denies the change. */
  private static boolean changes(List<String> said) {
    for (int i = 0; i + 1 < said.size(); i++) {
      boolean next = CHANGES.contains(said.get(i + 1));
      boolean second = i + 2 < said.size() && CHANGES.contains(said.get(i + 2));
      if (DENIALS.contains(said.get(i)) && (next || second)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saidInQuestion(List<String> said, List<String> asked) {
    return said.subList(1, said.size()).stream().allMatch(asked::contains);
  }

  static boolean isLight(String word) {
    return LIGHT.contains(word);
  }

  static boolean sameStem(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    String shorter = one.length() < other.length() ? one : other;
    String longer = one.length() < other.length() ? other : one;
    return shorter.length() >= 4
        && longer.startsWith(shorter)
        && Set.of("s", "es", "d", "ed", "al").contains(longer.substring(shorter.length()));
  }

  private static String firstSentence(String folded) {
    int end = Math.min(folded.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = folded.charAt(i);
      if (c == '.' || c == '\n' || c == '!' || c == '?' || c == ';') {
        return folded.substring(0, i);
      }
    }
    return folded.substring(0, end);
  }

  /** The words of a text, as long as they are not too many. */
  static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int i = 0;
    int end = Math.min(folded.length(), 4 * LONGEST);
    while (i < end) {
      int start = i;
      while (i < end && (Character.isLetterOrDigit(folded.charAt(i)) || inner(folded, i))) {
        i++;
      }
      if (i > start) {
        words.add(folded.substring(start, i));
      } else {
        i++;
      }
    }
    return words;
  }

  private static boolean inner(String text, int i) {
    char c = text.charAt(i);
    return (c == '\'' || c == '-')
        && i > 0
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }
}
