package assay.evaluation.plan;

import assay.core.Sha256;

/** Names a trial by what it is, so that it has the same name in every process and every run. */
public final class TrialId {

  private static final int HEX_DIGITS = 32;

  private TrialId() {}

  /**
   * First 128 bits of the SHA-256 over the parts, each preceded by its length.
   *
   * @param benchmark name and version of the benchmark
   * @param split the split
   * @param sampleId the sample
   * @param arm the arm with its parameters
   * @param variant which form of the arm; empty where there is one only
   * @param epoch 1-based repetition
   */
  public static String of(
      String benchmark, String split, String sampleId, String arm, String variant, int epoch) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {benchmark, split, sampleId, arm, variant, Integer.toString(epoch)}) {
      text.append(part.length()).append(':').append(part).append(';');
    }
    return Sha256.of(text.toString()).substring(0, HEX_DIGITS);
  }
}
