package assay.core.exchange;

import assay.core.Sample;

/** A reader with known flaws, the only one that sees a target. */
public non-sealed interface ReferenceReader extends Reader {

  /**
   * Answers, knowing the truth.
   *
   * @param trial what is shown, as arms changed it; its id seeds what is random
   * @param sample the sample with its target
   */
  Attempt answer(Trial trial, Sample sample);
}
