package assay.models.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known name that a mistyped one is nearest to, by edit distance. */
final class Nearest {

  private Nearest() {}

  /** {@code "; did you mean 'x'?"}, or nothing where no known name is near. */
  static String hint(String name, List<String> known) {
    return of(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /** The nearest of the known names, if at most a third of it and of the name given differs. */
  static Optional<String> of(String name, List<String> known) {
    if (name.length() > 100) {
      return Optional.empty();
    }
    return known.stream()
        .filter(
            other ->
                3 * distance(name, other)
                    <= Math.max(3, Math.min(name.length(), other.length()) + 2))
        .min(
            Comparator.<String>comparingInt(other -> distance(name, other))
                .thenComparing(other -> other));
  }

  /** Levenshtein's distance in UTF-16 units. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
