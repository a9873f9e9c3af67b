package assay.phantoms.reader;

/**
 * A lesion as measured in pixels.
 *
 * @param x column of its middle
 * @param y row of its middle
 * @param length its longest extent
 * @param elongation its length by its width, from second moments
 * @param solidity its area by that of its convex hull, at most about 1
 */
record Finding(double x, double y, double length, double elongation, double solidity) {

  private static final double LEAST_SOLID = 0.875;
  private static final double LEAST_OVAL = 1.22;

  /** The shape in a word. */
  String shape() {
    if (solidity < LEAST_SOLID) {
      return "spiculated";
    }
    return elongation > LEAST_OVAL ? "oval" : "round";
  }
}
