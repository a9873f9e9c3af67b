package assay.phantoms.reader;

import assay.phantoms.reader.Mask.Touch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds lesions: bright parts inside the dark of the lungs that are thick, and dark all around.
 * Lengths in pixels.
 */
final class LesionSearch {

  /** Share of the image that the dark of a lung takes at least, in one part. */
  private static final double LEAST_DARK = 0.0004;

  private static final double BRIDGED = 3;
  private static final double RIM = 2;
  private static final double LARGEST = 0.25;
  private static final double MOST_ELONGATED = 2.4;
  private static final double LEAST_SOLID = 0.5;
  private static final double LEAST_FILLED = 0.85;

  /** The circle that fits into a lesion has at least this share of its length for a radius. */
  private static final double THICKNESS = 0.2;

  private final Grid image;
  private final double thinnest;
  private final double shortest;

  /**
   * A search in a smoothed image.
   *
   * @param thinnest radius of the circle that fits into a lesion at least
   * @param shortest longest extent of a lesion at least
   */
  LesionSearch(Grid smoothed, double thinnest, double shortest) {
    this.image = smoothed;
    this.thinnest = thinnest;
    this.shortest = shortest;
  }

  List<Finding> findings() {
    Mask body = body();
    if (body.count() == 0) {
      return List.of();
    }
    double tissue = threshold(values(body));
    Mask dark = body.without(image.atLeast((float) tissue));
    Mask lungs = lungs(dark);
    double[] air = values(lungs.and(dark));
    if (air.length == 0) {
      return List.of();
    }
    double middle = quantile(air, 0.5);
    // The spread below the middle: above it are vessels and faint lesions.
    double spread = (middle - quantile(air, 0.1587));
    double faint = middle + Math.max(11, 4 * spread);
    Mask inside = lungs.eroded(RIM);
    List<Finding> findings = new ArrayList<>();
    Mask taken = new Mask(image.width(), image.height());
    // A lesion stands alone at some level: low enough to be whole, high enough to be off vessels.
    for (double level = faint; level < 200; level += 8) {
      Mask bright = inside.and(image.atLeast((float) level)).without(taken);
      for (Mask part : bright.parts(Touch.SIDES, (int) (Math.PI * thinnest * thinnest))) {
        if (!isLesion(part)) {
          continue;
        }
        // Measured at the level half way between the lung and the lesion's own brightness; a piece
        // of a vessel then shows all of its length and branches.
        double half = (middle + quantile(values(part), 0.6)) / 2;
        Mask whole = lungs.and(image.atLeast((float) half)).largestPartMeeting(part);
        if (isLesion(whole)) {
          taken = taken.or(whole.dilated(BRIDGED)).or(part);
          findings.add(new ContourMeasurement(image, whole, half).measured());
        }
      }
    }
    findings.removeIf(finding -> finding.length() < shortest);
    return findings;
  }

  /** Thick for its length, not branched as vessels are, not hollow as airways are. */
  private boolean isLesion(Mask part) {
    Box box = Box.of(part);
    if (Math.max(box.width(), box.height()) > LARGEST * image.width()) {
      return false;
    }
    Finding form = new ContourMeasurement(image, part, 0).measured();
    double radius = Math.max(thinnest, THICKNESS * form.length());
    Mask filled = part.cropped(box).filled();
    return form.elongation() < MOST_ELONGATED
        && form.solidity() > LEAST_SOLID
        && part.count() > LEAST_FILLED * filled.count()
        && filled.eroded(radius).count() > 0;
  }

  private Mask body() {
    Mask largest = new Mask(image.width(), image.height());
    for (Mask part : image.atLeast(60).parts(Touch.SIDES, 1000)) {
      largest = part.count() > largest.count() ? part : largest;
    }
    return largest.filled();
  }

  /** Dark parts of some size, with the bright that lies in or between them. */
  private Mask lungs(Mask dark) {
    Mask lungs = new Mask(image.width(), image.height());
    int least = (int) (LEAST_DARK * image.width() * image.height());
    for (Mask part : dark.eroded(1).parts(Touch.SIDES, least)) {
      lungs = lungs.or(part);
    }
    lungs = lungs.dilated(1.5).and(dark);
    return lungs.dilated(BRIDGED).filled().eroded(BRIDGED);
  }

  private double[] values(Mask mask) {
    return Arrays.stream(mask.pixels()).mapToDouble(at -> image.levels()[at]).toArray();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
  }

  /**
   * Otsu's threshold (1979) for three classes, the lower one: the levels that part the values into
   * air, fat and muscle so that the classes' means lie farthest apart.
   */
  private static double threshold(double[] values) {
    double[] count = new double[257];
    double[] sum = new double[257];
    for (double value : values) {
      int level = (int) Math.clamp(value, 0.0, 255.0);
      count[level + 1]++;
      sum[level + 1] += level;
    }
    for (int i = 1; i <= 256; i++) {
      count[i] += count[i - 1];
      sum[i] += sum[i - 1];
    }
    double best = -1;
    int lower = 0;
    for (int i = 1; i < 255; i++) {
      for (int j = i + 1; j < 256; j++) {
        double apart = part(count, sum, 0, i) + part(count, sum, i, j) + part(count, sum, j, 256);
        if (apart > best) {
          best = apart;
          lower = i;
        }
      }
    }
    return lower;
  }

  private static double part(double[] count, double[] sum, int from, int to) {
    double n = count[to] - count[from];
    double total = sum[to] - sum[from];
    return n == 0 ? 0 : total * total / n;
  }
}
