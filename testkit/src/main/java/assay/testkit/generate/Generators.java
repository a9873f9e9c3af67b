package assay.testkit.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws values for property tests from a seed: the same seed gives the same values in the same
 * order, on every machine. Not for use by several threads; {@link #split} gives each part its own.
 */
public final class Generators {
  private static final List<Double> EDGES =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.5,
          1e-300,
          -1e-300,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Math.ulp(1.0),
          1.0 - Math.ulp(0.5),
          1e15,
          0x1p53,
          1e300,
          -1e300,
          Double.MAX_VALUE,
          -Double.MAX_VALUE);

  private final long seed;
  private final UniformRandomProvider random;

  private Generators(long seed) {
    this.seed = seed;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** Draws from this seed. */
  public static Generators of(long seed) {
    return new Generators(seed);
  }

  /** The seed, for messages. */
  public long seed() {
    return seed;
  }

  /**
   * A generator of its own for a part of a test: depends on seed and name, not on what was drawn.
   */
  public Generators split(String name) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return new Generators(seed * 0x9e3779b97f4a7c15L ^ hash);
  }

  /** Texts of all kinds. */
  public Texts texts() {
    return new Texts(this);
  }

  /** JSON of all kinds. */
  public JsonValues json() {
    return new JsonValues(this);
  }

  /** Options of multiple-choice questions. */
  public OptionSets options() {
    return new OptionSets(this);
  }

  /** What models say when they mean an option. */
  public ModelReplies replies() {
    return new ModelReplies(this);
  }

  /** Ways to damage a file. */
  public Damage damage() {
    return new Damage(this);
  }

  /** Pictures. */
  public Pictures pictures() {
    return new Pictures(this);
  }

  /** A text of any kind, up to a few hundred characters. */
  public String text() {
    return texts().any();
  }

  /** A whole number, both bounds included. */
  public int between(int low, int high) {
    return (int) random.nextLong(low, high + 1L);
  }

  /** Any 64 bits. */
  public long bits() {
    return random.nextLong();
  }

  /** True once in {@code n} times. */
  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A number in [0, 1). */
  public double unit() {
    return random.nextDouble();
  }

  /** A number in [0, 1], often one of its ends. */
  public double probability() {
    return oneIn(5) ? between(0, 1) : unit();
  }

  /** A finite number: small whole ones, edge cases and any bit pattern, a third each. */
  public double finite() {
    return switch (between(0, 2)) {
      case 0 -> between(-20, 20);
      case 1 -> pick(EDGES);
      default -> {
        double any = Double.longBitsToDouble(bits());
        yield Double.isFinite(any) ? any : 0;
      }
    };
  }

  /** A number that may also be NaN or infinite. */
  public double number() {
    return oneIn(6)
        ? pick(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
        : finite();
  }

  /** Numbers in [0, 1): with many ties if the number of distinct values is small. */
  public double[] scores(int length, int distinct) {
    double[] scores = new double[length];
    for (int i = 0; i < length; i++) {
      scores[i] = between(0, distinct - 1) / (double) distinct;
    }
    return scores;
  }

  /** Random bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** One of these. */
  public <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A copy in another order. */
  public <T> List<T> shuffled(List<T> values) {
    var copy = new ArrayList<>(values);
    ListSampler.shuffle(random, copy);
    return copy;
  }

  /** Some of these, in their order, each with a chance of one half. */
  public <T> List<T> subset(List<T> values) {
    return values.stream().filter(value -> random.nextBoolean()).toList();
  }

  /** A list of a length between the bounds, each element drawn. */
  public <T> List<T> listOf(int minimum, int maximum, Supplier<T> element) {
    int length = between(minimum, maximum);
    var list = new ArrayList<T>(length);
    for (int i = 0; i < length; i++) {
      list.add(element.get());
    }
    return list;
  }

  /** The seed, so that a failing test's name says how to repeat it. */
  @Override
  public String toString() {
    return "seed " + seed;
  }
}
