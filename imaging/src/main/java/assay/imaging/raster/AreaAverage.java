package assay.imaging.raster;

import java.util.Arrays;

/**
 * Makes a picture smaller: each new sample is the mean of the old ones that it covers, those at its
 * rim by the covered share; first along rows, then along columns.
 */
public final class AreaAverage {

  /** The filter's name in records. */
  public static final String NAME = "area-average";

  private AreaAverage() {}

  /**
   * The smaller picture, each sample rounded half up once at the end.
   *
   * @throws IllegalArgumentException if a side would grow, or be less than 1
   */
  public static Pixels shrink(Pixels pixels, int width, int height) {
    if (width < 1 || height < 1 || width > pixels.width() || height > pixels.height()) {
      throw new IllegalArgumentException(
          width + " x " + height + ": expected 1 to " + pixels.width() + " x " + pixels.height());
    }
    int bands = pixels.bands();
    Shares across = new Shares(pixels.width(), width);
    Shares down = new Shares(pixels.height(), height);
    byte[] from = pixels.samples();
    byte[] to = new byte[width * height * bands];
    double[] row = new double[width * bands];
    double[] sum = new double[width * bands];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0);
      for (int oldY = down.first(y); oldY <= down.last(y); oldY++) {
        shrinkRow(from, oldY * pixels.width() * bands, bands, across, row);
        double share = down.share(y, oldY);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += share * row[i];
        }
      }
      for (int i = 0; i < sum.length; i++) {
        to[y * sum.length + i] = (byte) (int) Math.floor(sum[i] + 0.5);
      }
    }
    return new Pixels(width, height, bands, to);
  }

  private static void shrinkRow(byte[] from, int start, int bands, Shares across, double[] row) {
    for (int x = 0; x < row.length / bands; x++) {
      for (int band = 0; band < bands; band++) {
        double sum = 0;
        for (int oldX = across.first(x); oldX <= across.last(x); oldX++) {
          sum += across.share(x, oldX) * (from[start + oldX * bands + band] & 0xFF);
        }
        row[x * bands + band] = sum;
      }
    }
  }

  /** Which old places a new place covers, and how much of it each fills; the shares sum to 1. */
  private record Shares(int before, int after) {

    int first(int place) {
      return (int) ((long) place * before / after);
    }

    int last(int place) {
      return (int) (((long) (place + 1) * before - 1) / after);
    }

    double share(int place, int old) {
      long start = Math.max((long) place * before, (long) old * after);
      long end = Math.min((long) (place + 1) * before, (long) (old + 1) * after);
      return (double) (end - start) / before;
    }
  }
}
