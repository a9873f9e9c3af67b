package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;

/**
 * F1 over all classes together: {@code 2·TP / (2·TP + FP + FN)}, where an outcome that was read is
 * a true positive of its class if right, else a false positive of the class observed and a false
 * negative of the one expected, and an outcome that was not read is a false negative. So it is the
 * accuracy where everything was read, and above it where something was not. Range 0 to 1, more is
 * better; undefined over nothing. As scikit-learn's {@code f1_score(average="micro")} with the
 * unread given a label of their own that is not among {@code labels}.
 */
public final class MicroF1 implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "micro-f1",
          1,
          "F1 over all classes together",
          "van Rijsbergen 1979; scikit-learn f1_score(average='micro')");

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
    return new ConfusionTable(MicroF1::value);
  }

  private static double value(ConfusionTable table) {
    ExactSum right = new ExactSum();
    ExactSum read = new ExactSum();
    for (String label : table.labels()) {
      right.add(table.weight(label, label));
      read.add(table.observedWeight(label));
    }
    return 2 * right.value() / (read.value() + table.total());
  }
}
