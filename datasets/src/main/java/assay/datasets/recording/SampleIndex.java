package assay.datasets.recording;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Value;
import assay.datasets.definition.RecordingRule;
import assay.datasets.sample.Dataset;
import assay.datasets.sample.SampleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The samples of a split by the key that a rule joins by, with what is to be compared. */
final class SampleIndex {

  /**
   * A sample as the join needs it.
   *
   * @param id the sample's id
   * @param subset its subset, or null
   * @param inScope whether it is measured
   * @param place where its row stands, for messages
   * @param gold the gold answer as its file has it
   * @param checks the values of further columns that are compared
   */
  record Slot(
      String id,
      @Nullable String subset,
      boolean inScope,
      String place,
      String gold,
      List<String> checks) {}

  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Slot> byKey = new HashMap<>();
  private final Map<String, List<Slot>> bySubset = new HashMap<>();

  private SampleIndex() {}

  /** The index of a split for a rule; keys that stand twice are problems. */
  static SampleIndex of(Dataset dataset, RecordingRule rule, ProblemReport problems) {
    SampleIndex index = new SampleIndex();
    try (Stream<SampleRow> rows = dataset.wholeSplit()) {
      rows.forEach(row -> index.add(dataset, rule, row, problems));
    }
    return index;
  }

  private void add(Dataset dataset, RecordingRule rule, SampleRow row, ProblemReport problems) {
    Value.Fields values = row.row().values();
    Slot slot =
        new Slot(
            row.sample().id(),
            row.sample().subset(),
            dataset.subset() == null || dataset.subset().equals(row.sample().subset()),
            row.row().locate(null).toString(),
            dataset.rawTarget(row),
            rule.check().stream().map(check -> check.sample().in(values).asText()).toList());
    slots.add(slot);
    if (slot.subset() != null) {
      bySubset.computeIfAbsent(slot.subset(), name -> new ArrayList<>()).add(slot);
    }
    if (rule.join() == RecordingRule.Join.ID) {
      String key = rule.matches() == null ? slot.id() : rule.matches().render(values);
      Slot earlier = byKey.putIfAbsent(key, slot);
      if (earlier != null) {
        problems.add(
            Problem.of("two samples have the key '" + Quoted.text(key) + "' to be joined by")
                .at(slot.place())
                .expected("a key of its own; the other is at " + earlier.place()));
      }
    }
  }

  /** The sample of this key, or null. */
  @Nullable Slot byKey(String key) {
    return byKey.get(key);
  }

  /** The sample at a position among those of a subset, or among all; null beyond the last. */
  @Nullable Slot at(long position, @Nullable String subset) {
    List<Slot> among =
        subset == null ? slots : Objects.requireNonNull(bySubset.getOrDefault(subset, List.of()));
    return position < among.size() ? among.get((int) position) : null;
  }

  /** Every sample in order. */
  List<Slot> slots() {
    return slots;
  }
}
