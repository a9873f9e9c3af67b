package assay.perf.client;

import java.net.URI;

/** The clients. */
enum ClientKind {
  /** No HTTP library: the floor. */
  SOCKETS("bare sockets (floor)"),
  /** Apache HttpClient, classic. */
  APACHE("Apache HttpClient, classic (ours)"),
  /** What the program itself does with it: requests by the SDK's types, replies read. */
  MODEL("the same within `models`: SDK's types, reply read"),
  /** Jetty's. */
  JETTY("Jetty client"),
  /** Square's. */
  OKHTTP("OkHttp"),
  /** The JDK's. */
  JDK("JDK `java.net.http`");

  private final String title;

  ClientKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  BareClient to(URI address) {
    return switch (this) {
      case SOCKETS -> new SocketsClient(address);
      case APACHE -> new ApacheClient(address);
      case MODEL -> new ModelClient(address);
      case JETTY -> new JettyClient(address);
      case OKHTTP -> new OkHttp3Client(address);
      case JDK -> new JdkClient(address);
    };
  }
}
