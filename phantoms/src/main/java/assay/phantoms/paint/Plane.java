package assay.phantoms.paint;

import assay.phantoms.scene.Lesion;
import assay.phantoms.scene.Region;
import java.util.Arrays;

/** The image plane while it is painted: a density for each pixel. */
final class Plane {

  private static final int POINTS = 8;

  private final int width;
  private final int height;
  private final double middleRow;
  private final double spacing;
  private final double[] density;

  /**
   * A plane of one density.
   *
   * @param middleRow where 0 lies, in rows from the upper edge
   */
  Plane(int width, int height, double middleRow, double spacing, double density) {
    this.width = width;
    this.height = height;
    this.middleRow = middleRow;
    this.spacing = spacing;
    this.density = new double[width * height];
    Arrays.fill(this.density, density);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double[] density() {
    return density;
  }

  /** Where a column's middle lies, in millimetres. */
  double x(int column) {
    return (column + 0.5 - width / 2.0) * spacing;
  }

  /** Where a row's middle lies, in millimetres. */
  double y(int row) {
    return (row + 0.5 - middleRow) * spacing;
  }

  private int column(double x) {
    return (int) Math.clamp(Math.floor(x / spacing + width / 2.0), 0.0, width - 1.0);
  }

  private int row(double y) {
    return (int) Math.clamp(Math.floor(y / spacing + middleRow), 0.0, height - 1.0);
  }

  /** A density that depends on the place. */
  @FunctionalInterface
  interface Paint {
    double at(double x, double y, double under);
  }

  /** The same region, its distance at each pixel's middle worked out beforehand. */
  Region sampled(Region region) {
    double[] distance = new double[width * height];
    for (int i = 0; i < distance.length; i++) {
      distance[i] = region.distance(x(i % width), y(i / width));
    }
    return (x, y) -> distance[row(y) * width + column(x)];
  }

  /** Paints a region; pixels at its rim are mixed by the share that it covers. */
  void fill(Region region, Paint paint) {
    fill(region, 0, 0, Math.max(width, height) * spacing, paint);
  }

  void fill(Region region, double tissue) {
    fill(region, (x, y, under) -> tissue);
  }

  /** Paints a region that lies within {@code reach} of a point. */
  void fill(Region region, double middleX, double middleY, double reach, Paint paint) {
    int right = column(middleX + reach);
    int bottom = row(middleY + reach);
    for (int row = row(middleY - reach); row <= bottom; row++) {
      double y = y(row);
      for (int column = column(middleX - reach); column <= right; column++) {
        double x = x(column);
        double covered = Math.clamp(0.5 - region.distance(x, y) / spacing, 0.0, 1.0);
        if (covered > 0) {
          mix(row * width + column, covered, paint, x, y);
        }
      }
    }
  }

  /** Paints a lesion; each pixel at its rim is mixed by how many of its 8 × 8 points are inside. */
  void fill(Lesion lesion, Paint paint) {
    double corner = spacing * 0.75;
    double reach = lesion.reach() + corner;
    int right = column(lesion.x() + reach);
    int bottom = row(lesion.y() + reach);
    for (int row = row(lesion.y() - reach); row <= bottom; row++) {
      for (int column = column(lesion.x() - reach); column <= right; column++) {
        double dx = x(column) - lesion.x();
        double dy = y(row) - lesion.y();
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance > reach) {
          continue;
        }
        double covered = distance < lesion.core() - corner ? 1 : covered(lesion, column, row);
        if (covered > 0) {
          mix(row * width + column, covered, paint, x(column), y(row));
        }
      }
    }
  }

  private double covered(Lesion lesion, int column, int row) {
    int held = 0;
    for (int down = 0; down < POINTS; down++) {
      double y = y(row) + ((down + 0.5) / POINTS - 0.5) * spacing;
      for (int across = 0; across < POINTS; across++) {
        double x = x(column) + ((across + 0.5) / POINTS - 0.5) * spacing;
        held += lesion.holds(x, y) ? 1 : 0;
      }
    }
    return held / (double) (POINTS * POINTS);
  }

  private void mix(int at, double share, Paint paint, double x, double y) {
    density[at] += share * (paint.at(x, y, density[at]) - density[at]);
  }

  /** Blurs by a bell of weights over 3 × 3 pixels, as an imaging system does. */
  void blur(double side) {
    double middle = 1 - 2 * side;
    double[] rows = new double[density.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int left = y * width + Math.max(0, x - 1);
        int right = y * width + Math.min(width - 1, x + 1);
        rows[y * width + x] =
            middle * density[y * width + x] + side * (density[left] + density[right]);
      }
    }
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        density[y * width + x] =
            middle * rows[y * width + x] + side * (rows[above + x] + rows[below + x]);
      }
    }
  }
}
