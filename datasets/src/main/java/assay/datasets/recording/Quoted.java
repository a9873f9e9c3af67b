package assay.datasets.recording;

/** Values of files, short enough for a message. */
final class Quoted {

  private static final int SHOWN = 60;

  private Quoted() {}

  /** The text on one line, cut where it is long. */
  static String text(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= SHOWN) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return line.substring(0, end) + "…";
  }
}
