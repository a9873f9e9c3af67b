package assay.perf.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint that runs as a process of its own until it is closed. */
public final class ServedEndpoint implements AutoCloseable {

  private final Process process;
  private final URI base;

  private ServedEndpoint(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /**
   * Starts one and waits until it says where it listens.
   *
   * @param command program and arguments, without the port
   */
  static ServedEndpoint start(List<String> command) throws IOException {
    List<String> words = new ArrayList<>(command);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String line = process.inputReader().readLine();
    int at = line == null ? -1 : line.indexOf("http://");
    if (line == null || at < 0) {
      process.destroyForcibly();
      throw new IOException("the endpoint did not start: " + line);
    }
    int end = line.indexOf(' ', at);
    return new ServedEndpoint(
        process, URI.create(end < 0 ? line.substring(at) : line.substring(at, end)));
  }

  /** Its base URL, {@code http://127.0.0.1:PORT/v1}. */
  public URI base() {
    return base;
  }

  /** Its port. */
  public String port() {
    return Integer.toString(base.getPort());
  }

  /** Sets its counters to zero. */
  public void reset() throws IOException {
    ask("/reset", "POST");
  }

  /** Its counters and the window from the first request read to the last reply written. */
  public JsonNode stats() throws IOException {
    JsonNode stats = ask("/stats", "GET");
    if (stats == null) {
      throw new IOException("the endpoint tells no counters");
    }
    return stats;
  }

  private @Nullable JsonNode ask(String path, String method) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    try (var in = connection.getInputStream()) {
      return JsonMapper.builder().build().readTree(in);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
