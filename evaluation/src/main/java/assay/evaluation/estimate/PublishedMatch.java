package assay.evaluation.estimate;

import assay.core.benchmark.Benchmark;
import assay.evaluation.store.RunFacts;
import java.util.Arrays;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Finds what a benchmark says was published for a system, and whether ours agrees. */
final class PublishedMatch {

  private static final String RECORDED = "recorded:";
  private static final double SLACK = 1e-9;

  private PublishedMatch() {}

  static Estimate.@Nullable Published find(
      Benchmark benchmark,
      RunFacts facts,
      String model,
      @Nullable String subset,
      SequencedMap<String, String> slice,
      Composition composition,
      double value) {
    String system = model.startsWith(RECORDED) ? model.substring(RECORDED.length()) : model;
    @Nullable String part = subset == null ? facts.subset() : subset;
    for (Benchmark.Published published : benchmark.published()) {
      if (published.system().equals(system)
          && published.split().equals(facts.split())
          && Objects.equals(published.subset(), part)
          && published.metric().equals(composition.metric().descriptor().name())
          && named(published.extractor(), composition.extractor())
          && named(published.scorer(), composition.scorer())
          && published.slice().equals(slice)) {
        return new Estimate.Published(
            published.value(), published.decimals(), published.source(), agrees(value, published));
      }
    }
    return null;
  }

  private static boolean named(@Nullable String wanted, String ids) {
    return wanted == null
        || Arrays.stream(ids.split("\\+", -1))
            .allMatch(id -> id.equals(wanted) || id.startsWith(wanted + "@"));
  }

  /**
   * Within half a unit of the last published decimal, so that no way of rounding is held against
   * anybody.
   */
  private static boolean agrees(double value, Benchmark.Published published) {
    double half = 0.5 * Math.pow(10, -published.decimals());
    return Math.abs(value - published.value()) <= half + SLACK;
  }
}
