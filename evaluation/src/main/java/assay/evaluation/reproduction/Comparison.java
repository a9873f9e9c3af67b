package assay.evaluation.reproduction;

import assay.core.benchmark.Expectations;
import assay.core.benchmark.Expectations.Expense;
import assay.core.benchmark.Expectations.Quantity;
import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.evaluation.store.Expenses;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks up in a run what figures ask for: counts, what answers took, estimates. */
public final class Comparison {

  private final RunFile file;
  private final RunFacts facts;
  private final TrialCounts trials;
  private final Results results;

  /** Of a run with its results. */
  public Comparison(RunFile file, Results results) {
    this.file = file;
    this.facts = RunFacts.of(file);
    this.trials = TrialCounts.of(file);
    this.results = results;
  }

  /** Every figure beside what came out, in the order of the figures. */
  public List<Check> of(Expectations.Recording expected) {
    return expected.figures().stream()
        .map(figure -> Check.of(figure, found(figure.quantity())))
        .toList();
  }

  private @Nullable Double found(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Trials(Expectations.Count count) -> (double) count(count);
      case Quantity.Spent(Expense expense) -> Expenses.of(file, expense);
      case Quantity.Scored scored ->
          results.estimates().stream()
              .filter(estimate -> isMeant(scored, estimate))
              .findFirst()
              .map(estimate -> part(scored.part(), estimate))
              .orElse(null);
    };
  }

  private long count(Expectations.Count count) {
    return switch (count) {
      case PLANNED -> trials.total();
      case ANSWERED -> trials.answered();
      case FAILED -> trials.failed();
      case SKIPPED -> trials.skipped();
      case SURPLUS_ROWS -> facts.models().values().stream().mapToLong(Long::longValue).sum();
    };
  }

  private boolean isMeant(Quantity.Scored scored, Estimate estimate) {
    @Nullable String subset = scored.subset() == null ? facts.subset() : scored.subset();
    return estimate.metric().equals(scored.metric())
        && Objects.equals(estimate.subset(), subset)
        && estimate.slice().equals(scored.slice())
        && isNamed(estimate.extractor(), scored.extractor())
        && isNamed(estimate.scorer(), scored.scorer());
  }

  /** Where kinds of answer have rules of their own, {@code number@1+date@1}, all are meant. */
  private static boolean isNamed(String ids, String wanted) {
    List<String> names =
        Arrays.stream(ids.split("\\+", -1))
            .map(id -> id.substring(0, id.indexOf('@') < 0 ? id.length() : id.indexOf('@')))
            .toList();
    return names.equals(Arrays.asList(wanted.split("\\+", -1)));
  }

  private static @Nullable Double part(Expectations.Part part, Estimate estimate) {
    Counts counts = estimate.counts();
    return switch (part) {
      case VALUE -> estimate.value();
      case VALUE_OF_READ -> estimate.valueOfRead();
      case MEAN_OVER_SUBSETS ->
          estimate.subsetMean() == null ? null : Double.valueOf(estimate.subsetMean().value());
      case N -> (double) estimate.n();
      case READ -> (double) counts.read();
      case UNREAD -> (double) (counts.unreadable() + counts.refused() + counts.truncated());
      case GUESSED -> (double) counts.guessed();
      case GUESSED_RIGHT -> (double) counts.guessedRight();
      case UNDEFINED -> (double) counts.undefinedTotal();
    };
  }
}
