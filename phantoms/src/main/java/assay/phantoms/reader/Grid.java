package assay.phantoms.reader;

import assay.imaging.raster.Pixels;

/**
 * Grey levels of an image.
 *
 * @param width columns
 * @param height rows
 * @param levels row by row, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Grid(int width, int height, float[] levels) {

  static Grid of(Pixels pixels) {
    Pixels grey = pixels.grey();
    float[] levels = new float[grey.width() * grey.height()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = grey.samples()[i] & 0xFF;
    }
    return new Grid(grey.width(), grey.height(), levels);
  }

  float at(int x, int y) {
    return levels[y * width + x];
  }

  /** The weighted mean over 3 × 3 pixels, weights 1 2 1 in both directions. */
  Grid smoothed() {
    float[] rows = new float[levels.length];
    float[] both = new float[levels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float left = at(Math.max(0, x - 1), y);
        float right = at(Math.min(width - 1, x + 1), y);
        rows[y * width + x] = (left + 2 * at(x, y) + right) / 4;
      }
    }
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        both[y * width + x] = (rows[above + x] + 2 * rows[y * width + x] + rows[below + x]) / 4;
      }
    }
    return new Grid(width, height, both);
  }

  /** Where the level is at least this. */
  Mask atLeast(float level) {
    Mask mask = new Mask(width, height);
    for (int i = 0; i < levels.length; i++) {
      mask.set(i, levels[i] >= level);
    }
    return mask;
  }
}
