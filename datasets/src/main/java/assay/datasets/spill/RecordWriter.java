package assay.datasets.spill;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes what a record holds: its key first. Texts come back as they were, halves of pairs too. */
public final class RecordWriter {

  static final int ABSENT = -1;

  private final String key;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Begins a record. */
  public RecordWriter(String key) {
    this.key = key;
    text(key);
  }

  String key() {
    return key;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** A text, or none. */
  public RecordWriter text(@Nullable String text) {
    try {
      if (text == null) {
        out.writeInt(ABSENT);
        return this;
      }
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      if (isWhole(text)) {
        out.writeInt(encoded.length);
        out.write(encoded);
      } else {
        out.writeInt(-2 - text.length()); // UTF-8 has no form for half a pair
        out.writeChars(text);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** A whole number. */
  public RecordWriter whole(int number) {
    try {
      out.writeInt(number);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  /** A count, or none; never below 0. */
  public RecordWriter count(@Nullable Long count) {
    try {
      out.writeLong(count == null ? ABSENT : count);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  /** A finite figure, or none. */
  public RecordWriter figure(@Nullable Double figure) {
    try {
      out.writeDouble(figure == null ? Double.NaN : figure);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }
}
