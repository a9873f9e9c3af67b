package assay.testkit.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that do not change: the body of a request or reply, or an image. Equal when the bytes are.
 */
public final class Payload {
  private static final Payload EMPTY = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** No bytes at all. */
  public static Payload empty() {
    return EMPTY;
  }

  /** A copy of these bytes. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes.clone());
  }

  /** The text in UTF-8; an unpaired surrogate becomes {@code ?}, as UTF-8 has no bytes for it. */
  public static Payload utf8(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the array itself; the caller gives it up. */
  static Payload owning(byte[] bytes) {
    return new Payload(bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes read as UTF-8; malformed ones become U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  /** The first {@code length} bytes. */
  public Payload prefix(int length) {
    return new Payload(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes, sha256 " + sha256();
  }
}
