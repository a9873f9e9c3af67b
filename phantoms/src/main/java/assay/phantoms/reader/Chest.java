package assay.phantoms.reader;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was seen in one image.
 *
 * @param lesions the lesions, the longest first
 */
record Chest(List<Seen> lesions) {

  /** How long a scale bar and how short a lesion is where the words do not say. */
  private static final double USUAL_BAR = 50;

  private static final double USUAL_SHORTEST = 6;

  /** A lesion half as wide as it is long still holds a circle of a quarter of its length. */
  private static final double THINNESS = 0.24;

  Chest {
    lesions = List.copyOf(lesions);
  }

  /**
   * A lesion.
   *
   * @param right whether it lies on the patient's right
   * @param millimetres its longest extent, or empty where the image has no scale
   * @param pixels its longest extent
   * @param shape in a word
   */
  record Seen(boolean right, OptionalDouble millimetres, double pixels, String shape) {

    private String words() {
      String size =
          millimetres.isPresent()
              ? String.format(Locale.ROOT, "%.1f mm", millimetres.getAsDouble())
              : "of unknown size";
      return shape + ", " + size + ", " + (right ? "right" : "left") + " lung";
    }
  }

  /** Looks at an image. */
  static Chest look(Grid image, QuestionText words) {
    Annotations annotations = Annotations.of(image);
    double bar = words.barLength().orElse(USUAL_BAR);
    OptionalDouble scale =
        annotations.barLength().isPresent()
            ? OptionalDouble.of(bar / annotations.barLength().getAsDouble())
            : OptionalDouble.empty();
    double shortest =
        words.shortestLesion().orElse(USUAL_SHORTEST) / scale.orElse(300.0 / image.width());
    boolean rightOnLeft = annotations.rightOnLeft().orElse(true);
    // Blur takes something off both ends of a short lesion.
    List<Seen> seen =
        new LesionSearch(image.smoothed(), THINNESS * shortest, 0.85 * shortest)
            .findings().stream()
                .sorted(Comparator.comparingDouble(Finding::length).reversed())
                .map(finding -> seen(finding, image, scale, rightOnLeft))
                .toList();
    return new Chest(seen);
  }

  private static Seen seen(Finding finding, Grid image, OptionalDouble scale, boolean rightOnLeft) {
    boolean onLeft = finding.x() < image.width() / 2.0;
    OptionalDouble length =
        scale.isPresent()
            ? OptionalDouble.of(finding.length() * scale.getAsDouble())
            : OptionalDouble.empty();
    return new Seen(onLeft == rightOnLeft, length, finding.length(), finding.shape());
  }

  boolean holds(boolean right) {
    return lesions.stream().anyMatch(lesion -> lesion.right() == right);
  }

  Optional<Seen> largest() {
    return lesions.stream().findFirst();
  }

  /** The findings in a sentence. */
  String words() {
    if (lesions.isEmpty()) {
      return "I see no lesion.";
    }
    return lesions.stream()
        .map(Seen::words)
        .collect(
            Collectors.joining(
                "; ",
                "I see " + lesions.size() + (lesions.size() == 1 ? " lesion: " : " lesions: "),
                "."));
  }
}
