package assay.evaluation.plan;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Sha256;
import assay.core.Target;
import assay.core.benchmark.Prompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chooses worked examples; the same for every sample of a run. */
public final class Shots {

  private Shots() {}

  /**
   * The examples.
   *
   * @param pool the split they come from
   * @param seed the run's seed
   * @throws AssayException if the split holds fewer than are wanted whose right answers are stated
   */
  public static List<Sample> choose(SamplePool pool, Prompt.Shots wanted, long seed) {
    List<Sample> chosen;
    try (Stream<Sample> samples = pool.samples()) {
      chosen =
          switch (wanted.order()) {
            case FIRST -> samples.filter(Shots::isAnswered).limit(wanted.count()).toList();
            case RANDOM -> drawn(samples.filter(Shots::isAnswered), wanted.count(), seed);
          };
    }
    if (chosen.size() < wanted.count()) {
      throw AssayException.usage(
          Problem.of(
              wanted.count()
                  + " worked examples are wanted, but split '"
                  + wanted.split()
                  + "' holds "
                  + chosen.size()));
    }
    return chosen;
  }

  /** Whether it is stated what is right, as an example must say. */
  private static boolean isAnswered(Sample sample) {
    return !(sample.target() instanceof Target.Unstated);
  }

  /** The samples of the lowest ranks; keeps no more of them than are wanted. */
  private static List<Sample> drawn(Stream<Sample> samples, int count, long seed) {
    record Ranked(String rank, Sample sample) {}
    Comparator<Ranked> order = Comparator.comparing(Ranked::rank);
    List<Ranked> best = new ArrayList<>();
    samples.forEachOrdered(
        sample -> {
          best.add(new Ranked(Sha256.of("shots/" + seed + "/" + sample.id()), sample));
          best.sort(order);
          if (best.size() > count) {
            best.removeLast();
          }
        });
    return best.stream().map(Ranked::sample).toList();
  }
}
