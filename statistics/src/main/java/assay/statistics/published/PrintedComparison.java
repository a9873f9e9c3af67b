package assay.statistics.published;

import assay.statistics.Significance;
import java.util.List;
import java.util.OptionalLong;

/**
 * What holds of a difference of two printed rates for every pair of counts that are printed so. 62
 * % of 10,000 is anything from 6,150 to 6,250.
 *
 * <p>The tails of the tests used here never grow when the larger count grows or the smaller one
 * falls (Fisher's because a further success adds 0 or 1 to the first cell; McNemar's because of a
 * further item won only), so that the pairs farthest apart have the smallest p, and the pair
 * nearest to each other the largest. On the same items the largest number of items that the weaker
 * of the two alone has right is min(smaller count, n − larger count), largest in the nearest pair
 * too.
 *
 * @param first counts of the first that are printed so
 * @param second of the second
 * @param n items, the same number for both
 */
public record PrintedComparison(Grim.Counts first, Grim.Counts second, long n) {

  /** What can be said of all pairs of counts. */
  public enum Answer {
    /** It holds for each of them. */
    YES("significant"),
    /** For none. */
    NO("not significant"),
    /** For some: more decimals would tell. */
    CANNOT_BE_TOLD("cannot be told");

    private final String id;

    Answer(String id) {
      this.id = id;
    }

    /** Stable id. */
    public String id() {
      return id;
    }
  }

  /**
   * @throws IllegalArgumentException if there is no count of either
   */
  public PrintedComparison {
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException(
          "no count is printed so: " + first + ", " + second + "; expected one of each at least");
    }
  }

  /** The pair with the largest difference. */
  public PrintedDifference wide() {
    PrintedDifference up = up();
    PrintedDifference down = down();
    return up.leastDiscordant() >= down.leastDiscordant() ? up : down;
  }

  /**
   * The two pairs farthest apart: of the largest first with the smallest second, and the reverse.
   */
  public List<PrintedDifference> farthest() {
    return List.of(up(), down());
  }

  private PrintedDifference up() {
    return new PrintedDifference(first.most(), second.least(), n);
  }

  private PrintedDifference down() {
    return new PrintedDifference(first.least(), second.most(), n);
  }

  /** The pair with the smallest difference. */
  public PrintedDifference narrow() {
    long least = Math.max(first.least(), second.least());
    long most = Math.min(first.most(), second.most());
    if (least <= most) {
      return new PrintedDifference(least, least, n);
    }
    return first.least() > second.most() ? down() : up();
  }

  /** Whether there is but one pair. */
  public boolean isOne() {
    return first.least() == first.most() && second.least() == second.most();
  }

  /** The smallest p of Fisher's test that any pair gives. */
  public double leastUnpairedP() {
    return farthest().stream().mapToDouble(PrintedDifference::unpairedP).min().orElse(1);
  }

  /** The largest. */
  public double mostUnpairedP() {
    return narrow().unpairedP();
  }

  /**
   * Whether the difference is significant by Fisher's test, of different items.
   *
   * @param level 1 − α, such as 0.95
   */
  public Answer unpaired(double level) {
    return answer(
        Significance.rejects(leastUnpairedP(), level),
        Significance.rejects(mostUnpairedP(), level));
  }

  /** The fewest items on which the two can differ, whatever the counts. */
  public long leastDiscordant() {
    return narrow().leastDiscordant();
  }

  /** The most items on which they can differ: of the pair whose sum is nearest to n. */
  public long mostDiscordant() {
    long least = first.least() + second.least();
    long most = first.most() + second.most();
    long sum = Math.clamp(n, least, most);
    return Math.min(sum, 2 * n - sum);
  }

  /**
   * The most items on which the two may differ for McNemar's exact test to reject whatever the
   * counts; empty where there is no such number.
   */
  public OptionalLong surelySignificantTo(double level) {
    return unlessAll(narrow(), level);
  }

  /**
   * A number of items beyond which it rejects with no counts, the least where that is not all of
   * them; empty where it never rejects.
   */
  public OptionalLong perhapsSignificantTo(double level) {
    return unlessAll(wide(), level);
  }

  /** A pair that is significant on as many items as it can differ on says nothing of others. */
  private OptionalLong unlessAll(PrintedDifference pair, double level) {
    OptionalLong largest = pair.largestSignificantDiscordance(level);
    return largest.isPresent() && largest.getAsLong() == pair.mostDiscordant()
        ? OptionalLong.of(mostDiscordant())
        : largest;
  }

  /**
   * Whether the difference is significant by McNemar's exact test, whatever the counts and however
   * many items the two differ on.
   */
  public Answer paired(double level) {
    PrintedDifference nearest = narrow();
    return answer(
        perhapsSignificantTo(level).isPresent(),
        Significance.rejects(nearest.pairedP(nearest.mostDiscordant()), level));
  }

  private static Answer answer(boolean some, boolean all) {
    return all ? Answer.YES : some ? Answer.CANNOT_BE_TOLD : Answer.NO;
  }
}
