package assay.perf.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Rounds in which each program takes its turn, one behind the other: what disturbs the machine for
 * a while disturbs all of them, and not the one whose block it would have been.
 *
 * @param count how many
 * @param log told of each measurement
 */
public record Rounds(int count, Log log) {

  /** Hears what goes on. */
  @FunctionalInterface
  public interface Log {
    void say(String line);
  }

  /** The medians of each program's figures, in the order of the programs. */
  public Medians run(List<Contender> contenders) throws IOException, InterruptedException {
    SequencedMap<String, List<Figures>> measured = new LinkedHashMap<>();
    for (int round = 1; round <= count; round++) {
      for (Contender contender : contenders) {
        Figures figures = contender.turn().measure();
        log.say(
            "round " + round + " of " + count + ", " + contender.name() + ": " + figures.byName());
        measured.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(figures);
      }
    }
    SequencedMap<String, Figures> medians = new LinkedHashMap<>();
    measured.forEach((name, figures) -> medians.put(name, Figures.medians(figures)));
    return new Medians(medians);
  }
}
