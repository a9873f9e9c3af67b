package assay.models.endpoint;

import assay.core.data.ContentStore;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A JSON body whose pictures are read from the content store while it is written. */
final class SplicedEntity extends AbstractHttpEntity {

  /** A stretch of the body. */
  sealed interface Piece {

    /** How many bytes it has on the wire. */
    long length() throws StoreException;

    void writeTo(OutputStream out) throws IOException;
  }

  /** Bytes as they are. */
  static final class Bytes implements Piece {
    private final byte[] array;
    private final int from;
    private final int count;

    Bytes(byte[] array, int from, int count) {
      this.array = array;
      this.from = from;
      this.count = count;
    }

    @Override
    public long length() {
      return count;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(array, from, count);
    }
  }

  /** A picture of the content store, as base64. */
  record Picture(ContentStore store, String sha256) implements Piece {
    @Override
    public long length() throws StoreException {
      try (InputStream in = store.open(sha256)) {
        long bytes = in.transferTo(OutputStream.nullOutputStream());
        return (bytes + 2) / 3 * 4;
      } catch (IOException e) {
        throw new StoreException(sha256, e);
      }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] buffer = new byte[3 << 13];
      try (InputStream in = open();
          OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
        for (int n = read(in, buffer); n > 0; n = read(in, buffer)) {
          base64.write(buffer, 0, n);
        }
      }
    }

    private InputStream open() throws StoreException {
      try {
        return store.open(sha256);
      } catch (IOException e) {
        throw new StoreException(sha256, e);
      }
    }

    private int read(InputStream in, byte[] buffer) throws StoreException {
      try {
        return in.readNBytes(buffer, 0, buffer.length);
      } catch (IOException e) {
        throw new StoreException(sha256, e);
      }
    }
  }

  /** A picture cannot be read: a fault of this machine, not of the endpoint. */
  static final class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreException(String sha256, IOException cause) {
      super("picture " + sha256 + " cannot be read: " + cause.getMessage(), cause);
    }
  }

  private final List<Piece> pieces;
  private long length = -1;

  SplicedEntity(List<Piece> pieces) {
    super(ContentType.create("application/json"), null);
    this.pieces = List.copyOf(pieces);
  }

  /** Reckons the length, so that a picture that is not there is noticed before anything is sent. */
  void measure() throws StoreException {
    long sum = 0;
    for (Piece piece : pieces) {
      sum += piece.length();
    }
    length = sum;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Piece piece : pieces) {
      piece.writeTo(out);
    }
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public InputStream getContent() {
    throw new IllegalStateException("the body is written, never read");
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public void close() {
    // Holds nothing open between two writings.
  }

  /** Passes everything on but the closing. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
