package assay.phantoms.scene;

/**
 * A lesion. Its position counts from the middle of the body, x to the image's right, y downwards.
 *
 * @param side the lung that holds it
 * @param x millimetres
 * @param y millimetres
 * @param shape the kind of outline
 * @param outline the exact outline
 * @param diameter its longest extent in millimetres, spikes included
 * @param density in Hounsfield-like units; −1000 is air, 0 is water
 */
public record Lesion(
    Side side,
    double x,
    double y,
    LesionShape shape,
    Outline outline,
    double diameter,
    double density) {

  /** Whether a point of the image plane lies inside. */
  public boolean holds(double pointX, double pointY) {
    double dx = pointX - x;
    double dy = pointY - y;
    double distance = Math.sqrt(dx * dx + dy * dy);
    // No outline reaches farther than its longest extent.
    return distance <= diameter && distance <= outline.radius(StrictMath.atan2(dy, dx));
  }

  /** The radius of the circle around the centre that is all inside. */
  public double core() {
    return switch (outline) {
      case Outline.Ellipse ellipse -> ellipse.across();
      case Outline.Spiked spiked -> spiked.core();
    };
  }

  /** The farthest that the outline gets from the centre. */
  public double reach() {
    return Extent.reach(outline);
  }
}
