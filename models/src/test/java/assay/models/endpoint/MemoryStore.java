package assay.models.endpoint;

import assay.core.Sha256;
import assay.core.data.ContentStore;
import assay.core.exchange.Part.ImagePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A content store in memory. */
final class MemoryStore implements ContentStore {
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  @Override
  public String put(byte[] bytes) {
    String sha256 = Sha256.of(bytes);
    contents.put(sha256, bytes.clone());
    return sha256;
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    byte[] bytes = contents.get(sha256);
    if (bytes == null) {
      throw new IOException("no content " + sha256);
    }
    return new ByteArrayInputStream(bytes);
  }

  ImagePart image(byte[] bytes, String mime) {
    return new ImagePart(put(bytes), mime, 1, 1, "{}");
  }
}
