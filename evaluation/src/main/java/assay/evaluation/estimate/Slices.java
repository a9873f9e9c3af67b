package assay.evaluation.estimate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Values by which estimates are given apart. */
public final class Slices {

  /** The slice of a kind of answer, where a benchmark asks for several. */
  public static final String KIND = "kind";

  /** The slice of a subset, where a benchmark has several. */
  public static final String SUBSET = "subset";

  private Slices() {}

  /**
   * Values of a tag with the more general ones above them: {@code mri/t1} counts as {@code mri}
   * too, each once.
   */
  public static SequencedSet<String> rolledUp(List<String> values) {
    SequencedSet<String> all = new LinkedHashSet<>();
    for (String value : values) {
      for (int slash = value.indexOf('/'); slash > 0; slash = value.indexOf('/', slash + 1)) {
        all.add(value.substring(0, slash));
      }
      all.add(value);
    }
    return all;
  }
}
