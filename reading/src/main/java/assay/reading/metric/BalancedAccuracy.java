package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import java.util.List;

/**
 * The unweighted mean over expected classes of recall, {@code TP / (TP + FN)}. An outcome that was
 * not read lowers the recall of its class. Range 0 to 1, more is better; undefined over nothing. As
 * scikit-learn's {@code balanced_accuracy_score}.
 */
public final class BalancedAccuracy implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "balanced-accuracy",
          1,
          "mean over classes of recall",
          "Brodersen et al. 2010, doi:10.1109/ICPR.2010.764; scikit-learn balanced_accuracy_score");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean mean() {
    return false;
  }

  @Override
  public Accumulator start() {
    return ConfusionTable.ofParts(BalancedAccuracy::recalls);
  }

  private static List<Part> recalls(ConfusionTable table) {
    return table.expected().stream()
        .map(
            label -> {
              double asked = table.expectedWeight(label);
              return new Part(label, table.weight(label, label) / asked, asked);
            })
        .toList();
  }
}
