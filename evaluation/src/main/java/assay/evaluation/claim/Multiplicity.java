package assay.evaluation.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the statements of a family are held together. */
public enum Multiplicity {
  /** Every bound at level 1 − (1 − level)/m: bounds and decisions hold together. */
  BONFERRONI("bonferroni"),
  /**
   * Step by step (S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70): whatever is decided
   * at 1 − (1 − level)/m is; the k that are left are looked at again at 1 − (1 − level)/k, until
   * nothing more is decided. Decides all that Bonferroni does, and more; decisions hold together,
   * bounds do not.
   */
  HOLM("holm"),
  /** Each for itself. */
  NONE("none");

  private final String id;

  Multiplicity(String id) {
    this.id = id;
  }

  /** Stable id. */
  public String id() {
    return id;
  }

  /** The one of an id; empty where there is none. */
  public static Optional<Multiplicity> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /** All ids. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Multiplicity::id).toList();
  }
}
