package assay.phantoms.scene;

/**
 * A straight piece of a vessel in a lung, millimetres.
 *
 * @param fromX start
 * @param fromY start
 * @param fromRadius radius at the start
 * @param toX end
 * @param toY end
 * @param toRadius radius at the end
 */
public record Vessel(
    double fromX, double fromY, double fromRadius, double toX, double toY, double toRadius) {

  /** The part of the image plane that it takes. */
  public Region region() {
    return Region.rod(fromX, fromY, fromRadius, toX, toY, toRadius);
  }

  /** Whether it comes nearer to a point than {@code distance}. */
  boolean nears(double x, double y, double distance) {
    return region().distance(x, y) < distance;
  }
}
