package assay.core.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number that a sample contributes to an estimate, after its trials are reduced.
 *
 * @param sampleId the sample
 * @param value within the scorer's range
 * @param weight above 0, usually 1
 * @param cluster key of the cluster that the sample belongs to, or null where samples are
 *     independent
 * @param expected label of the target for metrics of classification, or null
 * @param observed label of the answer for metrics of classification, or null where none was read
 * @param texts what was said and what is right, for metrics of texts, or null
 */
public record Outcome(
    String sampleId,
    double value,
    double weight,
    @Nullable String cluster,
    @Nullable String expected,
    @Nullable String observed,
    @Nullable Texts texts) {

  /**
   * An answer's text beside its references.
   *
   * @param answer what was said; empty where nothing was read
   * @param references the right texts, at least one
   */
  public record Texts(String answer, List<String> references) {
    public Texts {
      references = List.copyOf(references);
    }
  }

  /** An outcome without texts. */
  public Outcome(
      String sampleId,
      double value,
      double weight,
      @Nullable String cluster,
      @Nullable String expected,
      @Nullable String observed) {
    this(sampleId, value, weight, cluster, expected, observed, null);
  }
}
