package assay.evaluation.difference;

import assay.core.Option;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question's words, plain, parted into those that ask and those that are options.
 *
 * @param lines the lines that are no option's, without those that are blank, each once
 * @param options texts of the options; empty where they are not known, or known by letters alone
 */
record Stem(List<String> lines, NavigableSet<String> options) {

  /**
   * {@code A. …}, {@code (b) …}, {@code 1) …}, {@code - …}: what stands before an option's text.
   */
  private static final Pattern LISTED =
      Pattern.compile("(?:\\(?([a-z]|[0-9]{1,2})[.):]\\)?\\.?|([-*•]))\\s+(\\S.*)");

  /** What programs write before a question. */
  private static final Pattern ANNOUNCED = Pattern.compile("(?:question|q)\\s?\\d*\\s?[:.]\\s+");

  Stem {
    lines = List.copyOf(lines);
    options = Collections.unmodifiableNavigableSet(new TreeSet<>(options));
  }

  /** Parts a question. */
  static Stem of(String question, List<Option> options) {
    NavigableSet<String> texts = new TreeSet<>();
    NavigableSet<String> optionLines = new TreeSet<>();
    for (Option option : options) {
      String text = plain(option.text());
      if (!text.isEmpty() && !text.equals(plain(option.key()))) {
        texts.add(text);
        option.text().lines().map(Stem::plain).forEach(optionLines::add);
      }
    }
    List<String> all =
        question.lines().map(Stem::plain).filter(line -> !line.isEmpty()).distinct().toList();
    Set<String> listed = listed(all);
    List<String> lines = new ArrayList<>();
    for (String line : all) {
      if (!listed.contains(line)
          && !optionLines.contains(line)
          && !optionLines.contains(bare(line))) {
        lines.add(ANNOUNCED.matcher(line).replaceFirst(""));
      }
    }
    return new Stem(lines.stream().distinct().toList(), texts);
  }

  /** Lines of a list, counted from its first mark without a gap; one line alone is no list. */
  private static Set<String> listed(List<String> lines) {
    Set<String> listed = new TreeSet<>();
    @Nullable String before = null;
    String mark = "";
    for (String line : lines) {
      Matcher item = LISTED.matcher(line);
      if (!item.matches()) {
        continue;
      }
      String here = item.group(1) == null ? item.group(2) : item.group(1);
      if (before != null && follows(mark, here)) {
        listed.add(before);
        listed.add(line);
      }
      before = line;
      mark = here;
    }
    return listed;
  }

  private static boolean follows(String mark, String next) {
    if (bullet(mark) || bullet(next)) {
      return mark.equals(next);
    }
    return Character.isDigit(mark.charAt(0)) == Character.isDigit(next.charAt(0))
        && number(next) == number(mark) + 1;
  }

  private static boolean bullet(String mark) {
    return !Character.isLetterOrDigit(mark.charAt(0));
  }

  private static int number(String mark) {
    return Character.isDigit(mark.charAt(0)) ? Integer.parseInt(mark) : mark.charAt(0);
  }

  private static String bare(String line) {
    Matcher item = LISTED.matcher(line);
    return item.matches() ? item.group(3) : line;
  }

  /** Whether options are known of both, and half of them or fewer are of both. */
  boolean contradicts(Stem other) {
    if (options.isEmpty() || other.options.isEmpty()) {
      return false;
    }
    return 2 * options.stream().filter(other.options::contains).count()
        <= Math.max(options.size(), other.options.size());
  }

  /** Without differences of case, composition and blanks. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
