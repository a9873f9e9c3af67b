package assay.statistics.calibration;

import assay.statistics.Arguments;
import assay.statistics.Observations;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/**
 * A way to draw right and wrong answers in clusters whose truth is known: each cluster has its own
 * probability, beta-distributed about the true proportion.
 *
 * @param clusters number of clusters, at least 1
 * @param size observations in each; their mean s where they are uneven: 1, s/2, s, 5s/2 − 1 in turn
 * @param correlation intra-cluster correlation ρ, 0 ≤ ρ &lt; 1
 * @param shape whether clusters are of one size
 */
public record ClusteredDesign(int clusters, int size, double correlation, Shape shape) {

  /** Sizes of clusters. */
  public enum Shape {
    EVEN,
    UNEVEN
  }

  /**
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public ClusteredDesign {
    Arguments.checkBetween("clusters", clusters, 1, 1_000_000);
    Arguments.checkBetween("size", size, 1, 10_000);
    if (!(correlation >= 0 && correlation < 1)) {
      throw new IllegalArgumentException("correlation " + correlation + " is outside [0, 1)");
    }
  }

  /**
   * Draws one set of answers.
   *
   * @param p the true proportion, 0 &lt; p &lt; 1
   * @throws IllegalArgumentException if p is outside its range
   */
  public Observations draw(double p, UniformRandomProvider source) {
    Arguments.checkOpenUnit("p", p);
    double[] values = new double[totalSize()];
    int[] codes = new int[values.length];
    SharedStateContinuousSampler probability = probability(p, source);
    int i = 0;
    for (int g = 0; g < clusters; g++) {
      double own = probability.sample();
      for (int k = sizeOf(g); k > 0; k--) {
        values[i] = source.nextDouble() < own ? 1 : 0;
        codes[i] = g;
        i++;
      }
    }
    return Observations.of(values).inClusters(Arrays.copyOf(codes, i));
  }

  /** Beta(p·s, (1 − p)·s) with s = (1 − ρ)/ρ has mean p and gives the correlation ρ. */
  private SharedStateContinuousSampler probability(double p, UniformRandomProvider source) {
    if (correlation == 0) {
      return new Constant(p);
    }
    double s = (1 - correlation) / correlation;
    return ChengBetaSampler.of(source, p * s, (1 - p) * s);
  }

  private int totalSize() {
    int total = 0;
    for (int g = 0; g < clusters; g++) {
      total += sizeOf(g);
    }
    return total;
  }

  private int sizeOf(int g) {
    return switch (shape) {
      case EVEN -> size;
      case UNEVEN ->
          switch (g % 4) {
            case 0 -> 1;
            case 1 -> Math.max(1, size / 2);
            case 2 -> size;
            default -> Math.max(1, size * 5 / 2 - 1);
          };
    };
  }

  private record Constant(double value) implements SharedStateContinuousSampler {
    @Override
    public double sample() {
      return value;
    }

    @Override
    public SharedStateContinuousSampler withUniformRandomProvider(UniformRandomProvider source) {
      return this;
    }
  }
}
