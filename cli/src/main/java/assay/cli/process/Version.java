package assay.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The version of Assay, as the build wrote it. */
public final class Version {

  private static final String TEXT = read();

  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String text() {
    return TEXT;
  }

  private static String read() {
    try (@Nullable InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing from the jar");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
