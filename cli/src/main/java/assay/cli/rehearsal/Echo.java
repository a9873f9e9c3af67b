package assay.cli.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint for chat completions on the loopback address that answers everything alike. */
final class Echo implements AutoCloseable {

  private static final byte[] REPLY =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":0,"model":"echo","choices":[{"index":0,\
      "message":{"role":"assistant","content":"The image shows two nodules.\\n\\nANSWER: B"},\
      "finish_reason":"stop","logprobs":null}],"usage":{"prompt_tokens":60,"completion_tokens":12,\
      "total_tokens":72}}"""
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads;

  private Echo(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static Echo start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", Echo::answer);
    server.start();
    return new Echo(server, threads);
  }

  /** Where it listens. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, REPLY.length);
      exchange.getResponseBody().write(REPLY);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
