package assay.datasets.harness;

import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What a log calls right, in terms of the question's options. */
final class LoggedGold {

  private LoggedGold() {}

  /**
   * The key that a text of the log means: a key itself, in brackets or not; the text of one option;
   * or a position counted from 0. Empty where it means none.
   */
  static Optional<String> key(String gold, SequencedMap<String, String> options) {
    String bare = gold.strip().replaceAll("^\\((.+)\\)$", "$1");
    if (options.containsKey(bare)) {
      return Optional.of(bare);
    }
    List<String> same =
        options.entrySet().stream()
            .filter(option -> plain(option.getValue()).equals(plain(gold)))
            .map(Map.Entry::getKey)
            .toList();
    if (same.size() == 1) {
      return Optional.of(same.getFirst());
    }
    if (bare.matches("\\d{1,2}") && Integer.parseInt(bare) < options.size()) {
      return options.sequencedKeySet().stream().skip(Integer.parseInt(bare)).findFirst();
    }
    return Optional.empty();
  }

  /** Yes or no, where a text means one. */
  static Optional<Boolean> yesNo(String gold) {
    return switch (plain(gold)) {
      case "yes", "true" -> Optional.of(true);
      case "no", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * Whether the log's right answers and the sample's are the same. Logs write numbers and dates in
   * ways of their own, so of these kinds nothing is claimed.
   */
  static boolean agrees(List<String> gold, Sample sample) {
    if (gold.isEmpty()) {
      return true;
    }
    return switch (sample.target()) {
      case Target.Choice choice -> {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Option option : sample.options()) {
          options.put(option.key(), option.text());
        }
        yield gold.stream()
            .allMatch(
                one -> key(one, options).filter(key -> choice.keys().contains(key)).isPresent());
      }
      case Target.YesNo yesNo ->
          gold.stream().allMatch(one -> yesNo(one).map(v -> v == yesNo.yes()).orElse(true));
      case Target.Text text ->
          gold.stream()
              .anyMatch(
                  one -> text.references().stream().anyMatch(r -> plain(r).equals(plain(one))));
      case Target.Number number -> true;
      case Target.Date date -> true;
      case Target.Labels labels -> true;
    };
  }

  /** The text without differences of case, composition and blanks. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
