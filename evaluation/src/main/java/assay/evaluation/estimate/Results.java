package assay.evaluation.estimate;

import java.util.List;

/**
 * Everything that a run says.
 *
 * @param estimates in order of model, arm, subset, composition, slice
 * @param disagreements where extractors differ
 */
public record Results(List<Estimate> estimates, List<Disagreement> disagreements) {
  public Results {
    estimates = List.copyOf(estimates);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * How often another extractor read something else than the first.
   *
   * @param model name of the reader
   * @param arm name of the arm
   * @param first the headline's extractor
   * @param second the other
   * @param differing answers in which they differ, in what was read or in whether anything was
   * @param answered answers that both looked at
   */
  public record Disagreement(
      String model, String arm, String first, String second, long differing, long answered) {}
}
