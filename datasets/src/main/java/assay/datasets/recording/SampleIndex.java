package assay.datasets.recording;

import assay.core.AnswerKind;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Value;
import assay.datasets.definition.RecordingRule;
import assay.datasets.sample.Dataset;
import assay.datasets.sample.SampleRow;
import assay.datasets.spill.KeyedRecords;
import assay.datasets.spill.RecordReader;
import assay.datasets.spill.RecordWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a split by the key that a rule joins by, with what is to be compared. Of many
 * samples it lies in a private temporary file.
 */
final class SampleIndex implements AutoCloseable {

  /**
   * A sample as the join needs it.
   *
   * @param id the sample's id
   * @param subset its subset, or null
   * @param inScope whether it is measured
   * @param place where its row stands, for messages
   * @param gold the gold answer as its file has it
   * @param numeric whether that is a number
   * @param checks the values of further columns that are compared
   */
  record Slot(
      String id,
      @Nullable String subset,
      boolean inScope,
      String place,
      String gold,
      boolean numeric,
      List<String> checks) {}

  private final KeyedRecords slots = new KeyedRecords();
  private final Map<String, Positions> bySubset = new HashMap<>();

  /** Numbers of samples in order. */
  private static final class Positions {
    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.toIntExact(2L * size));
      }
      numbers[size++] = number;
    }
  }

  private SampleIndex() {}

  /** The index of a split for a rule; keys that stand twice are problems. */
  static SampleIndex of(Dataset dataset, RecordingRule rule, ProblemReport problems) {
    SampleIndex index = new SampleIndex();
    try (Stream<SampleRow> rows = dataset.wholeSplit()) {
      rows.forEach(row -> index.add(dataset, rule, row, problems));
    } catch (RuntimeException e) {
      index.close();
      throw e;
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
            row.sample().kind() == AnswerKind.NUMBER,
            rule.check().stream().map(check -> check.sample().in(values).asText()).toList());
    boolean keyed = rule.join() == RecordingRule.Join.ID;
    String key =
        !keyed
            ? Integer.toString(slots.size())
            : rule.matches() == null ? slot.id() : rule.matches().render(values);
    int number = slots.add(write(key, slot));
    if (number < 0) {
      problems.add(
          Problem.of("two samples have the key '" + Quoted.text(key) + "' to be joined by")
              .at(slot.place())
              .expected("a key of its own; the other is at " + slot(-number - 1).place()));
    } else if (slot.subset() != null) {
      bySubset.computeIfAbsent(slot.subset(), name -> new Positions()).add(number);
    }
  }

  private static RecordWriter write(String key, Slot slot) {
    RecordWriter record =
        new RecordWriter(key)
            .text(slot.id())
            .text(slot.subset())
            .whole(slot.inScope() ? 1 : 0)
            .text(slot.place())
            .text(slot.gold())
            .whole(slot.numeric() ? 1 : 0)
            .whole(slot.checks().size());
    slot.checks().forEach(record::text);
    return record;
  }

  private Slot slot(int number) {
    RecordReader record = slots.read(number);
    String id = record.required();
    String subset = record.text();
    boolean inScope = record.whole() == 1;
    String place = record.required();
    String gold = record.required();
    boolean numeric = record.whole() == 1;
    List<String> checks = new ArrayList<>();
    for (int left = record.whole(); left > 0; left--) {
      checks.add(record.required());
    }
    return new Slot(id, subset, inScope, place, gold, numeric, checks);
  }

  /** The sample of this key, or null. */
  @Nullable Slot byKey(String key) {
    int number = slots.find(key);
    return number == KeyedRecords.NONE ? null : slot(number);
  }

  /** The sample at a position among those of a subset, or among all; null beyond the last. */
  @Nullable Slot at(long position, @Nullable String subset) {
    if (subset == null) {
      return position < slots.size() ? slot((int) position) : null;
    }
    Positions among = bySubset.get(subset);
    return among != null && position < among.size ? slot(among.numbers[(int) position]) : null;
  }

  /** Gives every sample in order. */
  void forEach(Consumer<Slot> taker) {
    for (int number = 0; number < slots.size(); number++) {
      taker.accept(slot(number));
    }
  }

  /** Lets go of all samples. */
  @Override
  public void close() {
    slots.close();
  }
}
