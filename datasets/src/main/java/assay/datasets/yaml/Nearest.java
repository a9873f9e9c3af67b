package assay.datasets.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Known names in order of their likeness to one that is not known, for messages. */
public final class Nearest {

  private static final int MOST_COMPARED = 200;

  private Nearest() {}

  /**
   * The names, those that need the fewest changes of letters first; names equally near stay in
   * their order.
   */
  public static List<String> first(String wanted, Collection<String> known) {
    String shortened = abridged(wanted);
    return known.stream()
        .sorted(Comparator.comparingInt(name -> distance(shortened, abridged(name))))
        .toList();
  }

  /**
   * A phrase that names the nearest name, where one is near enough to be meant, and the known ones.
   *
   * @param most how many are listed
   */
  public static String phrase(String wanted, Collection<String> known, int most) {
    if (known.isEmpty()) {
      return "none is known here";
    }
    String nearest = first(wanted, known).getFirst();
    boolean near =
        distance(abridged(wanted), abridged(nearest)) <= Math.max(2, wanted.length() / 3);
    if (known.size() == 1) {
      return "'" + nearest + "'";
    }
    List<String> names = near ? first(wanted, known) : List.copyOf(known);
    int shown = Math.min(most, names.size());
    String list = String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
    return near ? "'" + nearest + "', the nearest of " + list : "one of " + list;
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }

  private static String abridged(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(MOST_COMPARED, lower.length()));
  }
}
