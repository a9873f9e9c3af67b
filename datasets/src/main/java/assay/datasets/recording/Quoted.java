package assay.datasets.recording;

/** Values of files, short enough for a message. */
final class Quoted {

  private static final int SHOWN = 60;

  private Quoted() {}

  /** A number with its noun: {@code 1 row}, {@code 2 rows}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

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
