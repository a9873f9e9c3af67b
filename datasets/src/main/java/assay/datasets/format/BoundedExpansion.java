package assay.datasets.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What a compressed file expands to, as long as it stays within the bounds. */
final class BoundedExpansion extends FilterInputStream {

  private final LongSupplier compressed;
  private final InputLimits limits;
  private long expanded;

  /**
   * @param compressed how many compressed bytes were read so far
   */
  BoundedExpansion(InputStream expanding, LongSupplier compressed, InputLimits limits) {
    this(expanding, compressed, 0, limits);
  }

  /**
   * @param compressed how many compressed bytes were read so far, those of earlier parts included
   * @param before what earlier parts of the same file expanded to
   */
  BoundedExpansion(
      InputStream expanding, LongSupplier compressed, long before, InputLimits limits) {
    super(expanding);
    this.compressed = compressed;
    this.expanded = before;
    this.limits = limits;
  }

  /** Bytes so far, those of earlier parts included. */
  long expanded() {
    return expanded;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    int count = in.read(target, start, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    expanded += more;
    if (expanded > limits.expandedBytes()) {
      throw new ExpansionLimitException(
          "expands to more than "
              + limits.expandedBytes()
              + " bytes (assay.limits.expanded-bytes)");
    }
    if (expanded > limits.ratioFrom()
        && expanded / limits.ratio() > Math.max(1, compressed.getAsLong())) {
      throw new ExpansionLimitException(
          "expands to more than "
              + limits.ratio()
              + " times its size (assay.limits.ratio): a decompression bomb, or damaged");
    }
  }
}
