package assay.models.reference;

import assay.core.Answer;
import assay.core.Option;
import assay.core.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/** Answers that no fair rule can take for right. */
final class WrongAnswer {

  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
  private static final int WORD = 10;
  private static final int MOST_DAYS = 365;

  private WrongAnswer() {}

  /**
   * As many keys as are right, but not the right ones: one of them, drawn, is exchanged for a wrong
   * one, drawn. Where there is no wrong option to name, "none".
   */
  static String choice(SortedSet<String> gold, List<Option> shown, UniformRandomProvider random) {
    List<String> wrong =
        shown.stream().map(Option::key).filter(key -> !gold.contains(key)).toList();
    SortedSet<String> keys = new TreeSet<>(gold);
    if (!keys.isEmpty()) {
      keys.remove(List.copyOf(keys).get(random.nextInt(keys.size())));
    }
    if (!wrong.isEmpty()) {
      keys.add(wrong.get(random.nextInt(wrong.size())));
    }
    return keys.isEmpty()
        ? CanonicalReply.PREFIX + CanonicalReply.NONE
        : CanonicalReply.of(new Answer.Choice(keys));
  }

  /** A word that does not exist, without a vowel, and part of no reference. */
  static String text(List<String> references, UniformRandomProvider random) {
    String word = word(random);
    while (overlaps(word, references)) {
      word = word(random);
    }
    return word;
  }

  private static boolean overlaps(String word, List<String> references) {
    return references.stream()
        .anyMatch(reference -> reference.toLowerCase(Locale.ROOT).contains(word));
  }

  private static String word(UniformRandomProvider random) {
    StringBuilder word = new StringBuilder(WORD);
    for (int i = 0; i < WORD; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
    }
    return word.toString();
  }

  /**
   * A number beyond the tolerance: the gold value times 1.5 to 2.5 and 1 more, then ever further.
   */
  static double number(Target.Number target, UniformRandomProvider random) {
    double gold = target.value();
    double step = Math.abs(gold) * (0.5 + random.nextDouble()) + 1;
    double sign = random.nextBoolean() ? 1 : -1;
    for (double away = step; Double.isFinite(gold + sign * away); away *= 2) {
      double value = rounded(gold + sign * away);
      if (!target.tolerance().accepts(gold, value)) {
        return value;
      }
    }
    return -gold / 2 - 1;
  }

  /** Four decimals, as people write; where that loses the number, as it is. */
  private static double rounded(double value) {
    return Math.abs(value) < 1e9 ? Math.rint(value * 1e4) / 1e4 : value;
  }

  /** Up to a year before or after. */
  static LocalDate date(LocalDate gold, UniformRandomProvider random) {
    long days = 1L + random.nextInt(MOST_DAYS);
    boolean after = random.nextBoolean();
    boolean fits =
        after
            ? LocalDate.MAX.minusDays(days).isAfter(gold)
            : LocalDate.MIN.plusDays(days).isBefore(gold);
    return after == fits ? gold.plusDays(days) : gold.minusDays(days);
  }

  /** One label left out or one added, of those shown or, where none is, one that does not exist. */
  static SortedSet<String> labels(
      SortedSet<String> gold, List<Option> shown, UniformRandomProvider random) {
    List<String> others = new ArrayList<>();
    shown.stream().map(Option::text).filter(text -> !gold.contains(text)).forEach(others::add);
    SortedSet<String> labels = new TreeSet<>(gold);
    boolean drop = !gold.isEmpty() && random.nextBoolean();
    if (drop) {
      labels.remove(List.copyOf(gold).get(random.nextInt(gold.size())));
    } else if (others.isEmpty()) {
      labels.add(text(List.copyOf(gold), random));
    } else {
      labels.add(others.get(random.nextInt(others.size())));
    }
    return labels;
  }
}
