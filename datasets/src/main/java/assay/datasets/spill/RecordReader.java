package assay.datasets.spill;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a record holds, in the order in which it was written. */
public final class RecordReader {

  private final DataInputStream in;
  private final String key;

  RecordReader(DataInputStream in) throws IOException {
    this.in = in;
    this.key = required();
  }

  /** The record's key. */
  public String key() {
    return key;
  }

  /** A text that is there. */
  public String required() {
    return Objects.requireNonNull(text(), "a record of our own lacks a text");
  }

  /** A text, or null. */
  public @Nullable String text() {
    try {
      int length = in.readInt();
      if (length == RecordWriter.ABSENT) {
        return null;
      }
      if (length >= 0) {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
      }
      char[] chars = new char[-2 - length];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = in.readChar();
      }
      return new String(chars);
    } catch (IOException e) {
      throw new UncheckedIOException("a record of our own cannot be read", e);
    }
  }

  /** A whole number. */
  public int whole() {
    try {
      return in.readInt();
    } catch (IOException e) {
      throw new UncheckedIOException("a record of our own cannot be read", e);
    }
  }

  /** A count, or null. */
  public @Nullable Long count() {
    try {
      long count = in.readLong();
      return count == RecordWriter.ABSENT ? null : Long.valueOf(count);
    } catch (IOException e) {
      throw new UncheckedIOException("a record of our own cannot be read", e);
    }
  }

  /** A figure, or null. */
  public @Nullable Double figure() {
    try {
      double figure = in.readDouble();
      return Double.isNaN(figure) ? null : Double.valueOf(figure);
    } catch (IOException e) {
      throw new UncheckedIOException("a record of our own cannot be read", e);
    }
  }
}
