package assay.phantoms.reader;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands a prompt by the patterns of its English. */
final class QuestionText {

  private static final Pattern OPTION =
      Pattern.compile("^\\s*\\(?([A-Za-z]|\\d{1,2})[.):]\\s+(\\S.*?)\\s*$");
  private static final Pattern BAR = Pattern.compile("\\bbar\\b[^.?]{0,80}?(\\d{1,4}) ?mm");
  private static final Pattern LEAST =
      Pattern.compile("(?:(\\d{1,4}) ?mm long or more|at least (\\d{1,4}) ?mm)");
  private static final Pattern LUNG = Pattern.compile("\\b(right|left) lung\\b");
  private static final Pattern LONGER =
      Pattern.compile(
          "\\b(?:more|longer|larger|greater|over) (?:than )?(\\d{1,4}(?:\\.\\d+)?) ?mm");
  private static final Pattern COUNT = Pattern.compile("\\bhow many\\b|\\bnumber of\\b");
  private static final Pattern DIAMETER =
      Pattern.compile("\\bdiameter\\b|\\bhow (?:long|large)\\b");
  private static final Pattern YES_NO = Pattern.compile("^(?:is|are|does|do|has|can)\\b");

  private final String text;

  QuestionText(String text) {
    this.text = text;
  }

  /** The scale bar's length in millimetres, where the words tell it. */
  OptionalDouble barLength() {
    return number(BAR.matcher(text.toLowerCase(Locale.ROOT)));
  }

  /** The shortest lesion in millimetres, where the words tell it. */
  OptionalDouble shortestLesion() {
    return number(LEAST.matcher(text.toLowerCase(Locale.ROOT)));
  }

  private static OptionalDouble number(Matcher matcher) {
    if (!matcher.find()) {
      return OptionalDouble.empty();
    }
    String digits = matcher.group(1);
    return OptionalDouble.of(Double.parseDouble(digits == null ? matcher.group(2) : digits));
  }

  Asked asked() {
    SequencedMap<String, String> options = options();
    String question = question();
    if (!options.isEmpty()) {
      String all = String.join(" ", options.values());
      if (all.contains("lung")) {
        return new Asked.Where(options);
      }
      return all.contains("round") || all.contains("oval") || all.contains("spiculated")
          ? new Asked.Shape(options)
          : new Asked.Unknown();
    }
    if (YES_NO.matcher(question).find()) {
      Matcher longer = LONGER.matcher(question);
      if (longer.find()) {
        return new Asked.LongerThan(Double.parseDouble(longer.group(1)));
      }
      Matcher lung = LUNG.matcher(question);
      return lung.find() ? new Asked.Presence(lung.group(1).equals("right")) : new Asked.Unknown();
    }
    if (COUNT.matcher(question).find()) {
      return new Asked.Count();
    }
    return DIAMETER.matcher(question).find() ? new Asked.Diameter() : new Asked.Unknown();
  }

  /** The last line that ends in a question mark, in lower case. */
  private String question() {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.endsWith("?"))
        .reduce((first, second) -> second)
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private SequencedMap<String, String> options() {
    SequencedMap<String, String> options = new LinkedHashMap<>();
    text.lines()
        .map(OPTION::matcher)
        .filter(Matcher::matches)
        .forEach(line -> options.put(line.group(1), line.group(2).toLowerCase(Locale.ROOT)));
    return options;
  }
}
