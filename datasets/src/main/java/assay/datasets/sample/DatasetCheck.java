package assay.datasets.sample;

import assay.core.Problem;
import java.util.List;

/**
 * Everything that a check of a split found.
 *
 * @param summary what was found
 * @param problems everything that is wrong; empty where nothing is
 */
public record DatasetCheck(DatasetSummary summary, List<Problem> problems) {
  public DatasetCheck {
    problems = List.copyOf(problems);
  }
}
