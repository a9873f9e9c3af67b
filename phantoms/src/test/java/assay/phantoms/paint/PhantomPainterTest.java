package assay.phantoms.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Sha256;
import assay.imaging.raster.Pixels;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.Lesion;
import assay.phantoms.scene.LesionShape;
import assay.phantoms.scene.PhantomScene;
import assay.phantoms.scene.SceneDrawer;
import assay.phantoms.scene.ScenePlan;
import assay.phantoms.scene.Side;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhantomPainterTest {

  private static PhantomScene scene(long seed, LesionShape shape, double diameter) {
    return SceneDrawer.draw(Draws.of(seed), new ScenePlan(1, 1, shape, diameter));
  }

  private static PhantomScene with(PhantomScene scene, List<Lesion> lesions) {
    return new PhantomScene(
        scene.width(),
        scene.height(),
        scene.spacing(),
        scene.scaleBar(),
        scene.marker(),
        scene.anatomy(),
        scene.vessels(),
        lesions,
        0,
        scene.grain());
  }

  /** The picture's pixels, which no library's version moves: another sum means another picture. */
  @Test
  void theSameSceneGivesTheSamePixelsOnEveryMachine() {
    Pixels pixels = PhantomPainter.paint(scene(7, LesionShape.SPICULATED, 28));

    assertThat(pixels.bands()).isEqualTo(1);
    assertThat(pixels.width()).isEqualTo(384);
    assertThat(pixels.height()).isEqualTo(320);
    assertThat(Sha256.of(pixels.samples()))
        .isEqualTo(Sha256.of(PhantomPainter.paint(scene(7, LesionShape.SPICULATED, 28)).samples()))
        .isEqualTo("2723711b6a1e03e1122269e0bc929e017c483db143424bd308729b3b06d9a49d");
  }

  /**
   * The truth against the pixels by a second way of measuring: the noiseless picture with and
   * without one lesion differs by that lesion alone. Blur moves density about but loses none, so
   * the area is what was added in all by what was added in the middle.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void lesionsInThePixelsAreAsStated(long seed) {
    LesionShape shape = LesionShape.values()[(int) (seed % 3)];
    PhantomScene scene = scene(seed, shape, 14 + 2 * seed);
    for (Lesion lesion : scene.lesions()) {
      double[] added = added(scene, lesion);
      double full = usual(added, scene, lesion);
      double sum = 0;
      double sumX = 0;
      double sumY = 0;
      for (int i = 0; i < added.length; i++) {
        sum += added[i];
        sumX += added[i] * x(scene, i);
        sumY += added[i] * y(scene, i);
      }
      double area = sum / full * scene.spacing() * scene.spacing();
      assertThat(area / area(lesion)).isBetween(0.94, 1.06);
      assertThat(sumX / sum).isCloseTo(lesion.x(), within(1.5));
      assertThat(sumY / sum).isCloseTo(lesion.y(), within(1.5));
      assertThat(sumX < 0).isEqualTo(lesion.side() == Side.RIGHT);
      double shadow = widestShadow(added, full / 2, scene);
      // Thin tips of spikes are less than half full.
      double lost = lesion.shape() == LesionShape.SPICULATED ? 3 : 1;
      assertThat(shadow - lesion.diameter()).isBetween(-lost * scene.spacing(), scene.spacing());
    }
  }

  /** Density that a lesion adds to each pixel, read off the grey levels. */
  private static double[] added(PhantomScene scene, Lesion lesion) {
    byte[] with = PhantomPainter.paint(with(scene, List.of(lesion))).samples();
    byte[] without = PhantomPainter.paint(with(scene, List.of())).samples();
    return IntStream.range(0, with.length)
        .mapToDouble(
            i -> with[i] == without[i] ? 0 : density(with[i] & 0xFF) - density(without[i] & 0xFF))
        .toArray();
  }

  /** The density that shows as a grey level, by halving. */
  private static double density(int grey) {
    double low = -1000;
    double high = 900;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (DisplayCurve.grey(middle) < grey) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double x(PhantomScene scene, int pixel) {
    return (pixel % scene.width() + 0.5 - scene.middleColumn()) * scene.spacing();
  }

  private static double y(PhantomScene scene, int pixel) {
    return (pixel / scene.width() + 0.5 - scene.middleRow()) * scene.spacing();
  }

  /** The mean of what the lesion adds within its core. */
  private static double usual(double[] added, PhantomScene scene, Lesion lesion) {
    return IntStream.range(0, added.length)
        .filter(
            i ->
                Math.hypot(x(scene, i) - lesion.x(), y(scene, i) - lesion.y())
                    < lesion.core() - 1.5 * scene.spacing())
        .mapToDouble(i -> added[i])
        .average()
        .orElseThrow();
  }

  private static double area(Lesion lesion) {
    double area = 0;
    int steps = 3600;
    for (int i = 0; i < steps; i++) {
      double radius = lesion.outline().radius(2 * Math.PI * (i + 0.5) / steps);
      area += radius * radius / 2 * (2 * Math.PI / steps);
    }
    return area;
  }

  private static double widestShadow(double[] added, double half, PhantomScene scene) {
    double widest = 0;
    for (int degrees = 0; degrees < 180; degrees++) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      double near = Double.MAX_VALUE;
      double far = -Double.MAX_VALUE;
      for (int i = 0; i < added.length; i++) {
        if (added[i] >= half) {
          double along = x(scene, i) * cos + y(scene, i) * sin;
          near = Math.min(near, along);
          far = Math.max(far, along);
        }
      }
      widest = Math.max(widest, far - near);
    }
    return widest + 0.5 * scene.spacing();
  }

  @Test
  void theScaleBarIsAsLongAsItSays() {
    for (long seed = 1; seed <= 15; seed++) {
      PhantomScene scene = scene(seed, LesionShape.ROUND, 20);
      Pixels pixels = PhantomPainter.paint(with(scene, List.of()));
      int row = scene.height() - 13;
      double ink = 0;
      // The label ends left of that; air is black.
      for (int x = scene.width() - 16 - (int) (50 / scene.spacing()); x < scene.width(); x++) {
        ink += pixels.sample(x, row, 0) / 255.0;
      }
      assertThat(ink * scene.spacing()).isCloseTo(50, within(0.3));
    }
  }

  @Test
  void theMarkerStandsOnItsSide() {
    for (long seed = 1; seed <= 10; seed++) {
      PhantomScene scene = scene(seed, LesionShape.OVAL, 20);
      Pixels pixels = PhantomPainter.paint(scene);
      int left = 0;
      int right = 0;
      for (int y = 12; y < 33; y++) {
        for (int x = 0; x < 30; x++) {
          left += pixels.sample(x, y, 0) == 255 ? 1 : 0;
          right += pixels.sample(scene.width() - 1 - x, y, 0) == 255 ? 1 : 0;
        }
      }
      // R has 18 dots of 3 × 3 pixels, L has 11.
      assertThat(left).isEqualTo(scene.marker() == Side.RIGHT ? 18 * 9 : 0);
      assertThat(right).isEqualTo(scene.marker() == Side.LEFT ? 11 * 9 : 0);
    }
  }

  @Test
  void noiseIsInThePictureAndDiffersBetweenScenes() {
    PhantomScene scene = scene(3, LesionShape.OVAL, 20);
    Pixels quiet = PhantomPainter.paint(with(scene, scene.lesions()));
    Pixels noisy = PhantomPainter.paint(scene);
    assertThat(noisy.samples()).isNotEqualTo(quiet.samples());
  }

  @Test
  void everyLetterOfTheLabelHasItsGlyph() {
    for (char letter : "RL0123456789m ".toCharArray()) {
      assertThat(Glyphs.rows(letter)).hasSize(Glyphs.HEIGHT);
      for (String row : Glyphs.rows(letter)) {
        assertThat(row).hasSize(Glyphs.WIDTH).matches("[#.]+");
      }
    }
  }
}
