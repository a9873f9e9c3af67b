package assay.phantoms.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures a bright part of an image along the line where it is half as bright as its middle. */
final class ContourMeasurement {

  private record Point(double x, double y) {}

  private final Grid image;
  private final Mask part;
  private final double level;

  ContourMeasurement(Grid image, Mask part, double level) {
    this.image = image;
    this.part = part;
    this.level = level;
  }

  Finding measured() {
    int[] pixels = part.pixels();
    double count = pixels.length;
    double sumX = 0;
    double sumY = 0;
    for (int at : pixels) {
      sumX += column(at);
      sumY += row(at);
    }
    double middleX = sumX / count;
    double middleY = sumY / count;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int at : pixels) {
      double dx = column(at) - middleX;
      double dy = row(at) - middleY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    // Each pixel is itself a square, of variance 1/12.
    double half = (xx + yy) / count / 2 + 1 / 12.0;
    double spread = Math.hypot((xx - yy) / count / 2, xy / count);
    double elongation = Math.sqrt((half + spread) / Math.max(1e-9, half - spread));
    List<Point> hull = hull(crossings());
    return new Finding(middleX, middleY, longest(hull), elongation, count / area(hull));
  }

  private int column(int at) {
    return at % part.width();
  }

  private int row(int at) {
    return at / part.width();
  }

  /** Where the level is crossed between neighbouring pixels, to a part of a pixel. */
  private List<Point> crossings() {
    List<Point> points = new ArrayList<>();
    int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (int at : part.pixels()) {
      int x = column(at);
      int y = row(at);
      for (int[] step : steps) {
        int nx = x + step[0];
        int ny = y + step[1];
        if (part.has(nx, ny) || nx < 0 || ny < 0 || nx >= image.width() || ny >= image.height()) {
          continue;
        }
        double inside = image.at(x, y);
        double outside = image.at(nx, ny);
        double share =
            inside <= outside ? 0.5 : Math.clamp((inside - level) / (inside - outside), 0.0, 1.0);
        points.add(new Point(x + share * step[0], y + share * step[1]));
      }
    }
    return points;
  }

  /** The convex hull, by Andrew's monotone chain. */
  private static List<Point> hull(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    if (sorted.size() < 3) {
      return sorted;
    }
    List<Point> hull = new ArrayList<>();
    for (List<Point> chain : List.of(sorted, sorted.reversed())) {
      int start = hull.size();
      for (Point point : chain) {
        while (hull.size() >= start + 2
            && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
          hull.removeLast();
        }
        hull.add(point);
      }
      hull.removeLast();
    }
    return hull;
  }

  private static double turn(Point a, Point b, Point c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }

  private static double longest(List<Point> hull) {
    double most = 0;
    for (Point a : hull) {
      for (Point b : hull) {
        most = Math.max(most, Math.hypot(a.x() - b.x(), a.y() - b.y()));
      }
    }
    return most;
  }

  private static double area(List<Point> hull) {
    double twice = 0;
    for (int i = 0; i < hull.size(); i++) {
      Point a = hull.get(i);
      Point b = hull.get((i + 1) % hull.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return Math.max(1e-9, Math.abs(twice) / 2);
  }
}
