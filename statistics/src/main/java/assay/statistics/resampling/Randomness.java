package assay.statistics.resampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Sources of random numbers by seed and name, such as {@code bootstrap/medqa/hard}: the same pair
 * gives the same numbers in every process, different names of one seed give unrelated ones. So what
 * one part of a program draws does not depend on what others drew before.
 *
 * <p>The generator is xoshiro256++ (D. Blackman, S. Vigna, Scrambled linear pseudorandom number
 * generators, ACM TOMS 47 (2021) 36, doi:10.1145/3460772); its state is the SHA-256 of the seed as
 * eight bytes, highest first, followed by the name in UTF-8, read as four longs, highest byte
 * first. It can jump 2¹²⁸ numbers ahead, which gives parts that run side by side their own.
 */
public final class Randomness {

  private Randomness() {}

  /** The source of this seed and name, at its start. */
  public static JumpableUniformRandomProvider named(long seed, String name) {
    ByteBuffer digest = ByteBuffer.wrap(digest(seed, name));
    long[] state = new long[digest.capacity() / Long.BYTES];
    digest.asLongBuffer().get(state);
    return (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  /** A seed that belongs to this seed and name, for what takes a number. */
  public static long seed(long seed, String name) {
    return ByteBuffer.wrap(digest(seed, name)).getLong();
  }

  private static byte[] digest(long seed, String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256, which all must have", e);
    }
  }
}
