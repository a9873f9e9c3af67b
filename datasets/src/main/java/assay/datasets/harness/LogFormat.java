package assay.datasets.harness;

import org.jspecify.annotations.Nullable;

/** The form in which one program logs what it asked and got. */
interface LogFormat {

  /** The program's name. */
  String program();

  /** What a file of this form holds, for messages. */
  String holds();

  /** Whether the file is of this form. */
  boolean recognises(LogFile file);

  /** What the log says of itself. */
  Heading heading(LogFile file);

  /** Whether one file may hold the answers of several readers, so that each trial says whose. */
  default boolean severalSystems() {
    return false;
  }

  /**
   * Whether a trial's reply is what a filter left of it, because the log does not hold it whole.
   */
  default boolean isFiltered(LoggedTrial trial) {
    return false;
  }

  /**
   * Gives every trial in the log's order.
   *
   * @throws assay.core.AssayException if the log cannot be read, or holds what this form cannot
   */
  void read(LogFile file, TrialTaker taker);

  /**
   * What a log says of itself.
   *
   * @param task what was asked, or null
   * @param model who answered, or null
   * @param doubt where the names were taken from, if they could be others: "from the file's name,
   *     …"; null where the program wrote them down
   */
  record Heading(@Nullable String task, @Nullable String model, @Nullable String doubt) {
    static final Heading NONE = new Heading(null, null);

    /** Names that the program wrote down. */
    Heading(@Nullable String task, @Nullable String model) {
      this(task, model, null);
    }
  }
}
