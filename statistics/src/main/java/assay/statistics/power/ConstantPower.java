package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.Observations;
import assay.statistics.Range;
import java.util.OptionalLong;

/**
 * How many more observations, all of the one value c that those at hand have, decide by the
 * interval of a sample without spread: {@code [c − ε(c − a), c + ε(b − c)]} with {@code ε = 1 −
 * (α/2)^(1/m)} in a range [a, b], m the effective number of clusters. It leaves out a figure above
 * c as soon as
 *
 * <pre>m &gt; ln(α/2) / ln(1 − (figure − c)/(b − c))</pre>
 *
 * <p>and one below likewise. If the truth is what is seen, all samples are alike, and so many
 * decide for certain.
 */
public final class ConstantPower {

  private final double value;
  private final double effective;
  private final int n;
  private final Range range;
  private final double logTail;

  /**
   * Of observations like these.
   *
   * @param observations at least one, all equal
   * @param range of the values
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException if there are no observations, they differ, or the level is
   *     outside (0, 1)
   */
  public ConstantPower(Observations observations, Range range, double level) {
    if (!observations.isConstant()) {
      throw new IllegalArgumentException("the values differ; expected all equal");
    }
    this.value =
        observations
            .mean()
            .orElseThrow(() -> new IllegalArgumentException("no values; expected at least one"));
    this.effective = observations.clusterTotals().effectiveClusters();
    this.n = observations.n();
    this.range = range;
    this.logTail = Math.log((1 - Arguments.checkLevel(level)) / 2);
  }

  /**
   * How many more until the interval leaves a figure out; two are the fewest that have one.
   *
   * @param figure not the value
   * @return the number, in clusters as large as these; empty where the range has no end on the side
   *     of the figure
   */
  public OptionalLong furtherSamples(double figure) {
    double end = figure > value ? range.upper() : range.lower();
    if (Double.isInfinite(end)) {
      return OptionalLong.empty();
    }
    double part = (figure - value) / (end - value);
    // An interval of a value at the range's end goes no further than that.
    boolean beyond = end == value || part >= 1;
    double least = beyond ? 0 : logTail / Math.log1p(-part);
    double more = Math.floor(n * (least / effective - 1)) + 1;
    return more < Long.MAX_VALUE ? OptionalLong.of((long) Math.max(0, more)) : OptionalLong.empty();
  }

  /**
   * How many more until the interval lies within two limits.
   *
   * @param above what the lower end must be above; less than the value
   * @param below what the upper end must be below; more than the value
   * @return the number; empty where the range has no ends
   */
  public OptionalLong furtherSamplesWithin(double above, double below) {
    OptionalLong down = furtherSamples(above);
    OptionalLong up = furtherSamples(below);
    return down.isPresent() && up.isPresent()
        ? OptionalLong.of(Math.max(down.getAsLong(), up.getAsLong()))
        : OptionalLong.empty();
  }
}
