package assay.models.reference;

import assay.core.Sha256;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Randomness of one trial: from the reader's name, its seed and the trial's id alone, so the same
 * in whatever order and on whatever thread trials are answered.
 */
final class TrialDraws {

  private TrialDraws() {}

  static UniformRandomProvider of(String reader, long seed, String trialId) {
    String digest = Sha256.of("reader/" + reader + "/" + seed + "/" + trialId);
    return RandomSource.XO_SHI_RO_256_PP.create(HexFormat.fromHexDigitsToLong(digest, 0, 16));
  }
}
