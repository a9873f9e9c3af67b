package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;

/**
 * Cohen's κ between expected and observed labels: {@code (pₒ − pₑ) / (1 − pₑ)}, with pₒ the share
 * of agreement and pₑ that expected from the margins. What was not read is a category of its own,
 * with which nothing agrees. Range −1 to 1, more is better; 0 is agreement by chance. Undefined
 * over nothing, and where pₑ = 1 (both sides always the same one label). As scikit-learn's {@code
 * cohen_kappa_score}.
 */
public final class CohenKappa implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "cohen-kappa",
          1,
          "agreement beyond chance with the target",
          "Cohen 1960, doi:10.1177/001316446002000104");

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
    return new ConfusionTable(CohenKappa::value);
  }

  private static double value(ConfusionTable table) {
    double total = table.total();
    double observed = 0;
    double chance = 0;
    for (String label : table.labels()) {
      observed += table.weight(label, label);
      chance += table.expectedWeight(label) * table.observedWeight(label);
    }
    // Scaled by the total throughout, so that whole weights stay whole as long as possible.
    double room = total * total - chance;
    return room == 0 ? Double.NaN : (observed * total - chance) / room;
  }
}
