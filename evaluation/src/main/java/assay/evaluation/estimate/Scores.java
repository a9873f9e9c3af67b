package assay.evaluation.estimate;

import java.util.Arrays;

/**
 * Numbers in the order in which they came. Scores are mostly the same few values, so a byte each
 * suffices until there are more than 256 different ones.
 */
final class Scores {

  private static final int MOST_CODES = 256;

  private double[] values = new double[4];
  private int known;
  private byte[] codes = new byte[16];
  private double[] plain = new double[0];
  private boolean coded = true;
  private int n;

  void add(double value) {
    if (coded) {
      int code = code(value);
      if (code < MOST_CODES) {
        if (n == codes.length) {
          codes = Arrays.copyOf(codes, 2 * n);
        }
        codes[n++] = (byte) code;
        return;
      }
      plain = Arrays.copyOf(toArray(), 2 * n);
      codes = new byte[0];
      coded = false;
    }
    if (n == plain.length) {
      plain = Arrays.copyOf(plain, 2 * n);
    }
    plain[n++] = value;
  }

  /** Values are told apart by their bits: 0 and −0 are two, and every one comes back as it was. */
  private int code(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < known; i++) {
      if (Double.doubleToRawLongBits(values[i]) == bits) {
        return i;
      }
    }
    if (known < MOST_CODES) {
      if (known == values.length) {
        values = Arrays.copyOf(values, 2 * known);
      }
      values[known++] = value;
      return known - 1;
    }
    return MOST_CODES;
  }

  int size() {
    return n;
  }

  /** A new array. */
  double[] toArray() {
    if (!coded) {
      return Arrays.copyOf(plain, n);
    }
    double[] all = new double[n];
    for (int i = 0; i < n; i++) {
      all[i] = values[Byte.toUnsignedInt(codes[i])];
    }
    return all;
  }
}
