package assay.reading.published;

import java.util.ArrayList;
import java.util.List;

/** A list of strings, numbers or lists, as Python prints it; an inner list is one item. */
final class PythonList {

  private PythonList() {}

  static List<String> parse(String literal) {
    List<String> items = new ArrayList<>();
    int i = literal.indexOf('[') + 1;
    while (i < literal.length() && literal.charAt(i) != ']') {
      char c = literal.charAt(i);
      if (c == ',' || c == ' ' || c == '\n') {
        i++;
        continue;
      }
      StringBuilder item = new StringBuilder();
      if (c == '\'' || c == '"') {
        i++;
        while (literal.charAt(i) != c) {
          if (literal.charAt(i) == '\\') {
            i++;
            item.append(escaped(literal.charAt(i)));
          } else {
            item.append(literal.charAt(i));
          }
          i++;
        }
        i++;
      } else if (c == '[') {
        int close = literal.indexOf(']', i) + 1;
        item.append(literal, i, close);
        i = close;
      } else {
        while (",]".indexOf(literal.charAt(i)) < 0) {
          item.append(literal.charAt(i));
          i++;
        }
      }
      items.add(item.toString());
    }
    return items;
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '\\', '\'', '"' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }
}
