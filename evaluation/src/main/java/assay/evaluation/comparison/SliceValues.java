package assay.evaluation.comparison;

import assay.core.AnswerKind;
import assay.core.Sample;
import assay.evaluation.estimate.Slices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * The values by which samples may be given apart, by tag. Samples of the same tags share one map:
 * there are few kinds of them and many samples.
 */
final class SliceValues {

  private final Map<Tagged, SequencedMap<String, SequencedSet<String>>> known = new HashMap<>();

  private record Tagged(AnswerKind kind, String subset, SequencedMap<String, List<String>> tags) {}

  SequencedMap<String, SequencedSet<String>> of(Sample sample) {
    return known.computeIfAbsent(
        new Tagged(sample.kind(), String.valueOf(sample.subset()), sample.tags()),
        tagged -> values(sample));
  }

  private static SequencedMap<String, SequencedSet<String>> values(Sample sample) {
    SequencedMap<String, SequencedSet<String>> values = new LinkedHashMap<>();
    values.put(Slices.KIND, new LinkedHashSet<>(List.of(sample.kind().id())));
    if (sample.subset() != null) {
      values.put(Slices.SUBSET, new LinkedHashSet<>(List.of(sample.subset())));
    }
    for (String tag : sample.tags().keySet()) {
      values.put(tag, Slices.rolledUp(sample.tags().getOrDefault(tag, List.of())));
    }
    return values;
  }
}
