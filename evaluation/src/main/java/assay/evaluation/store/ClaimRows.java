package assay.evaluation.store;

import assay.core.Sha256;
import java.util.Optional;

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
   * recorded, none kept from another run. The row alone proves nothing while the run is open for
   * anyone to add one, so whatever else the plan says must fit: its text has that hash, the plan
   * bars kept replies as it does from the first where it carries a claim, and no reader is a
   * recording, whose answers are always older.
   */
  public static boolean isPreRegistered(RunFile file, String sha256) {
    return file.value("cache").equals(Optional.of("none"))
        && Sql.number(
                file.connection(),
                "SELECT count(*) FROM claim WHERE sha256 = ? AND registered = 1",
                sha256)
            == 1
        && Sql.text(file.connection(), "SELECT content FROM claim WHERE sha256 = ?", sha256)
            .filter(content -> Sha256.of(content).equals(sha256))
            .isPresent()
        && !isAnsweredBefore(file);
  }

  /** Whether some answers were there before the run: a reader is a recording, or kept some. */
  private static boolean isAnsweredBefore(RunFile file) {
    return Sql.number(
            file.connection(),
            "SELECT EXISTS (SELECT 1 FROM reply WHERE from_cache = 1)"
                + " OR EXISTS (SELECT 1 FROM model WHERE identity LIKE 'recorded:%' OR name LIKE"
                + " 'recorded:%') OR EXISTS (SELECT 1 FROM run WHERE key = 'model_specs' AND value"
                + " LIKE '%\"recorded:%')")
        != 0;
  }
}
