package assay.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program for tests: prints its arguments, or reaches for what it is told to. */
final class Probe {
  private Probe() {}

  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (arguments[0]) {
      case "loopback" -> {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            var client = new Socket(InetAddress.getByName("localhost"), server.getLocalPort())) {
          out.println("connected " + client.isConnected());
        }
      }
      case "connect" -> {
        try (var client = new Socket(arguments[1], 80)) {
          out.println("connected " + client.isConnected());
        } catch (IOException e) {
          out.println("quietly gave up");
        }
      }
      case "models" -> {
        try (var in = URI.create(arguments[1]).toURL().openStream()) {
          out.println(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      default -> {
        out.println(List.of(arguments));
        out.println(Runtime.version());
      }
    }
  }
}
