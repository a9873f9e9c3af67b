package assay.datasets.definition;

import assay.core.benchmark.Benchmark;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys that hold results of others: chance, people, published figures. */
final class ResultsReader {

  private final Section root;
  private final DataRule data;

  ResultsReader(Section root, DataRule data) {
    this.root = root;
    this.data = data;
  }

  Benchmark.Baselines baselines() {
    BigDecimal chance = root.number("chance");
    List<Benchmark.Human> humans = new ArrayList<>();
    for (Section section : root.sections("humans")) {
      humans.add(
          new Benchmark.Human(
              section.requiredText("who"),
              split(section),
              section.requiredText("metric"),
              required(section, "value").doubleValue(),
              section.requiredText("source")));
      section.finish();
    }
    return new Benchmark.Baselines(chance == null ? null : chance.doubleValue(), humans);
  }

  /** The published figures; their slices must be tags. */
  List<Benchmark.Published> published(Set<String> tags) {
    List<Benchmark.Published> published = new ArrayList<>();
    for (Section section : root.sections("published")) {
      published.add(figure(section, tags));
      section.finish();
    }
    return published;
  }

  private Benchmark.Published figure(Section section, Set<String> tags) {
    String split = split(section);
    String subset = section.text("subset");
    if (subset != null && !data.subsets().containsKey(subset)) {
      section.problem(
          "subset",
          "names the subset '" + subset + "'",
          Nearest.phrase(subset, data.subsets().keySet(), 20));
    }
    SequencedMap<String, String> slice = section.wordMap("slice");
    for (String tag : slice.keySet()) {
      if (!tags.contains(tag)) {
        section.problem("slice", "names the tag '" + tag + "'", Nearest.phrase(tag, tags, 20));
      }
    }
    section.require("decimals");
    Long decimals = section.whole("decimals", 0);
    return new Benchmark.Published(
        section.requiredText("system"),
        split == null ? firstSplit() : split,
        subset,
        section.requiredText("metric"),
        section.text("extractor"),
        section.text("scorer"),
        slice,
        required(section, "value").doubleValue(),
        decimals == null ? 0 : (int) Math.min(decimals, 17),
        section.requiredText("source"));
  }

  private @Nullable String split(Section section) {
    String split = section.text("split");
    if (split != null) {
      DataReader.checkSplit(section, "split", split, data.splits());
    }
    return split;
  }

  private String firstSplit() {
    return data.splits().isEmpty()
        ? ""
        : Objects.requireNonNull(data.splits().firstEntry()).getKey();
  }

  private static BigDecimal required(Section section, String key) {
    BigDecimal number = section.require(key) ? section.number(key) : null;
    return number == null ? BigDecimal.ZERO : number;
  }
}
