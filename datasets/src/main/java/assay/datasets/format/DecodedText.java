package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a file in UTF-8, UTF-16 or UTF-32: by its byte order mark, without one by where the
 * zero bytes of its first characters stand, else UTF-8. Bytes that are no text become U+FFFD, and
 * are remembered by their place, so that every one of them can be told.
 */
final class DecodedText extends Reader {

  /** Opens the same bytes again, from their start. */
  interface Reopening {
    InputStream open() throws IOException;
  }

  private static final int BUFFER = 1 << 15;

  private record Fault(long offset, int value) {}

  private final String file;
  private final Reopening reopening;
  private final InputStream in;
  private final TextEncoding encoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  private final List<Fault> faults = new ArrayList<>();
  private long faultCount;
  private long offset;
  private boolean inputEnded;
  private boolean flushed;

  private DecodedText(String file, Reopening reopening) throws IOException {
    this.file = file;
    this.reopening = reopening;
    this.in = reopening.open();
    int filled = in.readNBytes(bytes.array(), 0, 4);
    encoding = TextEncoding.of(bytes.array(), filled);
    decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    offset = encoding.markLength();
    bytes.position(encoding.markLength()).limit(filled);
    chars.flip();
  }

  /**
   * Opens a text.
   *
   * @param file the file as the user would name it
   * @throws IOException if its first bytes cannot be read
   */
  static DecodedText open(String file, Reopening reopening) throws IOException {
    return new DecodedText(file, reopening);
  }

  @Override
  public int read(char[] target, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!chars.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, start, count);
    return count;
  }

  /**
   * The first characters that are left to be read, without reading them: as many as fit into the
   * buffer, fewer at the end.
   */
  CharSequence ahead() throws IOException {
    if (!chars.hasRemaining()) {
      fill();
    }
    return chars.asReadOnlyBuffer();
  }

  /** Decodes further bytes into the empty buffer; false at the end. */
  private boolean fill() throws IOException {
    chars.clear();
    while (chars.position() == 0 && !flushed) {
      readBytes();
      decode();
    }
    chars.flip();
    return chars.hasRemaining();
  }

  private void readBytes() throws IOException {
    bytes.compact();
    while (!inputEnded && bytes.hasRemaining()) {
      int count = in.read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      if (count < 0) {
        inputEnded = true;
      } else {
        bytes.position(bytes.position() + count);
      }
    }
    bytes.flip();
  }

  private void decode() {
    while (true) {
      int before = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, inputEnded);
      offset += bytes.position() - before;
      if (result.isError()) {
        if (!chars.hasRemaining()) {
          return;
        }
        remember(result.length());
        chars.put('\uFFFD');
      } else if (result.isOverflow()) {
        return;
      } else {
        flushed = inputEnded && decoder.flush(chars).isUnderflow();
        return;
      }
    }
  }

  private void remember(int length) {
    faultCount++;
    if (faults.size() < ProblemReport.KEPT) {
      faults.add(new Fault(offset, bytes.get(bytes.position()) & 0xff));
    }
    bytes.position(bytes.position() + length);
    offset += length;
  }

  /** Whether bytes were met that are no text. */
  boolean isFaulty() {
    return faultCount > 0;
  }

  /** Reports every byte met that is no text, with its line. Reads the file again to find them. */
  void reportFaults(ProblemReport problems) {
    if (faults.isEmpty()) {
      return;
    }
    List<Long> lines;
    try (InputStream again = reopening.open()) {
      lines = encoding.linesAt(again, faults.stream().map(Fault::offset).toList());
    } catch (IOException e) {
      problems.add(Faults.of(e, file));
      return;
    }
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      problems.add(
          Problem.of(
                  String.format(
                      Locale.ROOT,
                      "byte 0x%02X at offset %d is not %s",
                      fault.value(),
                      fault.offset(),
                      encoding.charset().name()))
              .at(file, lines.get(i), null)
              .expected("UTF-8, or UTF-16 with a byte order mark")
              .remedy(
                  encoding.charset().equals(StandardCharsets.UTF_8)
                      ? "convert the file, for example: iconv -f WINDOWS-1252 -t UTF-8"
                      : "the file may be cut short or damaged: take it again from its"
                          + " publisher"));
    }
    if (faultCount > faults.size()) {
      problems.add(
          Problem.of(
                  "and "
                      + (faultCount - faults.size())
                      + " more bytes that are not "
                      + encoding.charset().name())
              .at(file));
    }
  }

  Charset charset() {
    return encoding.charset();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
