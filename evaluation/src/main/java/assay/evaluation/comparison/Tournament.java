package assay.evaluation.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Several readers, compared pair by pair and judged as one family.
 *
 * @param sides the readers, in the order named
 * @param leftOut runs that were named too and have no score
 * @param comparisons each pair, the earlier named first; or every other against the first
 * @param family name of the family
 * @param terms what was fixed before
 */
public record Tournament(
    List<Side> sides,
    List<LeftOut> leftOut,
    List<Comparison> comparisons,
    String family,
    Terms terms) {

  public Tournament {
    sides = List.copyOf(sides);
    leftOut = List.copyOf(leftOut);
    comparisons = List.copyOf(comparisons);
  }

  /** The same, told with the runs that had to be left out. */
  public Tournament without(List<LeftOut> others) {
    return new Tournament(sides, others, comparisons, family, terms);
  }

  /**
   * How one reader fared.
   *
   * @param side the reader
   * @param wins others that it is better than
   * @param ties others to which it is equivalent
   * @param undecided others from which it cannot be told
   * @param losses others that it is worse than
   */
  public record Standing(Side side, int wins, int ties, int undecided, int losses) {}

  /** How each fared, in the order named. */
  public List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    for (Side side : sides) {
      Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
      for (Comparison comparison : comparisons) {
        if (comparison.first().address().equals(side.address())) {
          counts.merge(comparison.verdict(), 1, Integer::sum);
        } else if (comparison.second().address().equals(side.address())) {
          counts.merge(comparison.verdict().swapped(), 1, Integer::sum);
        }
      }
      standings.add(
          new Standing(
              side,
              counts.getOrDefault(Verdict.BETTER, 0),
              counts.getOrDefault(Verdict.EQUIVALENT, 0),
              counts.getOrDefault(Verdict.UNDECIDED, 0),
              counts.getOrDefault(Verdict.WORSE, 0)));
    }
    return List.copyOf(standings);
  }
}
