package assay.reading.scorer;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Codes such as those of ICD-10, whose beginnings are their ancestors: {@code I21.4} is a
 * subcategory of the category {@code I21}. Case, dots and blanks do not count.
 */
final class CodeLevels {

  private static final int CATEGORY = 3;
  private static final int SUBCATEGORY = 4;

  private CodeLevels() {}

  static SortedSet<String> full(SortedSet<String> codes) {
    return cut(codes, Integer.MAX_VALUE);
  }

  static SortedSet<String> categories(SortedSet<String> codes) {
    return cut(codes, CATEGORY);
  }

  static SortedSet<String> subcategories(SortedSet<String> codes) {
    return cut(codes, SUBCATEGORY);
  }

  /** Every code with its category and each longer beginning. */
  static SortedSet<String> withAncestors(SortedSet<String> codes) {
    SortedSet<String> all = new TreeSet<>();
    for (String code : full(codes)) {
      all.add(code);
      for (int length = CATEGORY; length < Math.min(code.length(), LONGEST); length++) {
        all.add(code.substring(0, length));
      }
    }
    return all;
  }

  /** No system of codes has longer ones; beyond it there are no ancestors. */
  private static final int LONGEST = 16;

  private static SortedSet<String> cut(SortedSet<String> codes, int length) {
    SortedSet<String> cut = new TreeSet<>();
    for (String code : codes) {
      String plain = code.replace(".", "").replace(" ", "").toUpperCase(Locale.ROOT);
      if (!plain.isEmpty()) {
        cut.add(plain.substring(0, Math.min(plain.length(), length)));
      }
    }
    return cut;
  }
}
