package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * The normal interval after z²/2 successes and as many failures have been added:
 *
 * <pre>p̃ ± z·√(p̃(1 − p̃)/ñ),  ñ = n + z²,  p̃ = (x + z²/2)/ñ</pre>
 *
 * <p>cut to [0, 1]. It has the centre of {@link WilsonInterval} and contains it; near 0 and 1 it is
 * wider than need be.
 *
 * <p>Source: A. Agresti, B. A. Coull, Approximate is better than "exact" for interval estimation of
 * binomial proportions, The American Statistician 52 (1998) 119–126,
 * doi:10.1080/00031305.1998.10480550.
 */
public record AgrestiCoullInterval() implements BinomialInterval {

  @Override
  public String id() {
    return "agresti-coull";
  }

  @Override
  public Interval interval(long successes, long n, double level) {
    Arguments.checkSuccesses(successes, n);
    double z = Quantiles.normalTwoSided(level);
    if (n == 0) {
      return Range.UNIT.whole(level, id());
    }
    double size = n + z * z;
    double centre = (successes + z * z / 2) / size;
    double half = z * Math.sqrt(centre * (1 - centre) / size);
    return Range.UNIT.interval(centre - half, centre + half, level, id());
  }
}
