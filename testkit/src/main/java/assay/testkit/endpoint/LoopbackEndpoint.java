package assay.testkit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An OpenAI-compatible endpoint on 127.0.0.1 whose every reply a script decides.
 *
 * <p>{@code POST …/chat/completions} under any base path goes to the script; {@code GET …/models}
 * lists the models; {@code GET /stats} gives the counters as JSON and {@code POST /reset} sets them
 * to zero, for tests that run the endpoint as a process of its own; everything else is 404. A
 * request that breaks the protocol is answered with 400 and kept in {@link Traffic#problems()}, so
 * that a test can assert that its client broke nothing. Connections are kept alive and served each
 * on a virtual thread; thousands at once are no burden. A client that shuts down its sending half
 * is taken for one that has left.
 */
public final class LoopbackEndpoint implements AutoCloseable {
  /**
   * How an endpoint is set up.
   *
   * @param port 0 for any free one
   * @param kept how many requests the traffic keeps whole; later ones are only counted
   * @param models what {@code /models} lists
   */
  public record Setup(int port, int kept, List<String> models) {
    /** Copies the list. */
    public Setup {
      models = List.copyOf(models);
    }

    /** Any free port, 20,000 requests kept, one model {@code bench}. */
    public static Setup usual() {
      return new Setup(0, 20_000, List.of("bench"));
    }
  }

  private static final int BACKLOG = 4096;

  private final ServerSocket server;
  private final Setup setup;
  private final Traffic traffic;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private volatile Script script;

  private LoopbackEndpoint(ServerSocket server, Setup setup, Script script) {
    this.server = server;
    this.setup = setup;
    this.script = script;
    this.traffic = new Traffic(setup.kept());
  }

  /** Starts an endpoint on a free port. */
  public static LoopbackEndpoint start(Script script) {
    return start(Setup.usual(), script);
  }

  /** Starts an endpoint on a free port that does the same with every request. */
  public static LoopbackEndpoint start(Behaviour behaviour) {
    return start(Script.always(behaviour));
  }

  /**
   * Starts an endpoint.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static LoopbackEndpoint start(Setup setup, Script script) {
    try {
      var server = new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), setup.port()), BACKLOG);
      var endpoint = new LoopbackEndpoint(server, setup, script);
      endpoint.threads.execute(endpoint::accept);
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + setup.port(), e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** The base URL for clients, {@code http://127.0.0.1:PORT/v1}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port() + "/v1");
  }

  /** Decides from now on what happens to requests; those in flight keep their fate. */
  public void script(Script next) {
    script = next;
  }

  /** What has been asked so far. */
  public Traffic traffic() {
    return traffic;
  }

  /** Closes every connection, answered or not, and stops listening. */
  @Override
  public void close() {
    try {
      closeSockets();
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        throw new AssertionError("a script blocks the endpoint: " + traffic.counters());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the endpoint's sockets", e);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void closeSockets() throws IOException {
    closing.complete(null);
    threads.shutdown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  Script script() {
    return script;
  }

  CompletableFuture<Void> closing() {
    return closing;
  }

  void forget(Socket socket) {
    sockets.remove(socket);
  }

  /** Answers what is not for chat completions. */
  RawReply housekeeping(HttpRequest request) {
    boolean get = request.method().equals("GET");
    if (get && request.path().endsWith("/models")) {
      return models();
    }
    if (get && request.path().equals("/stats")) {
      return stats();
    }
    if (request.method().equals("POST") && request.path().equals("/reset")) {
      traffic.reset();
      return RawReply.json(200, "{}");
    }
    return Faults.error(
        404,
        "invalid_request_error",
        "unknown_url",
        "Unknown request URL: " + request.method() + " " + request.target());
  }

  private RawReply models() {
    var root = ChatRendering.JSON.createObjectNode();
    root.put("object", "list");
    ArrayNode data = root.putArray("data");
    for (String model : setup.models()) {
      data.addObject()
          .put("id", model)
          .put("object", "model")
          .put("created", 1_700_000_000L)
          .put("owned_by", "testkit");
    }
    return RawReply.json(200, root.toString());
  }

  private RawReply stats() {
    Counters now = traffic.counters();
    return RawReply.json(
        200,
        String.format(
            Locale.ROOT,
            "{\"requests\":%d,\"replies\":%d,\"cut\":%d,\"abandoned\":%d,\"connections\":%d,"
                + "\"open\":%d,\"in_flight\":%d,\"max_in_flight\":%d,\"distinct_bodies\":%d,"
                + "\"bytes_in\":%d,\"window_s\":%.6f}%n",
            now.requests(),
            now.replies(),
            now.cut(),
            now.abandoned(),
            now.connections(),
            now.open(),
            now.inFlight(),
            now.maxInFlight(),
            traffic.distinctBodies(),
            now.bytesIn(),
            now.windowNanos() / 1e9));
  }

  private void accept() {
    try {
      for (long number = 1; admit(server.accept(), number); number++) {
        // until the endpoint closes
      }
    } catch (IOException e) {
      if (!closing.isDone()) {
        traffic.problem("the endpoint accepts no more connections: " + e.getMessage());
      }
    }
  }

  /**
   * Serves the connection; false once the endpoint is closed. Never between the steps of closing.
   */
  private synchronized boolean admit(Socket socket, long number) throws IOException {
    if (closing.isDone()) {
      socket.close();
      return false;
    }
    sockets.add(socket);
    threads.execute(new Connection(socket, number, this));
    return true;
  }
}
