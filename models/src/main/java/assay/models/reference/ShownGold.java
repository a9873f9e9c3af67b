package assay.models.reference;

import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Presented;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The gold keys of a choice as they were shown. An arm may have shuffled, renamed or dropped
 * options; an option is recognised by its text, and by its key where several have the same text.
 */
final class ShownGold {

  private ShownGold() {}

  /** Keys, as shown, of the right options; empty where none of them is shown. */
  static SortedSet<String> keys(Target.Choice target, Sample sample, Presented presented) {
    SortedSet<String> shown = new TreeSet<>();
    for (String key : target.keys()) {
      sample.options().stream()
          .filter(option -> option.key().equals(key))
          .findFirst()
          .ifPresent(gold -> shown.addAll(shown(gold, presented.options())));
      if (sample.options().isEmpty()) {
        shown.add(key);
      }
    }
    return Collections.unmodifiableSortedSet(shown);
  }

  private static List<String> shown(Option gold, List<Option> options) {
    List<Option> same =
        options.stream().filter(option -> option.text().equals(gold.text())).toList();
    return same.stream()
        .filter(option -> option.key().equals(gold.key()))
        .findFirst()
        .or(() -> same.stream().findFirst())
        .map(option -> List.of(option.key()))
        .orElse(List.of());
  }
}
