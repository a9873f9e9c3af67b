package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import java.util.List;

/**
 * The unweighted mean over classes of {@code F1 = 2·TP / (2·TP + FP + FN)}. Classes are the labels
 * that were expected or observed; a class with no true positive has F1 0. An outcome that was not
 * read is a false negative of its class. Range 0 to 1, more is better; undefined over nothing. As
 * scikit-learn's {@code f1_score(average="macro", zero_division=0)} with the unread given a label
 * of their own that is not among {@code labels}.
 */
public final class MacroF1 implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "macro-f1",
          1,
          "mean over classes of F1",
          "van Rijsbergen 1979; scikit-learn f1_score(average='macro')");

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
    return ConfusionTable.ofParts(MacroF1::ofClasses);
  }

  private static List<Part> ofClasses(ConfusionTable table) {
    return table.labels().stream()
        .map(
            label -> {
              double both = table.expectedWeight(label) + table.observedWeight(label);
              return new Part(label, 2 * table.weight(label, label) / both, both / 2);
            })
        .toList();
  }
}
