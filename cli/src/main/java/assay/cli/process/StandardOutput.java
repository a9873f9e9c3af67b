package assay.cli.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers that something could not be written: a stream of Java's that
 * prints swallows it. That nobody reads any more, as behind {@code | head}, is no fault.
 */
public final class StandardOutput extends OutputStream {

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable String fault;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (fault == null && !message.contains("Broken pipe")) {
        fault = message;
      }
      throw e;
    }
  }

  /** Why something could not be written, if so. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }
}
