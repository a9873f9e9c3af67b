package assay.testkit;

/**
 * How a command ended.
 *
 * @param exitCode its exit code; 128 + n where signal n ended it
 * @param out its standard output, read as UTF-8
 * @param err its standard error, read as UTF-8
 */
public record Finished(int exitCode, String out, String err) {
  /** Itself, if the exit code is that; otherwise fails and shows both outputs. */
  public Finished expectExit(int code) {
    if (exitCode != code) {
      throw new AssertionError(
          "exit code " + exitCode + ", expected " + code + "\n--- out\n" + out + "--- err\n" + err);
    }
    return this;
  }
}
