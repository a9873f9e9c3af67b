package assay.cli.process;

/** What the command's exit code says. */
public enum ExitCode {
  /** Done. */
  DONE(0, "done"),
  /** A verdict is negative: a claim is not supported, a reproduction differs. */
  NEGATIVE(1, "a verdict is negative: a claim is not supported, a reproduction differs"),
  /** Wrong usage. */
  USAGE(2, "wrong usage"),
  /** Incomplete: trials failed, or the budget was used up. */
  INCOMPLETE(3, "incomplete: trials failed, or a budget was used up"),
  /** Bad input data. */
  DATA(4, "bad input data"),
  /** The endpoint cannot be used. */
  ENDPOINT(5, "the endpoint cannot be used"),
  /** A fault of the program itself. */
  FAULT(70, "a fault of Assay itself"),
  /** Interrupted; can be resumed. */
  INTERRUPTED(130, "interrupted; the run can be resumed");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /** One line for the help. */
  public String meaning() {
    return meaning;
  }
}
