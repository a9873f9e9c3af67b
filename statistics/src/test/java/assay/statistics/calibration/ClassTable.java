package assay.statistics.calibration;

import java.util.Arrays;

/**
 * How often each class was answered by each: one row a class asked, one column a class answered,
 * and a last column of what was not read, which is a class of its own on one side.
 */
record ClassTable(double[][] cells) {

  /** F1 of each class, recall of each class, κ: in the order of {@link #metrics()}. */
  double[][] parts() {
    int k = cells.length;
    double[] f1 = new double[k];
    double[] recall = new double[k];
    double total = 0;
    double agreed = 0;
    double chance = 0;
    for (int i = 0; i < k; i++) {
      double row = asked(i);
      double column = answered(i);
      total += row;
      agreed += cells[i][i];
      chance += row * column;
      f1[i] = row + column > 0 ? 2 * cells[i][i] / (row + column) : Double.NaN;
      recall[i] = row > 0 ? cells[i][i] / row : Double.NaN;
    }
    double expected = chance / (total * total);
    return new double[][] {f1, recall, {(agreed / total - expected) / (1 - expected)}};
  }

  /** What each of the parts rests on. */
  double[][] weights() {
    int k = cells.length;
    double[] f1 = new double[k];
    double[] recall = new double[k];
    for (int i = 0; i < k; i++) {
      f1[i] = (asked(i) + answered(i)) / 2;
      recall[i] = asked(i);
    }
    return new double[][] {f1, recall, {Arrays.stream(recall).sum()}};
  }

  /** Macro-F1, balanced accuracy, κ: each the mean of its parts that are defined; else NaN. */
  double[] metrics() {
    return Arrays.stream(parts())
        .mapToDouble(
            parts ->
                Arrays.stream(parts)
                    .filter(part -> !Double.isNaN(part))
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  private double asked(int label) {
    return Arrays.stream(cells[label]).sum();
  }

  private double answered(int label) {
    return Arrays.stream(cells).mapToDouble(row -> row[label]).sum();
  }
}
