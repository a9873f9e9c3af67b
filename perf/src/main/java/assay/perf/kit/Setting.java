package assay.perf.kit;

import java.nio.file.Path;

/**
 * How much is measured.
 *
 * @param rounds how often each program takes its turn
 * @param quick whether to try everything at a tenth of its size or less
 * @param million whether to put a million questions too
 * @param bench folder of the common endpoint and its questions
 * @param log told what goes on
 */
public record Setting(int rounds, boolean quick, boolean million, Path bench, Rounds.Log log) {

  /** The size, or a smaller one where this is quick. */
  public int size(int full, int quickly) {
    return quick ? quickly : full;
  }

  /** Rounds in which programs take turns. */
  public Rounds turns() {
    return new Rounds(rounds, log);
  }

  /** One round. */
  public Rounds once() {
    return new Rounds(1, log);
  }
}
