package assay.phantoms.reader;

/**
 * The smallest upright rectangle around some pixels.
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 */
record Box(int left, int top, int right, int bottom) {

  static Box of(Mask mask) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int at : mask.pixels()) {
      int x = at % mask.width();
      int y = at / mask.width();
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return new Box(left, top, right, bottom);
  }

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }
}
