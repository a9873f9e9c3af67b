package assay.perf.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/** Each program's figures, in the order of the programs. */
public record Medians(SequencedMap<String, Figures> byName) {

  /** Copies the map. */
  public Medians {
    byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
  }

  /** The figures of a program; none where it did not take part. */
  public Figures of(String name) {
    Figures figures = byName.get(name);
    return figures == null ? Figures.none() : figures;
  }

  /** Whether a program took part. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Every program's. */
  public void forEach(BiConsumer<String, Figures> action) {
    byName.forEach(action);
  }
}
