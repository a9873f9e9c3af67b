package assay.evaluation.store;

/** The claim files that a run carries. */
public final class ClaimRows {

  private ClaimRows() {}

  /**
   * Stores a claim file in a run.
   *
   * @param sha256 of its content
   * @param before whether no answer was there yet: what makes it pre-registered
   */
  public static void put(RunFile file, String sha256, String content, boolean before) {
    Sql.update(
        file.connection(),
        "INSERT OR IGNORE INTO claim VALUES (?, ?, ?)",
        sha256,
        content,
        before ? 1 : 0);
  }

  /** Whether the run carries the claim file, from whenever. */
  public static boolean isCarried(RunFile file, String sha256) {
    return Sql.number(file.connection(), "SELECT count(*) FROM claim WHERE sha256 = ?", sha256)
        == 1;
  }

  /**
   * Whether the run carried the claim file before its first call, and no answer is older: none
   * recorded, none kept from another run.
   */
  public static boolean isPreRegistered(RunFile file, String sha256) {
    return Sql.number(
                file.connection(),
                "SELECT count(*) FROM claim WHERE sha256 = ? AND registered = 1",
                sha256)
            == 1
        && Sql.number(file.connection(), "SELECT EXISTS (SELECT 1 FROM reply WHERE from_cache = 1)")
            == 0;
  }
}
