package assay.imaging.raster;

/** Turns and mirrors a picture upright, as EXIF's tag 274 says. */
public final class Orientation {

  private Orientation() {}

  /**
   * The upright picture.
   *
   * @param orientation 1 (upright already) to 8
   * @throws IllegalArgumentException if it is none of these
   */
  public static Pixels upright(Pixels pixels, int orientation) {
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("orientation " + orientation + ": expected 1 to 8");
    }
    if (orientation == 1) {
      return pixels;
    }
    boolean turned = orientation >= 5;
    int width = turned ? pixels.height() : pixels.width();
    int height = turned ? pixels.width() : pixels.height();
    int bands = pixels.bands();
    byte[] from = pixels.samples();
    byte[] to = new byte[from.length];
    int right = pixels.width() - 1;
    int bottom = pixels.height() - 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column =
            switch (orientation) {
              case 2, 3 -> right - x;
              case 5, 6 -> y;
              case 7, 8 -> right - y;
              default -> x;
            };
        int row =
            switch (orientation) {
              case 3, 4 -> bottom - y;
              case 5, 8 -> x;
              case 6, 7 -> bottom - x;
              default -> y;
            };
        int source = (row * pixels.width() + column) * bands;
        int target = (y * width + x) * bands;
        System.arraycopy(from, source, to, target, bands);
      }
    }
    return new Pixels(width, height, bands, to);
  }
}
