package assay.evaluation.protocol;

import assay.core.Sample;
import assay.core.exchange.Presented;
import java.util.List;

/**
 * A condition under which samples are put. Deterministic: the same seed gives the same variants in
 * every process.
 */
public interface Arm {

  /** Name with parameters, for example {@code standard}; part of every trial's id. */
  String name();

  /** One line for a person. */
  String title();

  /**
   * The forms in which a sample is put, one trial each; empty where the arm does not apply to the
   * sample. An arm with one form only calls it by the empty text.
   */
  List<String> variants(Sample sample, long seed);

  /** What a form of a sample shows. */
  Presented present(Sample sample, String variant);
}
