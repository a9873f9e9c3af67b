package assay.models.endpoint;

import com.openai.core.http.HttpRequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A request's JSON. */
final class JsonBody implements HttpRequestBody {

  private final byte[] json;

  JsonBody(byte[] json) {
    this.json = json;
  }

  /** The JSON itself, not to be changed. */
  byte[] json() {
    return json;
  }

  @Override
  public void writeTo(OutputStream out) {
    try {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public long contentLength() {
    return json.length;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
