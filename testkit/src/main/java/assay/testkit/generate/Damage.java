package assay.testkit.generate;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways in which files get damaged. */
public final class Damage {
  private final Generators draw;

  Damage(Generators draw) {
    this.draw = draw;
  }

  /** One to four damages of any kind, one after the other; may leave the bytes as they are. */
  public byte[] of(byte[] bytes) {
    byte[] damaged = bytes;
    for (int left = draw.between(1, 4); left > 0; left--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  /** The bytes up to a point. */
  public byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, draw.between(0, bytes.length));
  }

  /** With one bit turned; no bytes stay no bytes. */
  public byte[] bitTurned(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      int at = draw.between(0, copy.length - 1);
      copy[at] = (byte) (copy[at] ^ 1 << draw.between(0, 7));
    }
    return copy;
  }

  /** With one byte set to a value that lengths and signs trip over. */
  public byte[] byteSet(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      int value = draw.pick(List.of(0, 1, 0x7f, 0x80, 0xff, (int) '"', (int) '\n', (int) '\\'));
      copy[draw.between(0, copy.length - 1)] = (byte) value;
    }
    return copy;
  }

  /** With random bytes put in. */
  public byte[] inserted(byte[] bytes) {
    return spliced(bytes, draw.between(0, bytes.length), 0, draw.bytes(draw.between(1, 16)));
  }

  /** With a span taken out. */
  public byte[] removed(byte[] bytes) {
    int from = draw.between(0, bytes.length);
    return spliced(bytes, from, draw.between(0, Math.min(64, bytes.length - from)), new byte[0]);
  }

  /** With a span put in a second time. */
  public byte[] doubled(byte[] bytes) {
    int from = draw.between(0, bytes.length);
    int to = draw.between(from, Math.min(bytes.length, from + 256));
    return spliced(bytes, to, 0, Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * Every beginning of the bytes, the empty one and the whole among them; at most about that many.
   */
  public static Stream<byte[]> prefixes(byte[] bytes, int atMost) {
    int step = Math.max(1, bytes.length / Math.max(1, atMost));
    return Stream.concat(
        IntStream.iterate(0, length -> length < bytes.length, length -> length + step)
            .mapToObj(length -> Arrays.copyOf(bytes, length)),
        Stream.of(bytes.clone()));
  }

  private byte[] once(byte[] bytes) {
    return switch (draw.between(0, 5)) {
      case 0 -> truncated(bytes);
      case 1 -> bitTurned(bytes);
      case 2 -> byteSet(bytes);
      case 3 -> inserted(bytes);
      case 4 -> removed(bytes);
      default -> doubled(bytes);
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] put) {
    var out = new ByteArrayOutputStream(bytes.length + put.length);
    out.write(bytes, 0, at);
    out.writeBytes(put);
    out.write(bytes, at + removed, bytes.length - at - removed);
    return out.toByteArray();
  }
}
