package assay.phantoms.paint;

import assay.phantoms.scene.PhantomScene;
import assay.phantoms.scene.Side;
import java.util.Locale;

/** Draws the side marker and the scale bar over the finished picture. */
final class Overlay {

  private static final int INK = 255;
  private static final int MARGIN = 12;
  private static final int MARKER_DOT = 3;
  private static final int LABEL_DOT = 1;
  private static final int BAR = 3;
  private static final int TICK = 9;

  private final byte[] samples;
  private final int width;
  private final int height;

  Overlay(byte[] samples, int width, int height) {
    this.samples = samples;
    this.width = width;
    this.height = height;
  }

  void draw(PhantomScene scene) {
    char letter = scene.marker() == Side.RIGHT ? 'R' : 'L';
    int left = scene.marker() == Side.RIGHT ? MARGIN : width - MARGIN - Glyphs.WIDTH * MARKER_DOT;
    glyph(letter, left, MARGIN, MARKER_DOT);
    scaleBar(scene.scaleBar(), scene.spacing());
  }

  /** A bar with a tick at each end; its outer edges lie exactly the length apart. */
  private void scaleBar(double millimetres, double spacing) {
    double length = millimetres / spacing;
    double right = width - MARGIN;
    double left = right - length;
    int row = height - MARGIN;
    rectangle(left, right, row - BAR, row);
    rectangle(left, left + 2, row - TICK, row);
    rectangle(right - 2, right, row - TICK, row);
    String label = String.format(Locale.ROOT, "%.0f mm", millimetres);
    int size = LABEL_DOT * 2;
    int labelWidth = label.length() * (Glyphs.WIDTH + 1) * size - size;
    int start = (int) Math.round(left) - labelWidth - 8;
    for (int i = 0; i < label.length(); i++) {
      glyph(
          label.charAt(i), start + i * (Glyphs.WIDTH + 1) * size, row - Glyphs.HEIGHT * size, size);
    }
  }

  /** Full ink inside; the first and the last column by the share that is covered. */
  private void rectangle(double left, double right, int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = (int) Math.floor(left); x < right; x++) {
        double covered = Math.min(x + 1, right) - Math.max(x, left);
        ink(x, y, covered);
      }
    }
  }

  private void glyph(char letter, int left, int top, int size) {
    String[] rows = Glyphs.rows(letter);
    for (int y = 0; y < Glyphs.HEIGHT * size; y++) {
      for (int x = 0; x < Glyphs.WIDTH * size; x++) {
        if (rows[y / size].charAt(x / size) == '#') {
          ink(left + x, top + y, 1);
        }
      }
    }
  }

  private void ink(int x, int y, double covered) {
    int at = y * width + x;
    int under = samples[at] & 0xFF;
    int mixed = (int) Math.round(under + covered * (INK - under));
    samples[at] = (byte) Math.max(under, mixed);
  }
}
