package assay.phantoms.scene;

import org.jspecify.annotations.Nullable;

/**
 * What a scene is to hold; the rest is drawn by lot.
 *
 * @param right lesions in the patient's right lung
 * @param left lesions in the patient's left lung
 * @param largestShape shape of the largest lesion, or null where there is none
 * @param largestDiameter its longest diameter in millimetres; 0 where there is none
 */
public record ScenePlan(
    int right, int left, @Nullable LesionShape largestShape, double largestDiameter) {

  public ScenePlan {
    if (right < 0 || left < 0) {
      throw new IllegalArgumentException(right + ", " + left + " lesions: expected 0 or more");
    }
    boolean none = right + left == 0;
    if (none != (largestShape == null) || none != (largestDiameter == 0)) {
      throw new IllegalArgumentException(
          "the largest of "
              + (right + left)
              + " lesions: "
              + largestShape
              + ", "
              + largestDiameter);
    }
  }

  /** How many lesions. */
  public int lesions() {
    return right + left;
  }

  int lesions(Side side) {
    return side == Side.RIGHT ? right : left;
  }
}
