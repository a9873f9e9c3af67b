package assay.models.endpoint;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A response, wholly received.
 *
 * @param statusCode the status
 * @param headers the headers
 * @param bytes the body, unpacked
 */
record Received(int statusCode, Headers headers, byte[] bytes) implements HttpResponse {

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
