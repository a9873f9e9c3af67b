package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;

/**
 * Matthews' correlation between expected and observed labels, for any number of classes: {@code
 * (c·s − Σ pₖ·tₖ) / √((s² − Σ pₖ²)·(s² − Σ tₖ²))}, with c the weight that agrees, s all weight, pₖ
 * and tₖ the weight of class k observed and expected. What was not read is a class of its own.
 * Range −1 to 1, more is better. Undefined over nothing, and where one side holds a single label
 * only (scikit-learn's {@code matthews_corrcoef} gives 0 there).
 */
public final class MatthewsCorrelation implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "mcc",
          1,
          "Matthews' correlation with the target",
          "Gorodkin 2004, doi:10.1016/j.compbiolchem.2004.09.006; scikit-learn matthews_corrcoef");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean mean() {
    return false;
  }

  @Override
  public boolean share() {
    return false;
  }

  @Override
  public ScoreRange range() {
    return new ScoreRange(-1, 1);
  }

  @Override
  public Accumulator start() {
    return new ConfusionTable(MatthewsCorrelation::value);
  }

  private static double value(ConfusionTable table) {
    double total = table.total();
    double unread = table.observedWeight(ConfusionTable.UNREAD);
    double agreed = 0;
    double both = 0;
    double observedSquares = unread * unread;
    double expectedSquares = 0;
    for (String label : table.labels()) {
      double expected = table.expectedWeight(label);
      double observed = table.observedWeight(label);
      agreed += table.weight(label, label);
      both += expected * observed;
      observedSquares += observed * observed;
      expectedSquares += expected * expected;
    }
    double observedRoom = total * total - observedSquares;
    double expectedRoom = total * total - expectedSquares;
    if (observedRoom <= 0 || expectedRoom <= 0) {
      return Double.NaN;
    }
    return (agreed * total - both) / Math.sqrt(observedRoom * expectedRoom);
  }
}
