package assay.cli.wiring;

import assay.reading.extractor.LmEvalRegexExtractor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names of rules as they are given on a command line: several in one argument, by commas. */
public final class RuleNames {

  private RuleNames() {}

  /**
   * The names in arguments. A pattern of one's own may hold commas, so it goes to the end of its
   * argument: {@code layered,regex:x{1,2}} are two names.
   */
  public static List<String> in(List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (String argument : arguments) {
      int start = 0;
      while (start >= 0) {
        int comma = isPattern(argument, start) ? -1 : argument.indexOf(',', start);
        names.add(argument.substring(start, comma < 0 ? argument.length() : comma));
        start = comma < 0 ? -1 : comma + 1;
      }
    }
    return names;
  }

  private static boolean isPattern(String argument, int start) {
    return Arrays.stream(LmEvalRegexExtractor.Which.values())
        .anyMatch(which -> argument.startsWith(which.prefix(), start));
  }
}
