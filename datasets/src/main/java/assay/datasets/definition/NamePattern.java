package assay.datasets.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A pattern on a file's name whose braces name parts of it: {@code
 * {model}-medqa-test_hard-{method}.json}. A part is one character or more and as short as can be;
 * {@code {epoch:digits}} takes digits only, {@code {country:brazil|spain}} one of the words named.
 * A name that stands twice stands for the same text. A pattern with slashes looks at as many of the
 * path's last parts; none at the folder otherwise.
 */
public final class NamePattern {

  private static final String DIGITS = "digits";

  private final String text;
  private final Pattern pattern;
  private final List<String> names;
  private final int depth;

  private NamePattern(String text, String regex, List<String> names) {
    this.text = text;
    this.pattern = Pattern.compile(regex);
    this.names = List.copyOf(names);
    this.depth = (int) text.chars().filter(c -> c == '/').count() + 1;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is blank, a brace is left open, or a name or one of its
   *     words is blank
   */
  public static NamePattern parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the pattern is blank");
    }
    StringBuilder regex = new StringBuilder();
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException(
            "'" + text + "' opens a brace at character " + (open + 1) + " and does not close it");
      }
      regex.append(Pattern.quote(text.substring(from, open)));
      String inside = text.substring(open + 1, close);
      int colon = inside.indexOf(':');
      String name = colon < 0 ? inside : inside.substring(0, colon);
      if (name.isBlank()) {
        throw new IllegalArgumentException("'" + text + "' has a brace without a name");
      }
      names.add(name);
      regex.append(colon < 0 ? "([^/]+?)" : part(text, inside.substring(colon + 1)));
      from = close + 1;
    }
    regex.append(Pattern.quote(text.substring(from)));
    return new NamePattern(text, regex.toString(), names);
  }

  private static String part(String text, String words) {
    if (words.equals(DIGITS)) {
      return "([0-9]+)";
    }
    List<String> quoted = new ArrayList<>();
    for (String word : words.split("\\|", -1)) {
      if (word.isBlank()) {
        throw new IllegalArgumentException("'" + text + "' names a blank word in a brace");
      }
      quoted.add(Pattern.quote(word));
    }
    return "(" + String.join("|", quoted) + ")";
  }

  /**
   * The parts of a path that fits, by name; empty where it does not fit.
   *
   * @param path absolute, or relative to where the pattern is meant
   */
  public Optional<SequencedMap<String, String>> match(Path path) {
    int count = path.getNameCount();
    if (count < depth) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (Path part : path.subpath(count - depth, count)) {
      parts.add(part.toString());
    }
    Matcher matcher = pattern.matcher(String.join("/", parts));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    SequencedMap<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String part = matcher.group(i + 1);
      String earlier = found.putIfAbsent(names.get(i), part);
      if (earlier != null && !earlier.equals(part)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** The names in braces, in the order written. */
  public List<String> names() {
    return names.stream().distinct().toList();
  }

  /** How many of a path's last parts are looked at. */
  public int depth() {
    return depth;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamePattern that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
