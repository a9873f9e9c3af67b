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
  private @Nullable CompletableFuture<Integer> ahead;

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
    CompletableFuture<Integer> pending = ahead;
    if (pending == null) {
      pending = new CompletableFuture<>();
      ahead = pending;
      Thread.startVirtualThread(readInto(pending));
    }
    return pending.thenApply(length -> length > 0);
  }

  /** Touches the buffer's bytes alone: how many they are, the reader takes from the future. */
  private Runnable readInto(CompletableFuture<Integer> length) {
    return () -> {
      try {
        length.complete(in.read(buffer));
      } catch (IOException e) {
        length.complete(-1); // a reset is a client that has left, too
      }
    };
  }

  private boolean fill() throws IOException {
    CompletableFuture<Integer> pending = ahead;
    int length = pending == null ? in.read(buffer) : pending.join();
    ahead = null;
    position = 0;
    end = Math.max(length, 0);
    return length > 0;
  }
}
