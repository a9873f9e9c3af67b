package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;
import java.util.OptionalLong;

/**
 * What an estimate can show whose standard error rests on few clusters, and whose interval or test
 * therefore has Student's quantiles:
 *
 * <pre>δ = (t(1 − α/2; ν) + t(1 − β; ν))·SE</pre>
 *
 * <p>with ν the degrees of freedom, clusters less 1 where they are of one size. {@link NormalPower}
 * promises too much there: of 6 to 20 clusters a difference of 2.80 SE was noticed in 42 to 74 of
 * 100 trials by the permutation of clusters. This one was noticed in 78 to 81 from 8 clusters up
 * where the means of clusters are normal, and in 76 to 79 from 10 up of right and wrong answers, 10
 * to a cluster; with 6 clusters in 60 and 54, with 7 in 76 and 70, since so few permutations seldom
 * give a small p. So below {@link #FEWEST_CLUSTERS} no difference is promised. {@code python3
 * statistics/src/test/reference/clusterpower.py} repeats it.
 *
 * <p>Source of the approximation to the noncentral t: J. M. Lachin, Controlled Clinical Trials 2
 * (1981) 93–113, doi:10.1016/0197-2456(81)90001-5, §3.
 */
public final class StudentPower {

  /** With fewer clusters the permutation of clusters has less than the power that is asked for. */
  public static final int FEWEST_CLUSTERS = 10;

  private static final int HALVINGS = 100;
  private static final double MOST_TIMES = 1e9;

  private StudentPower() {}

  /**
   * The smallest difference that is found with the given power.
   *
   * @param standardError positive
   * @param degreesOfFreedom ν, positive
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double smallestDetectableDifference(
      double standardError, double degreesOfFreedom, double level, double power) {
    return Arguments.checkPositive("standardError", standardError)
        * (Quantiles.studentTwoSided(level, degreesOfFreedom) + found(power, degreesOfFreedom));
  }

  /** {@code t(1 − β; ν)}. */
  static double found(double power, double degreesOfFreedom) {
    McNemarPower.checkPower(power);
    return power == 0.5 ? 0 : Quantiles.studentTwoSided(2 * power - 1, degreesOfFreedom);
  }

  /**
   * How many more samples, in clusters like those at hand, decide on which side of a line the truth
   * lies, if it is where the estimate is now. The interval may be as wide as it is at the line, as
   * Wilson's is:
   *
   * <pre>
   * |estimate − line| ≥ (t(1 − α/2; ν′)·SE(line) + t(1 − β; ν′)·SE)·√(n/n′),  ν′ + 1 = (ν + 1)·n′/n
   * </pre>
   *
   * @param distance from the estimate to the line, positive
   * @param errorAtLine the standard error from which the interval comes, positive
   * @param standardError of the estimate, positive
   * @param n number of samples that it rests on, positive
   * @param degreesOfFreedom ν, positive
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; 0 where those at hand would do; empty where a billion times as many would
   *     not
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalLong furtherSamples(
      double distance,
      double errorAtLine,
      double standardError,
      long n,
      double degreesOfFreedom,
      double level,
      double power) {
    Arguments.checkPositive("distance", distance);
    Arguments.checkPositive("errorAtLine", errorAtLine);
    Arguments.checkPositive("standardError", standardError);
    Arguments.checkBetween("n", n, 1, Long.MAX_VALUE);
    double low = 1;
    double high = MOST_TIMES;
    for (int i = 0; i < HALVINGS && high - low > 1e-12 * high; i++) {
      double times = Math.sqrt(low * high);
      double nu = (degreesOfFreedom + 1) * times - 1;
      double reach =
          Quantiles.studentTwoSided(level, nu) * errorAtLine + found(power, nu) * standardError;
      if (reach <= distance * Math.sqrt(times)) {
        high = times;
      } else {
        low = times;
      }
    }
    double more = Math.ceil(n * (high - 1) - 1e-6);
    return high < MOST_TIMES && more < Long.MAX_VALUE
        ? OptionalLong.of((long) Math.max(0, more))
        : OptionalLong.empty();
  }
}
