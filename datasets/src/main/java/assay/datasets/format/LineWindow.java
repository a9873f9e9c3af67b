package assay.datasets.format;

import java.io.IOException;
import java.io.Reader;

/**
 * Shows a text line by line: reading ends at each line's end, until the next line is asked for. So
 * a line of any length can be parsed without being held. CR, LF and CRLF end a line.
 */
final class LineWindow extends Reader {

  private final Reader text;
  private final char[] buffer = new char[1 << 15];
  private int position;
  private int limit;
  private boolean lineEnded = true;
  private boolean afterReturn;
  private boolean ended;
  private long line;

  LineWindow(Reader text) {
    this.text = text;
  }

  /** The 1-based number of the line in the window. */
  long line() {
    return line;
  }

  /**
   * Moves on to the next line, passing over what is left of this one; false where there is none.
   */
  boolean nextLine() throws IOException {
    while (!lineEnded && available()) {
      position = lineEnd(limit);
      passLineEnd();
    }
    if (!available()) {
      return false;
    }
    if (afterReturn && buffer[position] == '\n') {
      position++;
      afterReturn = false;
      if (!available()) {
        return false;
      }
    }
    afterReturn = false;
    lineEnded = false;
    line++;
    return true;
  }

  @Override
  public int read(char[] target, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (lineEnded || !available()) {
      return -1;
    }
    int bound = Math.min(limit, position + length);
    int end = lineEnd(bound);
    int count = end - position;
    System.arraycopy(buffer, position, target, start, count);
    position = end;
    if (end < bound) {
      passLineEnd();
    }
    return count == 0 ? -1 : count;
  }

  /** Where the line ends, or the bound where it goes on. */
  private int lineEnd(int bound) {
    int at = position;
    while (at < bound && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    return at;
  }

  private void passLineEnd() {
    if (position < limit) {
      lineEnded = true;
      afterReturn = buffer[position] == '\r';
      position++;
    }
  }

  private boolean available() throws IOException {
    while (position == limit && !ended) {
      position = 0;
      limit = Math.max(0, text.read(buffer, 0, buffer.length));
      ended = limit == 0;
    }
    return position < limit;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
