package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
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
   *
   * @param option where the arguments stand, for messages
   * @throws AssayException if a name is empty, as in {@code layered,}
   */
  public static List<String> in(String option, List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (String argument : arguments) {
      int start = 0;
      while (start >= 0) {
        int comma = isPattern(argument, start) ? -1 : argument.indexOf(',', start);
        String name = argument.substring(start, comma < 0 ? argument.length() : comma);
        if (name.isBlank()) {
          throw AssayException.usage(
              Problem.of(option + " names an empty rule: '" + argument + "'")
                  .expected("names of rules, by commas")
                  .remedy("'assay list " + option.substring(2) + "s' names all"));
        }
        names.add(name);
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
