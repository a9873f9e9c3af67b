package assay.core.exchange;

/** Answers that others recorded, joined to samples beforehand. */
public non-sealed interface Recording extends Reader {

  /**
   * The recorded reply to a sample, or {@code not-recorded}.
   *
   * @param epoch the repetition, from 1
   */
  Attempt answer(String sampleId, int epoch);

  /** How often a sample was asked at most, at least 1. */
  int epochs();

  /** Whether a sample without an answer was never asked (skipped) rather than lost (failed). */
  boolean partial();

  /**
   * Records of the file that no trial uses: doubled ones and those of samples that are not in the
   * split.
   */
  long surplusRows();
}
