package assay.perf.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Named figures of one measurement, in the order of the columns in which they are told. */
public record Figures(SequencedMap<String, Double> byName) {

  /** Wall seconds. */
  public static final String WALL = "wall s";

  /** Processor seconds. */
  public static final String CPU = "CPU s";

  /** The largest resident memory. */
  public static final String PEAK = "peak MiB";

  /** Copies the map. */
  public Figures {
    byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
  }

  /** None yet. */
  public static Figures none() {
    return new Figures(new LinkedHashMap<>());
  }

  /** These and one more. */
  public Figures with(String name, double value) {
    SequencedMap<String, Double> more = new LinkedHashMap<>(byName);
    more.put(name, value);
    return new Figures(more);
  }

  /** The figure of a name; NaN where there is none. */
  public double get(String name) {
    return byName.getOrDefault(name, Double.NaN);
  }

  /** The median of each figure over several measurements of the same program. */
  public static Figures medians(List<Figures> measured) {
    Figures medians = none();
    for (String name : measured.getFirst().byName().keySet()) {
      double[] sorted = measured.stream().mapToDouble(one -> one.get(name)).sorted().toArray();
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      medians = medians.with(name, median);
    }
    return medians;
  }

  /** The figures of a process: wall seconds, processor seconds, MiB. */
  public static Figures of(ProcessCost cost) {
    return none()
        .with(WALL, cost.wallSeconds())
        .with(CPU, cost.cpuSeconds())
        .with(PEAK, cost.peakMebibytes());
  }
}
