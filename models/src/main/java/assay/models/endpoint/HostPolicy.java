package assay.models.endpoint;

import assay.core.AssayException;
import assay.core.Problem;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which hosts may be asked. This machine always; any other only where the user has named it. A name
 * of this machine that resolves to another one is refused, whoever answers for it.
 */
public final class HostPolicy {

  /** How names become addresses. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final Set<String> allowed;
  private final Names names;

  private HostPolicy(Collection<String> allowed, Names names) {
    this.allowed = new TreeSet<>();
    allowed.forEach(host -> this.allowed.add(host.strip().toLowerCase(Locale.ROOT)));
    this.names = names;
  }

  /** This machine and no other. */
  public static HostPolicy loopbackOnly() {
    return allowing(List.of());
  }

  /**
   * This machine and these hosts.
   *
   * @param hosts {@code HOST} for all its ports, or {@code HOST:PORT}; an IPv6 address stands in
   *     brackets
   */
  public static HostPolicy allowing(Collection<String> hosts) {
    return new HostPolicy(hosts, InetAddress::getAllByName);
  }

  /** Whether the address names this machine: {@code localhost} or a loopback address. */
  public static boolean isLoopback(URI address) {
    return isLoopbackName(address.getHost());
  }

  /**
   * Checks that an address may be asked, by its name.
   *
   * @throws AssayException if it may not, saying how to allow it
   */
  public void check(URI address) {
    if (isLoopback(address) || isNamed(address)) {
      return;
    }
    throw AssayException.usage(
        Problem.of("host " + address.getHost() + " is not this machine and is not allowed")
            .at(address.getScheme() + "://" + address.getRawAuthority())
            .expected("a loopback address, or a host named by --allow-host")
            .remedy(
                "if questions and pictures may leave this machine for it: --allow-host "
                    + address.getHost()));
  }

  /**
   * The addresses of a host that has passed {@link #check}.
   *
   * @throws RefusedAddressException if a name of this machine resolves to another
   * @throws UnknownHostException if there is no such host
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.addresses(unbracketed(host));
    for (InetAddress address : addresses) {
      if (isLoopbackName(host) && !address.isLoopbackAddress()) {
        throw new RefusedAddressException(
            "'"
                + host
                + "' resolves to "
                + address.getHostAddress()
                + ", which is another machine");
      }
      if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
        throw new RefusedAddressException(
            "'" + host + "' resolves to " + address.getHostAddress() + ", which is no one machine");
      }
    }
    return addresses;
  }

  /** The same hosts, their names resolved in another way. */
  HostPolicy resolvingBy(Names other) {
    return new HostPolicy(allowed, other);
  }

  private boolean isNamed(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    int port = address.getPort();
    if (port < 0) {
      port = address.getScheme().equals("https") ? 443 : 80;
    }
    return allowed.contains(host) || allowed.contains(host + ":" + port);
  }

  private static boolean isLoopbackName(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(unbracketed(host)).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** A name that resolves to where it must not. */
  static final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
      super(message);
    }
  }
}
