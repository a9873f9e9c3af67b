package assay.evaluation.store;

import assay.core.AssayException;
import java.nio.file.Path;

/** Another process that wants to write a run: prints {@code taken} or what it was told. */
public final class LockTaker {

  private LockTaker() {}

  /** Takes the lock of the run that is named, and gives it back. */
  public static void main(String[] arguments) {
    try (RunFileLock lock = RunFileLock.take(Path.of(arguments[0]))) {
      System.out.println(lock == null ? "" : "taken");
    } catch (AssayException e) {
      System.out.println(e.getMessage());
    }
  }
}
