package assay.phantoms.paint;

import assay.phantoms.scene.Draws;

/** A field of soft random waves of one wavelength, about 0 in the mean and within ±1. */
final class Texture {

  private static final int GRID = 64;

  private final double wavelength;
  private final double[] values = new double[GRID * GRID];

  /** Draws a field; it repeats after {@value #GRID} wavelengths. */
  Texture(Draws draws, double wavelength) {
    this.wavelength = wavelength;
    for (int i = 0; i < values.length; i++) {
      values[i] = draws.between(-1, 1);
    }
  }

  double at(double x, double y) {
    double u = x / wavelength + GRID * 8;
    double v = y / wavelength + GRID * 8;
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double across = ease(u - column);
    double down = ease(v - row);
    double top = value(column, row) * (1 - across) + value(column + 1, row) * across;
    double bottom = value(column, row + 1) * (1 - across) + value(column + 1, row + 1) * across;
    return top * (1 - down) + bottom * down;
  }

  private static double ease(double part) {
    return part * part * (3 - 2 * part);
  }

  private double value(int column, int row) {
    return values[Math.floorMod(row, GRID) * GRID + Math.floorMod(column, GRID)];
  }
}
