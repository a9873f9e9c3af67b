package assay.perf.client;

import java.net.URI;
import java.util.function.Function;

/** The clients. */
enum ClientKind {
  /** No HTTP library: the floor. */
  SOCKETS("bare sockets (floor)", SocketsClient::new),
  /** Apache HttpClient, classic. */
  APACHE("Apache HttpClient, classic (ours)", ApacheClient::new),
  /** What the program itself does with it: requests by the SDK's types, replies read. */
  MODEL("the same within `models`: SDK's types, reply read", ModelClient::new),
  /** Jetty's. */
  JETTY("Jetty client", JettyClient::new),
  /** Square's. */
  OKHTTP("OkHttp", OkHttp3Client::new),
  /** The JDK's. */
  JDK("JDK `java.net.http`", JdkClient::new);

  private final String title;
  private final Function<URI, BareClient> maker;

  ClientKind(String title, Function<URI, BareClient> maker) {
    this.title = title;
    this.maker = maker;
  }

  String title() {
    return title;
  }

  BareClient to(URI address) {
    return maker.apply(address);
  }
}
