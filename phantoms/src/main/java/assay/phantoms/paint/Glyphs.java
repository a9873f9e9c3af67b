package assay.phantoms.paint;

/** The few letters that images hold, five dots wide and seven high. */
final class Glyphs {

  static final int WIDTH = 5;
  static final int HEIGHT = 7;

  private Glyphs() {}

  /** The rows of a letter, {@code #} where there is ink. */
  static String[] rows(char letter) {
    return switch (letter) {
      case 'R' -> new String[] {"####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"};
      case 'L' -> new String[] {"#....", "#....", "#....", "#....", "#....", "#....", "#####"};
      case '0' -> new String[] {".###.", "#...#", "#..##", "#.#.#", "##..#", "#...#", ".###."};
      case '1' -> new String[] {"..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."};
      case '2' -> new String[] {".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"};
      case '3' -> new String[] {".###.", "#...#", "....#", "..##.", "....#", "#...#", ".###."};
      case '4' -> new String[] {"...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."};
      case '5' -> new String[] {"#####", "#....", "####.", "....#", "....#", "#...#", ".###."};
      case '6' -> new String[] {"..##.", ".#...", "#....", "####.", "#...#", "#...#", ".###."};
      case '7' -> new String[] {"#####", "....#", "...#.", "..#..", ".#...", ".#...", ".#..."};
      case '8' -> new String[] {".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."};
      case '9' -> new String[] {".###.", "#...#", "#...#", ".####", "....#", "...#.", ".##.."};
      case 'm' -> new String[] {".....", ".....", "##.#.", "#.#.#", "#.#.#", "#.#.#", "#.#.#"};
      case ' ' -> new String[] {".....", ".....", ".....", ".....", ".....", ".....", "....."};
      default -> throw new IllegalArgumentException("no glyph for '" + letter + "'");
    };
  }
}
