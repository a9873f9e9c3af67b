package assay.models.endpoint;

import assay.core.exchange.FailureKind;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * What went wrong beneath the protocol, in words of its own: messages of libraries may quote what
 * was sent, so none is passed on.
 */
final class NetworkFaults {

  private final EndpointSpec spec;

  /** Whether the endpoint was ever reached: a name that was found once will be found again. */
  private volatile boolean reached;

  NetworkFaults(EndpointSpec spec) {
    this.spec = spec;
  }

  /** Notes that a response came. */
  void reached() {
    if (!reached) {
      reached = true;
    }
  }

  /** The exchange as a whole took too long. */
  TransportException late(Exception cause) {
    return failed(FailureKind.TIMEOUT, "no whole answer within " + text(spec.timeout()), cause);
  }

  TransportException of(Exception e) {
    return switch (e) {
      case HostPolicy.RefusedAddressException refused ->
          failed(FailureKind.UNUSABLE, String.valueOf(refused.getMessage()), e);
      case UnknownHostException unknown ->
          failed(
              reached ? FailureKind.NETWORK : FailureKind.UNUSABLE,
              "the host's name cannot be resolved",
              e);
      case ConnectTimeoutException slow ->
          failed(FailureKind.TIMEOUT, "no connection within " + text(spec.connectTimeout()), e);
      // As long as the whole exchange may take: whichever of the two clocks is first, it is that.
      case SocketTimeoutException slow -> late(slow);
      case SSLException tls -> tls(tls);
      case HttpHostConnectException refused ->
          failed(FailureKind.NETWORK, "the connection was refused", e);
      case ConnectException refused -> failed(FailureKind.NETWORK, "the connection was refused", e);
      case NoRouteToHostException away ->
          failed(FailureKind.NETWORK, "there is no route to the host", e);
      case NoHttpResponseException closed ->
          failed(FailureKind.NETWORK, "the connection was closed before an answer", e);
      case ConnectionClosedException closed ->
          failed(FailureKind.NETWORK, "the connection was closed in the middle of the answer", e);
      case SocketException reset -> failed(FailureKind.NETWORK, "the connection was reset", e);
      case EOFException cut ->
          failed(FailureKind.INVALID_RESPONSE, "the packed answer ends in the middle", e);
      case ZipException garbled ->
          failed(FailureKind.INVALID_RESPONSE, "the answer says it is gzip and is not", e);
      case MalformedChunkCodingException garbled ->
          failed(FailureKind.NETWORK, "the answer's chunks are broken off or malformed", e);
      case MessageConstraintException huge ->
          failed(FailureKind.INVALID_RESPONSE, "the answer's header is too large", e);
      case ClientProtocolException garbled ->
          failed(FailureKind.INVALID_RESPONSE, "the answer is not HTTP", e);
      case HttpException garbled ->
          failed(FailureKind.INVALID_RESPONSE, "the answer is not HTTP", e);
      case IllegalStateException closed -> failed(FailureKind.NETWORK, "the client was closed", e);
      default -> failed(FailureKind.NETWORK, "the exchange broke off (" + kind(e) + ")", e);
    };
  }

  private TransportException tls(SSLException e) {
    if (e instanceof SSLPeerUnverifiedException) {
      return failed(FailureKind.UNUSABLE, "its certificate is for another host", e);
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("unsupported or unrecognized ssl message")) {
      return failed(FailureKind.UNUSABLE, "it does not speak TLS; is it http://?", e);
    }
    if (e instanceof SSLHandshakeException && !(e.getCause() instanceof EOFException)) {
      String why =
          message.contains("certificat") || message.contains("pkix")
              ? "its certificate is not trusted"
              : "no TLS connection could be agreed on";
      return failed(FailureKind.UNUSABLE, why, e);
    }
    return failed(FailureKind.NETWORK, "the TLS connection broke off", e);
  }

  private TransportException failed(FailureKind kind, String what, Exception cause) {
    return new TransportException(kind, spec.origin() + ": " + what, cause);
  }

  private static String kind(Exception e) {
    return e.getClass().getSimpleName();
  }

  private static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
