package assay.statistics.variance;

import assay.statistics.Arguments;
import java.util.Optional;

/**
 * The variance of a score split between items, prompts, their interaction, and epochs, from a full
 * table of items × prompts × epochs with all of them random (two-way analysis of variance):
 *
 * <pre>
 * σ²_epoch = MS_e,  σ²_inter = (MS_ip − MS_e)/k,
 * σ²_item = (MS_i − MS_ip)/(pk),  σ²_prompt = (MS_p − MS_ip)/(nk),  each at least 0
 * SE² = σ²_item/n + σ²_prompt/p + σ²_inter/(np) + σ²_epoch/(npk)
 * </pre>
 *
 * <p>With one epoch interaction and epochs cannot be told apart: their sum is given as interaction,
 * and {@code epoch} is 0.
 *
 * <p>Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, §4.3.
 *
 * @param mean of all scores
 * @param item σ²_item
 * @param prompt σ²_prompt
 * @param interaction σ²_inter: prompts that suit some items and not others
 * @param epoch σ²_epoch
 */
public record PromptVariance(
    double mean, double item, double prompt, double interaction, double epoch) {

  /**
   * Of a full table.
   *
   * @param scores {@code scores[item][prompt][epoch]}
   * @return empty for fewer than two items or prompts, or no epoch
   * @throws IllegalArgumentException if it is not full, or with the place of the first score that
   *     is NaN or infinite
   */
  public static Optional<PromptVariance> of(double[][][] scores) {
    int n = scores.length;
    int p = n == 0 ? 0 : scores[0].length;
    int k = p == 0 ? 0 : scores[0][0].length;
    double[][] cells = new double[n][p];
    for (int i = 0; i < n; i++) {
      Arguments.checkSameLength("scores[0]", p, "scores[" + i + "]", scores[i].length);
      for (int j = 0; j < p; j++) {
        String place = "scores[" + i + "][" + j + "]";
        Arguments.checkSameLength("scores[0][0]", k, place, scores[i][j].length);
        Arguments.checkFinite(place, scores[i][j]);
        for (double score : scores[i][j]) {
          cells[i][j] += score / k;
        }
      }
    }
    return n < 2 || p < 2 || k < 1 ? Optional.empty() : Optional.of(split(scores, cells));
  }

  private static PromptVariance split(double[][][] scores, double[][] cells) {
    int n = cells.length;
    int p = cells[0].length;
    int k = scores[0][0].length;
    double[] items = new double[n];
    double[] prompts = new double[p];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        items[i] += cells[i][j] / p;
        prompts[j] += cells[i][j] / n;
        mean += cells[i][j] / n / p;
      }
    }
    double ofItems = 0;
    double ofPrompts = 0;
    double mixed = 0;
    double within = 0;
    for (int i = 0; i < n; i++) {
      ofItems += (items[i] - mean) * (items[i] - mean) * p * k / (n - 1.0);
      for (int j = 0; j < p; j++) {
        double rest = cells[i][j] - items[i] - prompts[j] + mean;
        mixed += rest * rest * k / ((n - 1.0) * (p - 1.0));
        for (double score : scores[i][j]) {
          within += (score - cells[i][j]) * (score - cells[i][j]);
        }
      }
    }
    for (int j = 0; j < p; j++) {
      ofPrompts += (prompts[j] - mean) * (prompts[j] - mean) * n * k / (p - 1.0);
    }
    double epoch = k == 1 ? 0 : within / (n * p * (k - 1.0));
    return new PromptVariance(
        mean,
        Math.max(0, (ofItems - mixed) / (p * k)),
        Math.max(0, (ofPrompts - mixed) / ((double) n * k)),
        Math.max(0, (mixed - epoch) / k),
        epoch);
  }

  /**
   * The standard error of the mean with so many items, prompts and epochs.
   *
   * @throws IllegalArgumentException unless all are positive
   */
  public double standardError(double items, double prompts, double epochs) {
    Arguments.checkPositive("items", items);
    Arguments.checkPositive("prompts", prompts);
    Arguments.checkPositive("epochs", epochs);
    return Math.sqrt(
        item / items
            + prompt / prompts
            + interaction / (items * prompts)
            + epoch / (items * prompts * epochs));
  }
}
