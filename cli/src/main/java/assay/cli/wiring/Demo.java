package assay.cli.wiring;

import assay.core.exchange.Generation;
import assay.datasets.definition.BenchmarkCatalog;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.SideReader;
import assay.evaluation.comparison.Terms;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.runner.Progress;
import assay.evaluation.store.RunFile;
import assay.models.spec.ModelSpec;
import assay.phantoms.PhantomBenchmark;
import assay.report.text.Leaderboard;
import assay.statistics.multiplicity.Correction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Draws the phantom benchmark and runs every reader on it, through the same rooms as any benchmark.
 */
public final class Demo {

  /** The reader that answers without looking; the others are compared with it. */
  private static final String BLIND = "reader:prior";

  private static final List<String> READERS =
      List.of(
          "reader:pixels",
          "reader:oracle,accuracy=0.9",
          BLIND,
          "reader:first",
          "reader:random",
          "reader:silent");

  private static final double LEVEL = 0.95;

  private final Places places;

  /**
   * What the demo found.
   *
   * @param sums each reader's run with its results
   * @param standings each reader's line of the leaderboard, the best first
   */
  public record Outcome(List<Summed> sums, List<Leaderboard.Standing> standings) {
    public Outcome {
      sums = List.copyOf(sums);
      standings = List.copyOf(standings);
    }
  }

  public Demo(Places places) {
    this.places = places;
  }

  /**
   * Draws into the folder, runs, scores and sums up; run files of an earlier demo there are
   * replaced.
   */
  public Outcome run(Path folder, long seed, int images) throws IOException, InterruptedException {
    PhantomBenchmark.write(folder, seed, images);
    BenchmarkCatalog.Found found = new BenchmarkCatalog(List.of()).find(folder.toString());
    Runs runs = new Runs(places, Progress.NONE, runner -> {});
    List<Summed> sums = new ArrayList<>();
    for (String reader : READERS) {
      ModelSpec spec = ModelSpec.parse(reader, Readers.catalog());
      Path file = folder.resolve(Places.fileName(reader) + ".assay");
      RunFile.discard(file);
      Runs.Ended ended = runs.start(found, List.of(spec), request(folder, seed, file), "demo");
      Scorings.scoreOwn(file, List.of(), List.of(), ended.complete());
      sums.add(Views.sumOwn(file, null, LEVEL));
    }
    return new Outcome(sums, standings(sums));
  }

  private static RunRequest request(Path folder, long seed, Path file) {
    return new RunRequest(
        null,
        List.of(),
        1,
        seed,
        new Selection.All(),
        Shard.WHOLE,
        Generation.UNSET,
        folder,
        file,
        new RunRequest.Conditions(
            8, 1, OptionalLong.empty(), OptionalDouble.empty(), null, false, List.of(), null),
        "assay demo --seed " + seed);
  }

  private static List<Leaderboard.Standing> standings(List<Summed> sums) {
    Summed blind = sums.get(READERS.indexOf(BLIND));
    Side without = side(blind);
    List<Leaderboard.Standing> standings = new ArrayList<>();
    for (Summed sum : sums) {
      Estimate headline =
          sum.results().estimates().stream().filter(Estimate::headline).findFirst().orElseThrow();
      List<Estimate> byKind =
          sum.results().estimates().stream().filter(e -> e.slice().containsKey("kind")).toList();
      Leaderboard.@Nullable Lead lead = sum.equals(blind) ? null : lead(side(sum), without);
      standings.add(new Leaderboard.Standing(headline, byKind, lead));
    }
    standings.sort(Leaderboard.Standing.BEST_FIRST);
    return standings;
  }

  private static Side side(Summed sum) {
    return Sides.read(sum.run().file(), SideReader.Choice.HEADLINE);
  }

  /** As 'assay compare' has it. */
  private static Leaderboard.Lead lead(Side first, Side second) {
    Terms terms = new Terms(LEVEL, null, Adjustment.of(Correction.NONE), first.seed(), true);
    Contrast contrast = new Comparisons(terms).match(first, second).contrast();
    return new Leaderboard.Lead(contrast.difference(), contrast.interval(LEVEL));
  }
}
