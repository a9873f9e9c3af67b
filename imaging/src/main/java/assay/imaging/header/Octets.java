package assay.imaging.header;

import assay.core.AssayException;
import assay.core.Problem;
import java.nio.charset.StandardCharsets;

/** A file's bytes, read at positions that are checked; a bad one is the file's fault. */
final class Octets {

  private final byte[] bytes;
  private final ImageFormat format;
  private final String name;

  Octets(byte[] bytes, ImageFormat format, String name) {
    this.bytes = bytes;
    this.format = format;
    this.name = name;
  }

  byte[] array() {
    return bytes;
  }

  int size() {
    return bytes.length;
  }

  int u8(long at) {
    need(at, 1);
    return bytes[(int) at] & 0xFF;
  }

  int u16(long at, boolean little) {
    need(at, 2);
    int a = bytes[(int) at] & 0xFF;
    int b = bytes[(int) at + 1] & 0xFF;
    return little ? b << 8 | a : a << 8 | b;
  }

  int u24Little(long at) {
    return u16(at, true) | u8(at + 2) << 16;
  }

  long u32(long at, boolean little) {
    long first = u16(at, little);
    long second = u16(at + 2, little);
    return little ? second << 16 | first : first << 16 | second;
  }

  String ascii(long at, int length) {
    need(at, length);
    return new String(bytes, (int) at, length, StandardCharsets.ISO_8859_1);
  }

  boolean has(long at, String text) {
    return at >= 0 && at + text.length() <= bytes.length && ascii(at, text.length()).equals(text);
  }

  /** Checks that there are {@code length} bytes from {@code at} on. */
  void need(long at, long length) {
    if (at < 0 || length < 0 || at + length > bytes.length) {
      throw truncated(at, length);
    }
  }

  /** The file ends too early. */
  AssayException truncated(long at, long length) {
    return AssayException.data(
        Problem.of(
                "truncated "
                    + format.id()
                    + ": bytes "
                    + at
                    + " to "
                    + (at + length - 1)
                    + " are wanted, the file has "
                    + bytes.length)
            .at(name)
            .remedy("get the file anew from where it came from"));
  }

  /** The file is wrong at a position. */
  AssayException fault(long at, String what) {
    return AssayException.data(
        Problem.of("damaged " + format.id() + ": " + what + " (at byte " + at + ")").at(name));
  }

  /** The file is right, but of a kind that is not read. */
  AssayException unread(String what, String remedy) {
    return AssayException.data(
        Problem.of(what + " is not read")
            .at(name)
            .expected("PNG, JPEG, GIF, BMP, TIFF or WebP")
            .remedy(remedy));
  }

  int side(long value, String what, long at) {
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw fault(at, what + " " + value + " of the picture");
    }
    return (int) value;
  }
}
