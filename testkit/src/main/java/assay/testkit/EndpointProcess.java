package assay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** {@link EndpointMain} running as a process of its own, from the test's class path. */
public final class EndpointProcess implements AutoCloseable {
  private final Process process;
  private final URI baseUri;

  private EndpointProcess(Process process, URI baseUri) {
    this.process = process;
    this.baseUri = baseUri;
  }

  /**
   * Starts it with these options and waits until it listens.
   *
   * @throws AssertionError if it ends at once, with what it said
   */
  public static EndpointProcess start(String... options) {
    Process process = Command.java(EndpointMain.class, options).start();
    try {
      String line = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (line == null) {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        throw new AssertionError("the endpoint did not start: " + said);
      }
      return new EndpointProcess(process, URI.create(line));
    } catch (IOException e) {
      Command.kill(process);
      throw new UncheckedIOException("cannot read what the endpoint says", e);
    }
  }

  /** The base URL for clients, {@code http://127.0.0.1:PORT/v1}. */
  public URI baseUri() {
    return baseUri;
  }

  /** Its counters, as {@code GET /stats} gives them. */
  public JsonNode stats() {
    try (var in = baseUri.resolve("/stats").toURL().openStream()) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the endpoint does not tell its counters", e);
    }
  }

  /** Kills it. */
  @Override
  public void close() {
    Command.kill(process);
  }
}
