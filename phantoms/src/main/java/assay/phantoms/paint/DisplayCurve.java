package assay.phantoms.paint;

/**
 * From density to grey level by straight pieces, so that lung, fat, muscle and bone can all be told
 * apart in one image (a hospital's viewer would need two windows).
 */
final class DisplayCurve {

  private static final double[] DENSITY = {-1000, -900, -820, -600, -150, -60, 20, 80, 220, 900};
  private static final double[] GREY = {0, 20, 40, 68, 92, 108, 142, 168, 205, 252};

  private DisplayCurve() {}

  /** Grey level, 0 to 252; whatever lies above the curve's end keeps its end's level. */
  static double grey(double density) {
    if (density <= DENSITY[0]) {
      return GREY[0];
    }
    for (int i = 1; i < DENSITY.length; i++) {
      if (density < DENSITY[i]) {
        double part = (density - DENSITY[i - 1]) / (DENSITY[i] - DENSITY[i - 1]);
        return GREY[i - 1] + part * (GREY[i] - GREY[i - 1]);
      }
    }
    return GREY[GREY.length - 1];
  }
}
