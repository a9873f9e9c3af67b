package assay.statistics.aggregation;

import assay.statistics.Arguments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kemeny's order: the one that goes against the fewest preferences, a preference being a task on
 * which one system is better than another. It puts a system that beats every other on most tasks
 * first. Among equal orders, the first in lexical order of the systems' numbers for up to 16
 * systems.
 *
 * <p>Up to 16 systems exact, by dynamic programming over subsets. Beyond, branch and bound from the
 * order by wins improved by moves; where the search ends before it is sure, {@link #gap} says by
 * how many preferences the order may miss the best.
 *
 * <p>Source: J. G. Kemeny, Mathematics without numbers, Daedalus 88 (1959) 577–591; search: A.
 * Davenport, J. Kalagnanam, A computational study of the Kemeny rule, AAAI 2004, 697–702.
 *
 * @param order systems from first to last
 * @param against preferences that the order goes against
 * @param atLeast a number that no order gets below
 */
public record Kemeny(List<Integer> order, long against, long atLeast) {

  /** The largest number of systems that is solved exactly, whatever the preferences. */
  public static final int MOST_EXACT = 16;

  /** Pairs of systems that the search looks at before it gives up on being sure. */
  private static final long MOST_WORK = 40_000_000;

  /** Copies the list. */
  public Kemeny {
    order = List.copyOf(order);
  }

  /** By how many preferences the order may miss the best; 0 where it is one of the best. */
  public long gap() {
    return against - atLeast;
  }

  /**
   * The order of a win/tie/loss table.
   *
   * @throws IllegalArgumentException if there are more than 1,000 systems
   */
  public static Kemeny of(WinTieLoss table) {
    int k = table.systems();
    Arguments.checkBetween("systems", k, 0, 1000);
    long[][] over = new long[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        over[i][j] = i == j ? 0 : table.wins(i, j);
      }
    }
    return k <= MOST_EXACT ? exact(over) : searched(over);
  }

  /** best[S]: the least cost of putting the systems of S first, in any order. */
  private static Kemeny exact(long[][] over) {
    int k = over.length;
    long[] rest = new long[1 << k];
    // From the full set down: the cost of ordering what is not in S after S.
    for (int set = (1 << k) - 2; set >= 0; set--) {
      rest[set] = Long.MAX_VALUE;
      for (int i = 0; i < k; i++) {
        if ((set & 1 << i) == 0) {
          rest[set] = Math.min(rest[set], rest[set | 1 << i] + placed(over, set, i));
        }
      }
    }
    int[] order = new int[k];
    int set = 0;
    for (int place = 0; place < k; place++) {
      for (int i = 0; i < k; i++) {
        if ((set & 1 << i) == 0 && rest[set] == rest[set | 1 << i] + placed(over, set, i)) {
          order[place] = i;
          set |= 1 << i;
          break;
        }
      }
    }
    return new Kemeny(Arrays.stream(order).boxed().toList(), rest[0], rest[0]);
  }

  /** What putting i next goes against: all not yet placed that are better than i. */
  private static long placed(long[][] over, int set, int i) {
    long cost = 0;
    for (int j = 0; j < over.length; j++) {
      if (j != i && (set & 1 << j) == 0) {
        cost += over[j][i];
      }
    }
    return cost;
  }

  private static Kemeny searched(long[][] over) {
    int k = over.length;
    long[] net = new long[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        net[i] += over[i][j] - over[j][i];
      }
    }
    int[] start =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(i -> -net[i]).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    improve(over, start);
    Search search = new Search(over, start);
    search.extend(new int[k], new boolean[k], 0, 0, search.floor);
    long atLeast = search.work > MOST_WORK ? search.floor : search.best;
    return new Kemeny(Arrays.stream(search.order).boxed().toList(), search.best, atLeast);
  }

  /** Moves single systems to better places until none has one. */
  private static void improve(long[][] over, int[] order) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int from = 0; from < order.length; from++) {
        long change = 0;
        long best = 0;
        int to = from;
        for (int p = from - 1; p >= 0; p--) {
          change += over[order[p]][order[from]] - over[order[from]][order[p]];
          if (change < best) {
            best = change;
            to = p;
          }
        }
        change = 0;
        for (int p = from + 1; p < order.length; p++) {
          change += over[order[from]][order[p]] - over[order[p]][order[from]];
          if (change < best) {
            best = change;
            to = p;
          }
        }
        if (to != from) {
          move(order, from, to);
          moved = true;
        }
      }
    }
  }

  private static void move(int[] order, int from, int to) {
    int system = order[from];
    if (to < from) {
      System.arraycopy(order, to, order, to + 1, from - to);
    } else {
      System.arraycopy(order, from + 1, order, from, to - from);
    }
    order[to] = system;
  }

  /** Depth-first branch and bound; a pair costs at least the smaller of its two preferences. */
  private static final class Search {

    private final long[][] over;
    private final long floor;
    private int[] order;
    private long best;
    private long work;

    Search(long[][] over, int[] start) {
      this.over = over;
      this.order = start.clone();
      long least = 0;
      long cost = 0;
      for (int p = 0; p < start.length; p++) {
        for (int q = p + 1; q < start.length; q++) {
          least += Math.min(over[start[p]][start[q]], over[start[q]][start[p]]);
          cost += over[start[q]][start[p]];
        }
      }
      this.floor = least;
      this.best = cost;
    }

    /** {@code open}: the least that pairs among the systems not yet placed can cost. */
    void extend(int[] prefix, boolean[] used, int place, long cost, long open) {
      work += (long) over.length * over.length;
      if (work > MOST_WORK || best == floor) {
        return;
      }
      if (place == over.length) {
        best = cost;
        order = prefix.clone();
        return;
      }
      for (int next : byCost(used)) {
        long more = 0;
        long settled = 0;
        for (int j = 0; j < over.length; j++) {
          if (j != next && !used[j]) {
            more += over[j][next];
            settled += Math.min(over[j][next], over[next][j]);
          }
        }
        if (cost + more + open - settled < best) {
          prefix[place] = next;
          used[next] = true;
          extend(prefix, used, place + 1, cost + more, open - settled);
          used[next] = false;
        }
      }
    }

    /** The systems not yet placed, the one first that goes against least beyond what it must. */
    private int[] byCost(boolean[] used) {
      return IntStream.range(0, over.length)
          .filter(i -> !used[i])
          .boxed()
          .sorted(Comparator.<Integer>comparingLong(i -> excess(used, i)).thenComparing(i -> i))
          .mapToInt(i -> i)
          .toArray();
    }

    private long excess(boolean[] used, int i) {
      long excess = 0;
      for (int j = 0; j < over.length; j++) {
        if (j != i && !used[j]) {
          excess += Math.max(0, over[j][i] - over[i][j]);
        }
      }
      return excess;
    }
  }
}
