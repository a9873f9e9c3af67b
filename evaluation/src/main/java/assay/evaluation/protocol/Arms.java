package assay.evaluation.protocol;

import assay.core.AssayException;
import assay.core.Problem;
import java.util.List;

/** The arms there are, by name. */
public final class Arms {

  private static final List<Arm> ALL = List.of(new StandardArm(), new BlindArm());

  private Arms() {}

  /** Every arm, in the order of the documentation. */
  public static List<Arm> all() {
    return ALL;
  }

  /**
   * The arm of this name.
   *
   * @throws AssayException if there is none; it lists those there are
   */
  public static Arm byName(String name) {
    return ALL.stream()
        .filter(arm -> arm.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("there is no arm '" + name + "'")
                        .expected(
                            "one of " + String.join(", ", ALL.stream().map(Arm::name).toList()))));
  }
}
