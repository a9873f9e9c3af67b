package assay.datasets.harness;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that a prompt lists, one a line: {@code A. …}, {@code A) …}, {@code (A) …}, {@code A:
 * …}, without a gap from A on. Of several such lists the last counts: those before are of worked
 * examples.
 */
final class PromptOptions {

  private static final Pattern LINE =
      Pattern.compile("\\s*\\(?([A-Z])(?:[.):]|\\)\\.?)\\s+(\\S.*)");

  private PromptOptions() {}

  /** The options; empty where there are fewer than two. */
  static SequencedMap<String, String> of(String prompt) {
    SequencedMap<String, String> last = new LinkedHashMap<>();
    SequencedMap<String, String> current = new LinkedHashMap<>();
    for (String line : prompt.lines().toList()) {
      Matcher option = LINE.matcher(line);
      if (!option.matches()) {
        continue;
      }
      String key = option.group(1);
      if (key.equals("A")) {
        current = new LinkedHashMap<>();
      }
      if (key.charAt(0) == 'A' + current.size()) {
        current.put(key, option.group(2).strip());
        if (current.size() > 1) {
          last = current;
        }
      }
    }
    return last;
  }
}
