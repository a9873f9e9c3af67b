package assay.phantoms.scene;

/** A part of the image plane, by its signed distance: negative inside, in about millimetres. */
@FunctionalInterface
public interface Region {

  /** Beyond this many millimetres nobody asks how far outside a point is. */
  double FAR = 10;

  /** How far a point is from the rim; negative inside. */
  double distance(double x, double y);

  /** What lies in both. */
  static Region both(Region a, Region b) {
    return (x, y) -> {
      double first = a.distance(x, y);
      return first > FAR ? first : Math.max(first, b.distance(x, y));
    };
  }

  /** What lies in the first, not in the second. */
  static Region without(Region a, Region b) {
    return (x, y) -> {
      double first = a.distance(x, y);
      return first > FAR ? first : Math.max(first, -b.distance(x, y));
    };
  }

  /**
   * What lies in any, corners between them filled in.
   *
   * @param fillet about the radius of the filled corners, above 0
   */
  static Region any(double fillet, Region... parts) {
    return (x, y) -> {
      double least = parts[0].distance(x, y);
      for (int i = 1; i < parts.length; i++) {
        double other = parts[i].distance(x, y);
        double near = Math.max(fillet - Math.abs(least - other), 0) / fillet;
        least = Math.min(least, other) - near * near * fillet / 4;
      }
      return least;
    };
  }

  /** The same, its rim moved outwards (or inwards, where negative). */
  default Region grown(double by) {
    return (x, y) -> distance(x, y) - by;
  }

  /**
   * An oval whose outline is {@code u⁴ + v⁴ + k·u²v² = 1} with {@code u = x/a, v = y/b}: an ellipse
   * where k is 2, fuller towards the corners the smaller k is.
   *
   * @param angle of its first half axis, radians clockwise from the right
   */
  static Region oval(double x, double y, double a, double b, double angle, double k) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return (pointX, pointY) -> {
      double dx = pointX - x;
      double dy = pointY - y;
      double u = (cos * dx + sin * dy) / a;
      double v = (cos * dy - sin * dx) / b;
      double u2 = u * u;
      double v2 = v * v;
      double level = Math.sqrt(Math.sqrt(u2 * u2 + v2 * v2 + k * u2 * v2));
      if (level < 1e-6) {
        return -Math.min(a, b);
      }
      double slopeU = u * (2 * u2 + k * v2) / a;
      double slopeV = v * (2 * v2 + k * u2) / b;
      double slope = Math.sqrt(slopeU * slopeU + slopeV * slopeV) / (2 * level * level * level);
      return (level - 1) / slope;
    };
  }

  /** An ellipse. */
  static Region ellipse(double x, double y, double a, double b, double angle) {
    return oval(x, y, a, b, angle, 2);
  }

  /** A circle. */
  static Region circle(double x, double y, double radius) {
    return (pointX, pointY) -> {
      double dx = pointX - x;
      double dy = pointY - y;
      return Math.sqrt(dx * dx + dy * dy) - radius;
    };
  }

  /** A straight rod with round ends, its radius going evenly from one end's to the other's. */
  static Region rod(
      double fromX, double fromY, double fromRadius, double toX, double toY, double toRadius) {
    double alongX = toX - fromX;
    double alongY = toY - fromY;
    double squared = Math.max(1e-9, alongX * alongX + alongY * alongY);
    return (x, y) -> {
      double part = Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / squared, 0.0, 1.0);
      double dx = x - fromX - part * alongX;
      double dy = y - fromY - part * alongY;
      return Math.sqrt(dx * dx + dy * dy) - (fromRadius + part * (toRadius - fromRadius));
    };
  }
}
