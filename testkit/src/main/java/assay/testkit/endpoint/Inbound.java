package assay.testkit.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buffered reading from a client that can also notice, while a reply waits, that the client has
 * left.
 */
final class Inbound {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int position;
  private int end;
  private @Nullable CompletableFuture<Boolean> ahead;

  Inbound(InputStream in) {
    this.in = in;
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    return position == end && !fill() ? -1 : buffer[position++] & 0xff;
  }

  /** Whether a byte is here without waiting for the client. */
  boolean hasBuffered() {
    return position < end;
  }

  /** A line without its end, or null at the end of input. */
  @Nullable String line(int limit) throws IOException, MalformedRequestException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int b = read();
      if (b < 0) {
        if (line.size() > 0) {
          throw new MalformedRequestException("the request ends within a line");
        }
        return null;
      }
      if (b == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (line.size() >= limit) {
        throw new MalformedRequestException("a line is longer than " + limit + " bytes");
      }
      line.write(b);
    }
  }

  /** Exactly so many bytes, or fewer where the input ends. */
  byte[] read(int length) throws IOException {
    var bytes = new ByteArrayOutputStream(Math.min(length, 1 << 20));
    while (bytes.size() < length && (position < end || fill())) {
      int n = Math.min(end - position, length - bytes.size());
      bytes.write(buffer, position, n);
      position += n;
    }
    return bytes.toByteArray();
  }

  /**
   * Begins to read ahead on a thread of its own; true means that something came, false that the
   * client has left. Until it is done, only the reading methods here may be called, which wait for
   * it.
   */
  CompletableFuture<Boolean> ahead() {
    if (hasBuffered()) {
      return CompletableFuture.completedFuture(true);
    }
    CompletableFuture<Boolean> pending = ahead;
    if (pending == null) {
      var started = new CompletableFuture<Boolean>();
      ahead = started;
      Thread.startVirtualThread(
          () -> {
            boolean more = false;
            try {
              more = fillNow();
            } catch (IOException e) {
              // a reset is a client that has left, too
              more = false;
            } finally {
              started.complete(more);
            }
          });
      return started;
    }
    return pending;
  }

  private boolean fill() throws IOException {
    CompletableFuture<Boolean> pending = ahead;
    if (pending != null) {
      boolean more = pending.join();
      ahead = null;
      return more;
    }
    return fillNow();
  }

  private boolean fillNow() throws IOException {
    int n = in.read(buffer, 0, buffer.length);
    position = 0;
    end = Math.max(n, 0);
    return n > 0;
  }
}
