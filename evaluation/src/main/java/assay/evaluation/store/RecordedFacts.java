package assay.evaluation.store;

/**
 * What the publisher of a recording made of its answers, beside the answers themselves.
 *
 * @param readings whether any reply comes with what was read from it
 * @param scores whether any reply comes with its score
 */
public record RecordedFacts(boolean readings, boolean scores) {

  /** Neither. */
  public static final RecordedFacts NONE = new RecordedFacts(false, false);

  /** Looks through the replies of a run. */
  public static RecordedFacts of(RunFile file) {
    return new RecordedFacts(any(file, "recorded_reading"), any(file, "recorded_score"));
  }

  private static boolean any(RunFile file, String column) {
    String sql = "SELECT EXISTS (SELECT 1 FROM reply WHERE " + column + " IS NOT NULL)";
    return Sql.number(file.connection(), sql) == 1;
  }
}
