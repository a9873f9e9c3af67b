package assay.datasets.harness;

/** Is given what a log holds, trial by trial. */
@FunctionalInterface
interface TrialTaker {

  /** A trial. */
  void take(LoggedTrial trial);

  /** A record that makes no trial of its own: the same reply, read by a further filter. */
  default void leftOut() {}
}
