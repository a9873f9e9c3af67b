package assay.phantoms.scene;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exact truth of one phantom image.
 *
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param spacing millimetres a pixel, in both directions
 * @param scaleBar length of the scale bar in millimetres
 * @param marker the side of the patient whose letter is drawn, on the half of the image where it
 *     lies
 * @param anatomy the body
 * @param vessels vessels inside the lungs
 * @param lesions the lesions, none or more
 * @param noise standard deviation of the noise in Hounsfield-like units
 * @param grain seed of texture and noise
 */
public record PhantomScene(
    int width,
    int height,
    double spacing,
    double scaleBar,
    Side marker,
    Anatomy anatomy,
    List<Vessel> vessels,
    List<Lesion> lesions,
    double noise,
    long grain) {

  public PhantomScene {
    vessels = List.copyOf(vessels);
    lesions = List.copyOf(lesions);
  }

  /** The column, counted from the left edge, where the body's middle lies. */
  public double middleColumn() {
    return width / 2.0;
  }

  /** The row, counted from the upper edge, where the body's middle lies: there is room below. */
  public double middleRow() {
    return height / 2.0 - 10;
  }

  /** The lesion of the longest diameter. */
  public Optional<Lesion> largest() {
    return lesions.stream().max(Comparator.comparingDouble(Lesion::diameter));
  }

  /** How many lesions a lung holds. */
  public int count(Side side) {
    return (int) lesions.stream().filter(lesion -> lesion.side() == side).count();
  }
}
