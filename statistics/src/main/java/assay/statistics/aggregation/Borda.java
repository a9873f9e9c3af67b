package assay.statistics.aggregation;

/**
 * Borda's count: on each task a system gets the share of the other systems there that it beats,
 * ties half; its count is the mean over the tasks that it has, so each task counts the same. 1
 * beats all everywhere, 0 nobody anywhere. NaN for a system that is nowhere compared.
 *
 * <p>Unlike a mean of scores it does not mix scales; unlike {@link Kemeny} it can put a system
 * above one that beats it on most tasks.
 *
 * <p>Source: J.-C. de Borda, Mémoire sur les élections au scrutin, 1781; D. Black, The Theory of
 * Committees and Elections, 1958.
 */
public final class Borda {

  private Borda() {}

  /** The count of each system. */
  public static double[] counts(ScoreTable table) {
    int k = table.systems();
    double[] counts = new double[k];
    int[] tasks = new int[k];
    for (int t = 0; t < table.tasks(); t++) {
      for (int i = 0; i < k; i++) {
        double points = 0;
        int others = 0;
        for (int j = 0; j < k && table.has(t, i); j++) {
          if (j != i && table.has(t, j)) {
            others++;
            double difference = table.score(t, i) - table.score(t, j);
            points += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          }
        }
        if (others > 0) {
          counts[i] += points / others;
          tasks[i]++;
        }
      }
    }
    for (int i = 0; i < k; i++) {
      counts[i] = tasks[i] == 0 ? Double.NaN : counts[i] / tasks[i];
    }
    return counts;
  }
}
