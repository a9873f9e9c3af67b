package assay.reading.scorer;

import assay.reading.text.TextNormalization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The items of a list written as text: parted by line ends, {@code >}, {@code ;} or, where there is
 * none of these, commas; a number before an item does not count; each as {@link
 * TextNormalization#plain}. At most 2,000.
 */
final class ListItems {

  private static final int MOST_ITEMS = 2_000;

  private ListItems() {}

  /** The items of a list in their order, each once. */
  static List<String> of(String text) {
    boolean lines = text.indexOf('\n') >= 0 || text.indexOf('>') >= 0 || text.indexOf(';') >= 0;
    Set<String> items = new LinkedHashSet<>();
    StringBuilder item = new StringBuilder();
    for (int i = 0; i <= text.length() && items.size() < MOST_ITEMS; i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (lines ? c == '\n' || c == '>' || c == ';' : c == ',' || c == '\n') {
        String plain = TextNormalization.plain(unnumbered(item));
        if (!plain.isEmpty()) {
          items.add(plain);
        }
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    return new ArrayList<>(items);
  }

  /** The item without "2." or "3)" before it. */
  private static String unnumbered(StringBuilder item) {
    String text = item.toString().strip();
    int i = 0;
    while (i < text.length() && i < 4 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    boolean numbered =
        i > 0 && i + 1 < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ')');
    return numbered && text.charAt(i + 1) == ' ' ? text.substring(i + 2) : text;
  }
}
