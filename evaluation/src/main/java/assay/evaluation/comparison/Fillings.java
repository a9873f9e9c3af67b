package assay.evaluation.comparison;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How what is missing could have come out, cluster by cluster. Where the spread between clusters
 * makes an interval, its end is not always farthest out with all of it at its worst: a cluster that
 * comes to differ from the others widens the interval more than it moves its middle. So, from all
 * at its worst on, each cluster of which something is missing is turned to its best in turn and
 * kept so where that moves the end outwards, until none does, three times over at most. Of more
 * than 64 such clusters the first 64 by name are turned.
 */
public final class Fillings {

  private static final int MOST = 64;
  private static final int ROUNDS = 3;
  private static final double ROUNDING = 1e-12;

  private Fillings() {}

  /**
   * Which clusters, or samples of their own, have what is missing of them at its best.
   *
   * @param incomplete names of those of which something is missing
   * @param best whether it begins with all at their best
   * @param objective what is to be as small as it can be; of a filling
   */
  public static Predicate<String> least(
      Collection<String> incomplete, boolean best, ToDoubleFunction<Predicate<String>> objective) {
    Set<String> turned = new HashSet<>();
    Predicate<String> filling = unit -> turned.contains(unit) != best;
    List<String> units = new TreeSet<>(incomplete).stream().limit(MOST).toList();
    double least = objective.applyAsDouble(filling);
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (String unit : units) {
        turn(turned, unit);
        double value = objective.applyAsDouble(filling);
        if (value < least - ROUNDING) {
          least = value;
          moved = true;
        } else {
          turn(turned, unit);
        }
      }
    }
    Set<String> found = Set.copyOf(turned);
    return unit -> found.contains(unit) != best;
  }

  private static void turn(Set<String> turned, String unit) {
    if (!turned.add(unit)) {
      turned.remove(unit);
    }
  }
}
