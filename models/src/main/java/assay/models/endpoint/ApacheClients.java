package assay.models.endpoint;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How the HTTP client is set up: nothing of the environment is looked at (proxies, SOCKS, agent
 * names), nothing is done that was not asked for (redirects, retries, cookies, stored logins), what
 * a server may send is bounded, and names are resolved under the host policy.
 */
final class ApacheClients {

  private static final int MOST_CONNECTIONS = 10_000;
  private static final Http1Config HTTP =
      Http1Config.custom().setMaxLineLength(1 << 16).setMaxHeaderCount(500).build();

  /** After that much idleness a connection is probed before it is used again. */
  private static final TimeValue PROBED_AFTER = TimeValue.ofSeconds(1);

  private ApacheClients() {}

  /**
   * A client for one endpoint. Without a proxy it is the smallest that there is: what the larger
   * one looks after (logins, cookies, redirects, routes) is switched off anyway, but costs a tenth
   * of the processor's time of a call. Both obey what is set in the request: {@link #request}.
   */
  static CloseableHttpClient create(EndpointSpec spec, HostPolicy hosts) {
    PoolingHttpClientConnectionManager connections = connections(spec, hosts);
    URI proxy = spec.proxy();
    return proxy == null
        ? HttpClients.createMinimal(connections)
        : HttpClients.custom()
            .setConnectionManager(connections)
            .setProxy(new HttpHost("http", proxy.getHost(), proxy.getPort()))
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .disableContentCompression()
            .build();
  }

  /** What holds for every request. */
  static RequestConfig request(EndpointSpec spec) {
    Timeout whole = Timeout.of(spec.timeout());
    return RequestConfig.custom()
        .setConnectionRequestTimeout(whole)
        .setResponseTimeout(whole)
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      EndpointSpec spec, HostPolicy hosts) {
    RegistryBuilder<TlsSocketStrategy> tls = RegistryBuilder.create();
    if (spec.base().getScheme().equals("https")) {
      tls.register("https", DefaultClientTlsStrategy.createDefault());
    }
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                // A plain new Socket() would follow the system property socksProxyHost.
                socks -> new Socket(Proxy.NO_PROXY),
                null,
                resolver(hosts),
                tls.build()),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(HTTP)
                // Apache's own for clients skips whatever stands before the status line.
                .responseParserFactory(new DefaultHttpResponseParserFactory(HTTP))
                .build());
    connections.setMaxTotal(MOST_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(spec.connectTimeout()))
            .setValidateAfterInactivity(PROBED_AFTER)
            .build());
    connections.setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build());
    return connections;
  }

  private static DnsResolver resolver(HostPolicy hosts) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return hosts.resolve(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
