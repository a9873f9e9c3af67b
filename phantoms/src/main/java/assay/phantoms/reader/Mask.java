package assay.phantoms.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A set of pixels. */
final class Mask {

  private final int width;
  private final int height;
  private final BitSet bits;

  Mask(int width, int height) {
    this.width = width;
    this.height = height;
    this.bits = new BitSet(width * height);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean has(int at) {
    return bits.get(at);
  }

  boolean has(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && bits.get(y * width + x);
  }

  void set(int at, boolean held) {
    bits.set(at, held);
  }

  int count() {
    return bits.cardinality();
  }

  private Mask copy() {
    Mask copy = new Mask(width, height);
    copy.bits.or(bits);
    return copy;
  }

  Mask and(Mask other) {
    Mask both = copy();
    both.bits.and(other.bits);
    return both;
  }

  Mask or(Mask other) {
    Mask any = copy();
    any.bits.or(other.bits);
    return any;
  }

  Mask without(Mask other) {
    Mask rest = copy();
    rest.bits.andNot(other.bits);
    return rest;
  }

  Mask not() {
    Mask rest = copy();
    rest.bits.flip(0, width * height);
    return rest;
  }

  /** Pixels in order. */
  int[] pixels() {
    return bits.stream().toArray();
  }

  /** How neighbours touch. */
  enum Touch {
    SIDES,
    SIDES_AND_CORNERS
  }

  /** The connected parts of at least this many pixels, in the order of their first pixel. */
  List<Mask> parts(Touch touch, int least) {
    BitSet left = (BitSet) bits.clone();
    List<Mask> parts = new ArrayList<>();
    for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed)) {
      int[] pixels = flood(left, seed, touch);
      if (pixels.length >= least) {
        Mask part = new Mask(width, height);
        for (int at : pixels) {
          part.bits.set(at);
        }
        parts.add(part);
      }
    }
    return parts;
  }

  /** The largest connected part that has a pixel of another set; empty where none has. */
  Mask largestPartMeeting(Mask other) {
    BitSet left = (BitSet) bits.clone();
    int[] largest = {};
    for (int seed : other.pixels()) {
      if (left.get(seed)) {
        int[] pixels = flood(left, seed, Touch.SIDES);
        largest = pixels.length > largest.length ? pixels : largest;
      }
    }
    Mask part = new Mask(width, height);
    for (int at : largest) {
      part.bits.set(at);
    }
    return part;
  }

  /** Takes the part that holds a pixel out of a set. */
  private int[] flood(BitSet left, int seed, Touch touch) {
    int[] found = new int[64];
    int count = 0;
    found[count++] = seed;
    left.clear(seed);
    for (int next = 0; next < count; next++) {
      int x = found[next] % width;
      int y = found[next] / width;
      if (count + 8 > found.length) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          boolean corner = dx != 0 && dy != 0;
          int nx = x + dx;
          int ny = y + dy;
          boolean beyond = nx < 0 || ny < 0 || nx >= width || ny >= height;
          if (beyond || (corner && touch == Touch.SIDES) || !left.get(ny * width + nx)) {
            continue;
          }
          left.clear(ny * width + nx);
          found[count++] = ny * width + nx;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** With all that it encloses: what cannot be reached from the image's edge. */
  Mask filled() {
    BitSet open = not().bits;
    for (int x = 0; x < width; x++) {
      drain(open, x);
      drain(open, (height - 1) * width + x);
    }
    for (int y = 0; y < height; y++) {
      drain(open, y * width);
      drain(open, y * width + width - 1);
    }
    Mask filled = copy();
    filled.bits.or(open);
    return filled;
  }

  private void drain(BitSet open, int at) {
    if (open.get(at)) {
      flood(open, at, Touch.SIDES);
    }
  }

  /** The part within a box, with an empty rim of one pixel around it. */
  Mask cropped(Box box) {
    Mask small = new Mask(box.width() + 2, box.height() + 2);
    for (int at = bits.nextSetBit(box.top() * width);
        at >= 0 && at < (box.bottom() + 1) * width;
        at = bits.nextSetBit(at + 1)) {
      int x = at % width;
      if (x >= box.left() && x <= box.right()) {
        small.bits.set((at / width - box.top() + 1) * small.width + x - box.left() + 1);
      }
    }
    return small;
  }

  /** Pixels all of whose surroundings within {@code radius} are in the set. */
  Mask eroded(double radius) {
    return not().dilated(radius).not();
  }

  /** Pixels that have any of the set within {@code radius}. */
  Mask dilated(double radius) {
    Mask wide = new Mask(width, height);
    int reach = (int) radius;
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int x = at % width;
      int y = at / width;
      for (int dy = -reach; dy <= reach; dy++) {
        int half = (int) Math.sqrt(radius * radius - dy * dy);
        int row = y + dy;
        if (row >= 0 && row < height) {
          int from = Math.max(0, x - half);
          int to = Math.min(width - 1, x + half);
          wide.bits.set(row * width + from, row * width + to + 1);
        }
      }
    }
    return wide;
  }
}
