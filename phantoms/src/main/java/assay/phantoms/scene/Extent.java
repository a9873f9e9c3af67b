package assay.phantoms.scene;

/** Measures of an outline, from its points in {@value #DIRECTIONS} directions and all spikes. */
final class Extent {

  static final int DIRECTIONS = 1440;

  private Extent() {}

  /** The longest distance between two points of the line (its largest caliper diameter). */
  static double longest(Outline outline) {
    return switch (outline) {
      case Outline.Ellipse ellipse -> 2 * ellipse.half();
      case Outline.Spiked spiked -> longest(spiked);
    };
  }

  static double reach(Outline outline) {
    return switch (outline) {
      case Outline.Ellipse ellipse -> ellipse.half();
      case Outline.Spiked spiked ->
          spiked.core()
              + spiked.spikes().stream().mapToDouble(Outline.Spike::height).max().orElse(0);
    };
  }

  /** Farthest apart are two tips, or a tip and the circle's far side, or the circle's two sides. */
  private static double longest(Outline.Spiked spiked) {
    double[] angles = new double[DIRECTIONS + spiked.spikes().size()];
    for (int i = 0; i < DIRECTIONS; i++) {
      angles[i] = 2 * Math.PI * i / DIRECTIONS;
    }
    for (int i = 0; i < spiked.spikes().size(); i++) {
      angles[DIRECTIONS + i] = spiked.spikes().get(i).direction();
    }
    double[] x = new double[angles.length];
    double[] y = new double[angles.length];
    for (int i = 0; i < angles.length; i++) {
      double radius = spiked.radius(angles[i]);
      x[i] = radius * StrictMath.cos(angles[i]);
      y[i] = radius * StrictMath.sin(angles[i]);
    }
    double most = 0;
    for (int i = 0; i < angles.length; i++) {
      for (int j = i + 1; j < angles.length; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        most = Math.max(most, dx * dx + dy * dy);
      }
    }
    return Math.sqrt(most);
  }
}
