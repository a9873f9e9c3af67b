package assay.perf.kit;

import java.io.IOException;

/**
 * A program that takes its turn in every round.
 *
 * @param name how it is called in the table
 * @param turn measures it once
 */
public record Contender(String name, Turn turn) {

  /** One measurement. */
  @FunctionalInterface
  public interface Turn {
    Figures measure() throws IOException, InterruptedException;
  }
}
