package assay.datasets.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An encoding of Unicode, as a file's first bytes show it.
 *
 * @param charset the encoding
 * @param unit bytes of one code unit: 1, 2 or 4
 * @param littleEndian whether a unit's lowest byte comes first
 * @param markLength bytes of the byte order mark, 0 without one
 */
record TextEncoding(Charset charset, int unit, boolean littleEndian, int markLength) {

  /** The encoding of a file that begins with these bytes. */
  static TextEncoding of(byte[] head, int length) {
    int a = length > 0 ? head[0] & 0xff : -1;
    int b = length > 1 ? head[1] & 0xff : -1;
    int c = length > 2 ? head[2] & 0xff : -1;
    int d = length > 3 ? head[3] & 0xff : -1;
    if (a == 0xff && b == 0xfe && c == 0 && d == 0) {
      return new TextEncoding(StandardCharsets.UTF_32LE, 4, true, 4);
    }
    if (a == 0 && b == 0 && c == 0xfe && d == 0xff) {
      return new TextEncoding(StandardCharsets.UTF_32BE, 4, false, 4);
    }
    if (a == 0xff && b == 0xfe) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, true, 2);
    }
    if (a == 0xfe && b == 0xff) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, false, 2);
    }
    if (a == 0xef && b == 0xbb && c == 0xbf) {
      return new TextEncoding(StandardCharsets.UTF_8, 1, false, 3);
    }
    if (a > 0 && b == 0 && c > 0 && d == 0) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, true, 0);
    }
    if (a == 0 && b > 0 && c == 0 && d > 0) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, false, 0);
    }
    return new TextEncoding(StandardCharsets.UTF_8, 1, false, 0);
  }

  /**
   * The 1-based lines at which bytes lie.
   *
   * @param offsets offsets from the start of the input, ascending
   * @throws IOException if the input cannot be read that far
   */
  List<Long> linesAt(InputStream input, List<Long> offsets) throws IOException {
    List<Long> lines = new ArrayList<>(offsets.size());
    InputStream in = new BufferedInputStream(input, 1 << 16);
    long position = 0;
    long line = 1;
    int before = 0;
    byte[] buffer = new byte[unit];
    for (long wanted : offsets) {
      while (position + unit <= wanted) {
        if (in.readNBytes(buffer, 0, unit) < unit) {
          break;
        }
        position += unit;
        int value = value(buffer);
        if (value == '\r' || (value == '\n' && before != '\r')) {
          line++;
        }
        before = value;
      }
      lines.add(line);
    }
    return lines;
  }

  private int value(byte[] buffer) {
    int value = 0;
    for (int i = 0; i < unit; i++) {
      int at = littleEndian ? unit - 1 - i : i;
      value = (value << 8) | (buffer[at] & 0xff);
    }
    return value;
  }
}
