package assay.imaging.raster;

/**
 * A picture of 8 bits a sample, row by row from the upper left, samples of a pixel side by side.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param bands 1 (grey) or 3 (red, green, blue)
 * @param samples {@code width·height·bands} of them; not copied, so not to be changed once handed
 *     over
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is compared by its samples, nowhere by equals
public record Pixels(int width, int height, int bands, byte[] samples) {

  public Pixels {
    if (width < 1 || height < 1 || (bands != 1 && bands != 3)) {
      throw new IllegalArgumentException(
          width + " x " + height + " x " + bands + ": expected sides of 1 or more, 1 or 3 bands");
    }
    if (samples.length != (long) width * height * bands) {
      throw new IllegalArgumentException(
          samples.length + " samples where " + (long) width * height * bands + " belong");
    }
  }

  /** A sample, 0 to 255. */
  public int sample(int x, int y, int band) {
    return samples[(y * width + x) * bands + band] & 0xFF;
  }

  /** The same picture in grey: itself, or luma of ITU-R BT.601 in whole numbers, rounded. */
  public Pixels grey() {
    if (bands == 1) {
      return this;
    }
    byte[] grey = new byte[width * height];
    for (int i = 0; i < grey.length; i++) {
      int red = samples[3 * i] & 0xFF;
      int green = samples[3 * i + 1] & 0xFF;
      int blue = samples[3 * i + 2] & 0xFF;
      grey[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return new Pixels(width, height, 1, grey);
  }
}
