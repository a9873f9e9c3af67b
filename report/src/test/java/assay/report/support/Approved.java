package assay.report.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a person has looked at and found right, as resources beside a test. */
public final class Approved {

  private Approved() {}

  /** Compares; where the text differs, the new one is left in target/approved to be looked at. */
  public static void check(Class<?> test, String name, String actual) {
    Path found = Path.of("target", "approved", test.getSimpleName(), name);
    try (InputStream in = test.getResourceAsStream("approved/" + name)) {
      String approved = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!approved.equals(actual)) {
        Files.createDirectories(found.getParent());
        Files.writeString(found, actual);
      }
      assertThat(actual)
          .as("look at %s; if it is right, copy it to the test's resources", found)
          .isEqualTo(approved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
