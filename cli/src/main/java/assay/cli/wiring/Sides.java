package assay.cli.wiring;

import assay.core.benchmark.Benchmark;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.SideReader;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Seal;

/** Opens parts of runs as sides of comparisons. */
public final class Sides {

  private Sides() {}

  /**
   * Reads a part by the run's newest scoring.
   *
   * @param text the part as the user named it
   * @throws assay.core.AssayException if there is no such part, it holds several readers or arms,
   *     the run was not scored, or was changed after it was sealed
   */
  public static Side read(String text, SideReader.Choice choice) {
    RunPart part = RunPart.parse(text);
    try (RunFile file = RunFile.openReadOnly(part.file())) {
      Seal.check(file);
      long scoring = Scorings.newest(file);
      Benchmark benchmark = Scorings.definition(file).benchmark();
      String split = RunFacts.of(file).split();
      return new SideReader(file, benchmark, Scorings.rules(file, scoring), scoring, choice)
          .read(text, trial -> part.holds(trial.model(), trial.arm(), split, trial.sample()));
    }
  }
}
