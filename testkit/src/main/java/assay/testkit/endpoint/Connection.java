package assay.testkit.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** One client's connection: reads requests one after the other and has each answered. */
final class Connection implements Runnable {
  private final Socket socket;
  private final long number;
  private final LoopbackEndpoint endpoint;

  Connection(Socket socket, long number, LoopbackEndpoint endpoint) {
    this.socket = socket;
    this.number = number;
    this.endpoint = endpoint;
  }

  @Override
  public void run() {
    Traffic traffic = endpoint.traffic();
    traffic.connected();
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new Inbound(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      try {
        while (serveOne(in, out)) {
          // the connection is kept alive
        }
      } catch (MalformedRequestException e) {
        String message = String.valueOf(e.getMessage());
        traffic.problem(message);
        out.write(WireForm.of(badRequest(message), false).whole());
      }
    } catch (IOException e) {
      // the client has left or was reset by the script; the traffic has counted it
    } catch (RuntimeException e) {
      traffic.problem("the endpoint failed: " + e);
      throw e;
    } finally {
      endpoint.forget(socket);
      traffic.disconnected();
    }
  }

  private boolean serveOne(Inbound in, OutputStream out)
      throws IOException, MalformedRequestException {
    HttpRequest request = HttpRequest.read(in, out);
    if (request == null) {
      return false;
    }
    if (request.method().equals("POST") && request.path().endsWith("/chat/completions")) {
      ParsedBody parsed = ParsedBody.read(request.body());
      Exchange exchange =
          endpoint.traffic().arrived(number, request.target(), request.headers(), parsed);
      return new Performance(socket, in, out, endpoint, exchange, request.keepAlive())
          .perform(decide(exchange));
    }
    RawReply reply = endpoint.housekeeping(request);
    endpoint.traffic().elsewhere(new Elsewhere(request.method(), request.target(), reply.status()));
    WireForm wire = WireForm.of(reply, request.keepAlive());
    out.write(wire.whole());
    out.flush();
    return wire.keepAlive();
  }

  private Behaviour decide(Exchange exchange) {
    try {
      return endpoint.script().behave(exchange);
    } catch (RuntimeException | AssertionError e) {
      // a test's own code: it must not vanish with this thread, nor leave its client waiting
      endpoint.traffic().problem("the script failed: " + e);
      return Faults.closed();
    }
  }

  private static RawReply badRequest(String message) {
    return Faults.error(400, "invalid_request_error", "malformed", message);
  }
}
