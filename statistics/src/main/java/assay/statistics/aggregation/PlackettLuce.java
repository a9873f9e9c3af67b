package assay.statistics.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Strengths by which systems are chosen first, second, … on each task: of those left, i is next
 * with probability {@code πᵢ / Σ π}. The maximum of the likelihood by the MM steps
 *
 * <pre>πᵢ ← (choices of i) / Σ_stages with i left 1/Σ π of those left</pre>
 *
 * <p>at most 100 of them, then Newton's on log strengths until none moves by more than 1e-12, or by
 * less than rounding lets it. Systems with equal scores are all chosen from the same set that holds
 * them and those behind (Breslow's way with ties). Tasks may lack systems.
 *
 * <p>Source: R. L. Plackett, The analysis of permutations, Applied Statistics 24 (1975) 193–202,
 * doi:10.2307/2346567; D. R. Hunter, MM algorithms for generalized Bradley–Terry models, Annals of
 * Statistics 32 (2004) 384–406, doi:10.1214/aos/1079120141.
 */
public final class PlackettLuce {

  private PlackettLuce() {}

  /** Some systems chosen, one after another, from all that were left. */
  private static final class Stage {

    private final int[] chosen;
    private final int[] left;

    private Stage(int[] chosen, int[] left) {
      this.chosen = chosen;
      this.left = left;
    }
  }

  /**
   * The strengths.
   *
   * @return empty where they have no finite maximum: some systems are before, or behind, all others
   *     on every task (or were not compared)
   * @throws ArithmeticException if the maximum is not found, see {@link LikelihoodMaximum}
   */
  public static Optional<Strengths> of(ScoreTable table) {
    int k = table.systems();
    List<Stage> stages = stages(table);
    boolean[][] beats = new boolean[k][k];
    for (Stage stage : stages) {
      for (int i : stage.chosen) {
        for (int j : stage.left) {
          beats[i][j] |= i != j;
        }
      }
    }
    if (!Strengths.isConnected(beats)) {
      return Optional.empty();
    }
    Choices choices = new Choices(stages);
    double[] log = k == 1 ? new double[1] : LikelihoodMaximum.of(choices, fit(stages, k));
    double[][] information = new double[k][k];
    choices.derive(log, new double[k], information);
    return Optional.of(Strengths.of(log, information, "plackett-luce"));
  }

  /** The likelihood of choices. */
  private record Choices(List<Stage> stages) implements LikelihoodMaximum.Likelihood {

    @Override
    public double at(double[] log) {
      double value = 0;
      for (Stage stage : stages) {
        for (int i : stage.chosen) {
          value += log[i];
        }
        double most = most(stage, log);
        double sum = 0;
        for (int i : stage.left) {
          sum += Math.exp(log[i] - most);
        }
        value -= stage.chosen.length * (most + Math.log(sum));
      }
      return value;
    }

    @Override
    public void derive(double[] log, double[] gradient, double[][] information) {
      double[] p = new double[log.length];
      for (Stage stage : stages) {
        for (int i : stage.chosen) {
          gradient[i]++;
        }
        double most = most(stage, log);
        double sum = 0;
        for (int i : stage.left) {
          p[i] = Math.exp(log[i] - most);
          sum += p[i];
        }
        for (int i : stage.left) {
          p[i] /= sum;
        }
        for (int i : stage.left) {
          gradient[i] -= stage.chosen.length * p[i];
          for (int j : stage.left) {
            if (i != j) {
              double weight = stage.chosen.length * p[i] * p[j];
              information[i][j] -= weight;
              information[i][i] += weight;
            }
          }
        }
      }
    }

    private static double most(Stage stage, double[] log) {
      return Arrays.stream(stage.left).mapToDouble(i -> log[i]).max().orElseThrow();
    }
  }

  /** The choices that say something: from at least two. */
  private static List<Stage> stages(ScoreTable table) {
    List<Stage> stages = new ArrayList<>();
    for (int t = 0; t < table.tasks(); t++) {
      int task = t;
      int[] order =
          IntStream.range(0, table.systems())
              .filter(i -> table.has(task, i))
              .boxed()
              .sorted((i, j) -> Double.compare(table.score(task, j), table.score(task, i)))
              .mapToInt(i -> i)
              .toArray();
      int from = 0;
      while (from < order.length - 1) {
        int to = from + 1;
        while (to < order.length && table.score(t, order[to]) == table.score(t, order[from])) {
          to++;
        }
        stages.add(
            new Stage(
                Arrays.copyOfRange(order, from, to),
                Arrays.copyOfRange(order, from, order.length)));
        from = to;
      }
    }
    return stages;
  }

  /** The logarithms that some MM steps lead to. */
  private static double[] fit(List<Stage> stages, int k) {
    double[] chosen = new double[k];
    for (Stage stage : stages) {
      for (int i : stage.chosen) {
        chosen[i]++;
      }
    }
    double[] strengths = new double[k];
    Arrays.fill(strengths, 1);
    for (int step = 0; step < BradleyTerry.MOST_STEPS; step++) {
      double[] exposure = new double[k];
      for (Stage stage : stages) {
        double share = stage.chosen.length / sum(stage.left, strengths);
        for (int i : stage.left) {
          exposure[i] += share;
        }
      }
      double moved = 0;
      for (int i = 0; i < k; i++) {
        double next = chosen[i] / exposure[i];
        moved = Math.max(moved, Math.abs(Math.log(next / strengths[i])));
        strengths[i] = next;
      }
      BradleyTerry.rescale(strengths);
      if (moved < BradleyTerry.CLOSE) {
        break;
      }
    }
    return Arrays.stream(strengths).map(Math::log).toArray();
  }

  private static double sum(int[] systems, double[] strengths) {
    double sum = 0;
    for (int i : systems) {
      sum += strengths[i];
    }
    return sum;
  }
}
