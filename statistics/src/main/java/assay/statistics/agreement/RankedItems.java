package assay.statistics.agreement;

import assay.statistics.Ranks;
import java.util.Arrays;

/**
 * What each item adds to how two readings order all items, in O(n log n): so that a correlation of
 * ranks is known without each item in turn. Sums are of whole and half numbers, and exact to some
 * hundred thousand items.
 */
final class RankedItems {

  private final Side first;
  private final Side second;
  private final double[] excess;

  private RankedItems(Side first, Side second, double[] excess) {
    this.first = first;
    this.second = second;
    this.excess = excess;
  }

  static RankedItems of(double[] x, double[] y) {
    Side first = Side.of(x);
    Side second = Side.of(y);
    double[] excess = new double[x.length];
    int[] order = first.order();
    first.addExcess(order, second, 1, excess);
    for (int low = 0, high = order.length - 1; low < high; low++, high--) {
      int last = order[high];
      order[high] = order[low];
      order[low] = last;
    }
    first.addExcess(order, second, -1, excess);
    return new RankedItems(first, second, excess);
  }

  /** Number of items. */
  int size() {
    return excess.length;
  }

  /** The pairs of all items. */
  PairOrder pairs() {
    double sum = Arrays.stream(excess).sum() / 2;
    return new PairOrder(size(), classes(), first.tiedPairs(), second.tiedPairs(), sum);
  }

  /** The pairs without each item in turn, {@link PairOrder#classes} still those of all. */
  PairOrder[] pairsWithoutEach() {
    PairOrder all = pairs();
    PairOrder[] without = new PairOrder[size()];
    Arrays.setAll(
        without,
        i ->
            new PairOrder(
                all.items() - 1,
                all.classes(),
                all.tiedFirst() - first.tied[i],
                all.tiedSecond() - second.tied[i],
                all.excess() - excess[i]));
    return without;
  }

  private double classes() {
    return Math.min(first.classes, second.classes);
  }

  /** The product-moment correlation of midranks; NaN where one of the readings is constant. */
  double spearman() {
    return dot(first.ranks, second.ranks)
        / Math.sqrt(dot(first.ranks, first.ranks))
        / Math.sqrt(dot(second.ranks, second.ranks));
  }

  /**
   * The same without each item in turn. Without item i, the rank of item j less the mean rank is
   * {@code Rⱼ − sign(xⱼ − xᵢ)/2}, R being those of all.
   */
  double[] spearmanWithoutEach() {
    double[] across = first.signed(second.ranks);
    double[] back = second.signed(first.ranks);
    double[] products = new double[size()];
    double all = dot(first.ranks, second.ranks);
    Arrays.setAll(
        products,
        i -> all - first.ranks[i] * second.ranks[i] - (across[i] + back[i]) / 2 + excess[i] / 4);
    double[] x = first.squaresWithoutEach();
    double[] y = second.squaresWithoutEach();
    double[] without = new double[size()];
    Arrays.setAll(without, i -> products[i] / Math.sqrt(x[i]) / Math.sqrt(y[i]));
    return without;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** One reading. */
  private static final class Side {

    /** How many items are below each. */
    private final int[] below;

    /** How many others are equal to each. */
    private final double[] tied;

    /** Midranks less their mean. */
    private final double[] ranks;

    /** Number of distinct values. */
    private final double classes;

    private Side(int[] below, double[] tied, double[] ranks, double classes) {
      this.below = below;
      this.tied = tied;
      this.ranks = ranks;
      this.classes = classes;
    }

    static Side of(double[] values) {
      Ranks sorted = Ranks.of(values);
      int n = values.length;
      int[] below = new int[n];
      double[] tied = new double[n];
      double[] ranks = new double[n];
      for (int i = 0; i < n; i++) {
        below[i] = sorted.below(values[i]);
        tied[i] = sorted.notAbove(values[i]) - below[i] - 1.0;
        ranks[i] = below[i] + tied[i] / 2 - (n - 1) / 2.0;
      }
      return new Side(below, tied, ranks, sorted.tieSizes().length);
    }

    double tiedPairs() {
      return Arrays.stream(tied).sum() / 2;
    }

    /** The items, ascending; equal ones stand together. */
    int[] order() {
      int[] next = new int[below.length];
      int[] order = new int[below.length];
      for (int i = 0; i < below.length; i++) {
        order[below[i] + next[below[i]]++] = i;
      }
      return order;
    }

    /**
     * To each item, over those before it in the order and not equal to it here, how many more the
     * other reading has below it than above, times the sign.
     */
    void addExcess(int[] order, Side other, int sign, double[] excess) {
      Counts seen = new Counts(order.length);
      for (int from = 0; from < order.length; ) {
        int to = from;
        while (to < order.length && below[order[to]] == below[order[from]]) {
          int at = other.below[order[to]];
          excess[order[to]] += sign * (seen.upTo(at) - (double) (from - seen.upTo(at + 1)));
          to++;
        }
        for (; from < to; from++) {
          seen.add(other.below[order[from]]);
        }
      }
    }

    /** {@code Σⱼ sign(xⱼ − xᵢ)·valueⱼ} for each item i. */
    double[] signed(double[] values) {
      int[] order = order();
      double[] upTo = new double[order.length + 1];
      for (int k = 0; k < order.length; k++) {
        upTo[k + 1] = upTo[k] + values[order[k]];
      }
      double[] signed = new double[order.length];
      Arrays.setAll(
          signed, i -> upTo[order.length] - upTo[below[i] + (int) tied[i] + 1] - upTo[below[i]]);
      return signed;
    }

    /** The sum of squared ranks, less their mean, without each item in turn. */
    double[] squaresWithoutEach() {
      double all = dot(ranks, ranks);
      double[] signed = signed(ranks);
      double[] without = new double[ranks.length];
      Arrays.setAll(
          without, i -> all - ranks[i] * ranks[i] - signed[i] + (ranks.length - 1 - tied[i]) / 4);
      return without;
    }
  }

  /** How many numbers below a bound were added (P. M. Fenwick's tree). */
  private static final class Counts {

    private final int[] tree;

    Counts(int size) {
      tree = new int[size + 1];
    }

    void add(int number) {
      for (int k = number + 1; k < tree.length; k += k & -k) {
        tree[k]++;
      }
    }

    /** How many are less than the bound. */
    int upTo(int bound) {
      int count = 0;
      for (int k = bound; k > 0; k -= k & -k) {
        count += tree[k];
      }
      return count;
    }
  }
}
