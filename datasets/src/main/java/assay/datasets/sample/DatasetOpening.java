package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.SamplePool;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A split that is being opened. Whoever takes its samples for the first time carries out the check;
 * so what is made of them must wait for its end before it counts.
 */
public final class DatasetOpening implements SamplePool, AutoCloseable {

  private final SplitCheck check;
  private final @Nullable String subset;
  private boolean begun;
  private @Nullable Dataset dataset;

  DatasetOpening(SplitCheck check, @Nullable String subset) {
    this.check = check;
    this.subset = subset;
  }

  /**
   * The samples in scope. The first stream checks the split: it gives the samples that are sound,
   * and at its end throws an {@link AssayException} with every problem of the split, if there is
   * any. Further streams are those of the data set.
   */
  @Override
  public Stream<Sample> samples() {
    if (begun) {
      return finish().samples();
    }
    begun = true;
    return Stream.generate(this::next)
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .filter(sample -> subset == null || subset.equals(sample.subset()));
  }

  private Optional<Sample> next() {
    Sample sample = check.next();
    if (sample == null) {
      finish();
    }
    return Optional.ofNullable(sample);
  }

  /**
   * Carries out what is left of the check.
   *
   * @return the data set, the same each time
   * @throws AssayException with every problem found
   */
  public Dataset finish() {
    begun = true;
    Dataset opened = dataset;
    if (opened == null) {
      check.finish();
      if (!check.problems().isEmpty()) {
        throw new AssayException(AssayException.Category.DATA, check.problems());
      }
      opened = new Dataset(check, subset);
      dataset = opened;
    }
    return opened;
  }

  /** Lets go of the files. */
  @Override
  public void close() {
    check.close();
  }
}
