package assay.models.endpoint;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A response, wholly received and unpacked. */
final class Received implements HttpResponse {

  private final int status;
  private final Headers headers;
  private final byte[] bytes;

  Received(int status, Headers headers, byte[] bytes) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  @Override
  public int statusCode() {
    return status;
  }

  @Override
  public Headers headers() {
    return headers;
  }

  /** The body itself, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(bytes);
  }

  /** The first value of a header, or an empty text. */
  String header(String name) {
    return headers.values(name).stream().findFirst().orElse("");
  }

  @Override
  public void close() {
    // Nothing is open any more.
  }
}
