package assay.phantoms.reader;

import assay.phantoms.reader.Mask.Touch;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is written into an image besides the body: the scale bar and the side marker.
 *
 * @param barLength length of the scale bar in pixels, or empty where none was found
 * @param rightOnLeft whether the patient's right lies on the image's left; empty where no marker
 *     was found
 */
record Annotations(OptionalDouble barLength, Optional<Boolean> rightOnLeft) {

  private static final float INK = 180;

  static Annotations of(Grid image) {
    Mask bright = image.atLeast(INK);
    OptionalDouble bar = OptionalDouble.empty();
    Optional<Boolean> rightOnLeft = Optional.empty();
    double widest = image.width() * 0.06;
    double largest = 0;
    for (Mask part : bright.parts(Touch.SIDES_AND_CORNERS, 20)) {
      Box box = Box.of(part);
      boolean flat = box.width() >= 4 * box.height();
      if (flat && box.top() > image.height() * 0.6 && box.width() > widest) {
        widest = box.width();
        bar = OptionalDouble.of(length(image, box));
      }
      if (isLetter(image, box) && onDarkGround(image, box) && part.count() > largest) {
        largest = part.count();
        boolean onLeft = box.right() < image.width() / 2;
        rightOnLeft = Optional.of(isR(part.cropped(box)) == onLeft);
      }
    }
    return new Annotations(bar, rightOnLeft);
  }

  /** Upright, small, in one of the upper corners. */
  private static boolean isLetter(Grid image, Box box) {
    double corner = image.width() * 0.2;
    boolean upper = box.bottom() < image.height() * 0.3;
    boolean outer = box.right() < corner || box.left() > image.width() - corner;
    boolean upright = box.height() >= box.width() && box.height() <= 3 * box.width();
    return upper && outer && upright && box.height() > image.height() * 0.03;
  }

  /** Nothing bright touches it: not a piece of bone. */
  private static boolean onDarkGround(Grid image, Box box) {
    double sum = 0;
    int count = 0;
    for (int y = box.top() - 3; y <= box.bottom() + 3; y++) {
      for (int x = box.left() - 3; x <= box.right() + 3; x++) {
        boolean rim =
            y < box.top() - 1 || y > box.bottom() + 1 || x < box.left() - 1 || x > box.right() + 1;
        if (rim && x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
          sum += image.at(x, y);
          count++;
        }
      }
    }
    return count > 0 && sum / count < INK / 4;
  }

  /** An R encloses a piece of ground, an L does not. */
  private static boolean isR(Mask letter) {
    return letter.filled().without(letter).count() > 0;
  }

  /** Length to a part of a pixel: the ends' columns count by how bright they are. */
  private static double length(Grid image, Box box) {
    int row = box.bottom() - 1;
    int from = Math.max(0, box.left() - 2);
    int to = Math.min(image.width() - 1, box.right() + 2);
    float ink = image.at((box.left() + box.right()) / 2, row);
    float ground = image.at(Math.max(0, from - 2), row);
    double length = 0;
    for (int x = from; x <= to; x++) {
      length += Math.clamp((image.at(x, row) - ground) / (ink - ground), 0.0, 1.0);
    }
    return length;
  }
}
