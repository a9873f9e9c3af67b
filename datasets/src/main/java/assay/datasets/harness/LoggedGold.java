package assay.datasets.harness;

import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a log calls right, in terms of the question's options. */
final class LoggedGold {

  private LoggedGold() {}

  /** The keys of all that is right, read in a form; empty where one of them has none. */
  static Optional<NavigableSet<String>> keys(
      List<String> gold, SequencedMap<String, String> options, GoldForm form) {
    NavigableSet<String> keys = new TreeSet<>();
    for (String one : gold) {
      Optional<String> key = form.key(one, options);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
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
   *
   * @param form how the log writes which option is right; null where it may differ from answer to
   *     answer, so that each must mean one option in whatever form
   */
  static boolean agrees(List<String> gold, Sample sample, @Nullable GoldForm form) {
    if (gold.isEmpty()) {
      return true;
    }
    return switch (sample.target()) {
      case Target.Choice choice ->
          gold.stream().allMatch(one -> choice.keys().containsAll(meant(one, sample, form)))
              && gold.stream().noneMatch(one -> meant(one, sample, form).isEmpty());
      case Target.YesNo yesNo ->
          gold.stream().allMatch(one -> yesNo(one).map(v -> v == yesNo.yes()).orElse(true));
      case Target.Text text ->
          gold.stream()
              .anyMatch(
                  one -> text.references().stream().anyMatch(r -> plain(r).equals(plain(one))));
      case Target.Number number -> true;
      case Target.Date date -> true;
      case Target.Labels labels -> true;
      case Target.Unstated unstated -> true;
    };
  }

  /** The options that may be meant. */
  private static NavigableSet<String> meant(String gold, Sample sample, @Nullable GoldForm form) {
    SequencedMap<String, String> options = new LinkedHashMap<>();
    for (Option option : sample.options()) {
      options.put(option.key(), option.text());
    }
    NavigableSet<String> meant = new TreeSet<>();
    for (GoldForm one : form == null ? GoldForm.values() : new GoldForm[] {form}) {
      one.key(gold, options).ifPresent(meant::add);
    }
    return meant;
  }

  /** The text without differences of case, composition and blanks. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
