package assay.cli.wiring;

import assay.evaluation.store.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Works on a copy of a run, so that the file itself is left to whoever writes it. */
final class PassingCopy {

  private PassingCopy() {}

  /** What is done with a copy. */
  @FunctionalInterface
  interface Use<T> {
    T of(Path copy) throws IOException;
  }

  static <T> T of(RunFile file, Use<T> use) throws IOException {
    Path folder = Files.createTempDirectory("assay");
    Path copy = folder.resolve("run.assay");
    try {
      file.copy(copy);
      return use.of(copy);
    } finally {
      RunFile.discard(copy);
      Files.delete(folder);
    }
  }
}
