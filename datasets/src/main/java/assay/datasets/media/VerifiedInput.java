package assay.datasets.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes that are held against their SHA-256 when they have been read to the end. */
final class VerifiedInput extends FilterInputStream {

  private final String sha256;
  private final MessageDigest digest;
  private boolean compared;

  VerifiedInput(InputStream in, String sha256) {
    super(in);
    this.sha256 = sha256;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value < 0) {
      compare();
    } else {
      digest.update((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    int count = in.read(target, start, length);
    if (count < 0) {
      compare();
    } else {
      digest.update(target, start, count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.min(count, 1 << 13)];
    return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void compare() throws IOException {
    if (compared) {
      return;
    }
    compared = true;
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(sha256)) {
      throw new IOException(
          "stored content " + sha256 + " is damaged: its bytes have the SHA-256 " + found);
    }
  }
}
