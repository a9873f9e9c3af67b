package assay.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of a comparison, by tag and value: what is compared in each, and what is missing. */
final class Parts {

  private Parts() {}

  /**
   * A part.
   *
   * @param pairs none where no sample of it has an outcome on both sides
   * @param asked its samples that both were asked
   * @param coverage what became of its samples
   */
  record Part(String tag, String value, List<Pair> pairs, List<Pair> asked, Coverage coverage) {

    String name() {
      return tag + "=" + value;
    }

    /** Whether another holds the same samples, so that to test both would test one twice. */
    boolean isLike(Part other) {
      return pairs.equals(other.pairs) && coverage.equals(other.coverage);
    }
  }

  private static final class Gathered {
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Pair> asked = new ArrayList<>();
    private final CoverageTally tally = new CoverageTally();

    void add(String key, SampleOutcome one, SampleOutcome other) {
      Pair pair = new Pair(key, one, other);
      SampleOutcome.Status status = tally.add(one, other);
      if (status == SampleOutcome.Status.SCORED) {
        pairs.add(pair);
      }
      if (status != SampleOutcome.Status.NOT_ASKED) {
        asked.add(pair);
      }
    }
  }

  /**
   * By the tags of the first side. A tag that has one value on all that was asked is no division,
   * and of parts that are the same only the first stands.
   */
  static List<Part> of(Side first, Side second) {
    List<Part> parts = new ArrayList<>();
    for (String tag : first.slices()) {
      List<Part> own = new ArrayList<>();
      byValue(first, second, tag)
          .forEach(
              (value, part) ->
                  own.add(new Part(tag, value, part.pairs, part.asked, part.tally.coverage(0, 0))));
      own.removeIf(part -> part.coverage().paired() + part.coverage().missing() == 0);
      if (own.size() > 1) {
        own.stream().filter(part -> parts.stream().noneMatch(part::isLike)).forEach(parts::add);
      }
    }
    return parts;
  }

  private static SequencedMap<String, Gathered> byValue(Side first, Side second, String tag) {
    TreeMap<String, Gathered> values = new TreeMap<>();
    for (Map.Entry<String, SampleOutcome> entry : first.samples().entrySet()) {
      SampleOutcome one = entry.getValue();
      @Nullable SampleOutcome other = second.samples().get(entry.getKey());
      if (other != null) {
        for (String value : one.slices().getOrDefault(tag, new LinkedHashSet<>())) {
          values.computeIfAbsent(value, added -> new Gathered()).add(entry.getKey(), one, other);
        }
      }
    }
    return new LinkedHashMap<>(values);
  }
}
