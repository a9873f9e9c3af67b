package assay.testkit.generate;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts as they come in data and replies, from plain to hostile. No text here is safe to evaluate.
 */
public final class Texts {
  /** Samples of scripts; the first and last code point of a range each. */
  private static final List<int[]> SCRIPTS =
      List.of(
          new int[] {'a', 'z'},
          new int[] {'A', 'Z'},
          new int[] {0xc0, 0x17f}, // Latin with accents, dotless i among them
          new int[] {0x391, 0x3c9}, // Greek
          new int[] {0x410, 0x44f}, // Cyrillic
          new int[] {0x5d0, 0x5ea}, // Hebrew
          new int[] {0x620, 0x64a}, // Arabic
          new int[] {0x905, 0x939}, // Devanagari
          new int[] {0xe01, 0xe2e}, // Thai
          new int[] {0x3041, 0x3096}, // Hiragana
          new int[] {0x4e00, 0x9fff}, // Han
          new int[] {0xac00, 0xd7a3}, // Hangul
          new int[] {0x1d400, 0x1d433}, // mathematical bold letters, beyond 16 bits
          new int[] {0x1f300, 0x1f5ff}, // pictures
          new int[] {0x20000, 0x2a6df}); // rare Han, beyond 16 bits

  private static final List<String> WORDS =
      List.of(
          "patient",
          "fever",
          "the",
          "of",
          "left",
          "lobe",
          "no",
          "not",
          "12",
          "mg/dl",
          "3.5",
          "β",
          "Guillain–Barré",
          "10⁹/l",
          "answer",
          "A",
          "is",
          "İ",
          "ß",
          "naïve",
          "右",
          "الصدر",
          "да");

  private static final List<String> SPACES =
      List.of(
          " ", "\t", "\n", "\r\n", "\r", "\u000b", "\f", "\u0085", "\u00a0", "\u2002", "\u2028",
          "\u2029", "\u3000", "\u200b", "\ufeff", "\u180e");

  private static final List<String> DIRECTIONS =
      List.of(
          "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067",
          "\u2068", "\u2069");

  private static final List<String> LOOKALIKES =
      List.of(
          "А", "Α", "Ａ", "Ⓐ", "🅐", "𝐀", "ᴀ", "В", "Β", "Ｂ", "С", "Ｃ", "Ｄ", "Е", "（A）", "⒜", "１",
          "①", "²", "٣", "३", "½", "−1", "1,5", "1'000", "1e3", "∞", "NaN");

  private static final List<String> TEMPLATES =
      List.of(
          "{question}",
          "{{7*7}}",
          "${7*7}",
          "#{7*7}",
          "<%= 7*7 %>",
          "%s%n%x",
          "{0}",
          "$1",
          "\\1",
          "$(id)",
          "`id`",
          "'; DROP TABLE sample; --",
          "<script>alert(1)</script>",
          "&amp;&#0;",
          "../../etc/passwd",
          "C:\\CON",
          "file:///etc/passwd",
          "\\u0041",
          "!!java.net.URL [x]",
          "*anchor",
          "- !!python/object",
          "=1+1",
          "@SUM(A1)",
          "<?xml version=\"1.0\"?>",
          "<think>",
          "</think>",
          "[INST]",
          "<|im_end|>",
          "{\"a\":",
          "]]>",
          "null",
          "None",
          "NA",
          "undefined");

  private static final List<String> SEPARATORS =
      List.of(",", ";", "\t", "\"", "\"\"", "'", "\\", "\n", "\r\n", "|", "\u0000", "\u001f", "#");

  private final Generators draw;

  Texts(Generators draw) {
    this.draw = draw;
  }

  /** Any of the kinds below, but none that is huge; also empty, and kinds one after the other. */
  public String any() {
    return switch (draw.between(0, 12)) {
      case 0 -> "";
      case 1 -> plain();
      case 2 -> foreign();
      case 3 -> mixed();
      case 4 -> unpaired();
      case 5 -> directed();
      case 6 -> brackets(draw.between(1, 60));
      case 7 -> controls();
      case 8 -> spaced();
      case 9 -> lookalikes();
      case 10 -> templates();
      case 11 -> separated();
      default -> any() + any();
    };
  }

  /** Like {@link #any} without unpaired surrogates: what UTF-8 can hold. */
  public String encodable() {
    String text = any();
    return text.codePoints()
        .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Words, one to forty. */
  public String plain() {
    return draw.listOf(1, 40, () -> draw.pick(WORDS)).stream().collect(Collectors.joining(" "));
  }

  /** An identifier of ASCII letters, digits, {@code _} and {@code -}, never empty. */
  public String identifier() {
    String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    return join(1, 12, () -> alphabet.charAt(draw.between(0, alphabet.length() - 1)));
  }

  /** Letters of one script. */
  public String foreign() {
    int[] script = draw.pick(SCRIPTS);
    return points(1, 60, () -> draw.between(script[0], script[1]));
  }

  /** Any code points that are characters, of all planes. */
  public String mixed() {
    return points(
        1,
        60,
        () -> {
          int point = draw.between(1, Character.MAX_CODE_POINT);
          return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
        });
  }

  /** Text with halves of surrogate pairs, at its ends and inside. */
  public String unpaired() {
    String half = draw.oneIn(2) ? "\ud83e" : "\udec1";
    return draw.pick(List.of("", half)) + plain() + half + plain() + draw.pick(List.of("", half));
  }

  /** Right-to-left and left-to-right words with marks and overrides that are not closed. */
  public String directed() {
    return join(
        2,
        30,
        () -> draw.oneIn(3) ? draw.pick(DIRECTIONS) : draw.pick(List.of("(B)", "جواب", "א", "x")));
  }

  /** Brackets nested that deep, of several kinds, sometimes not closed. */
  public String brackets(int depth) {
    List<String> kinds = List.of("()", "[]", "{}", "<>", "（）", "\"\"", "**");
    List<String> chosen = IntStream.range(0, depth).mapToObj(i -> draw.pick(kinds)).toList();
    var text = new StringBuilder();
    chosen.forEach(kind -> text.append(kind.charAt(0)));
    text.append(draw.pick(List.of("A", "", "answer: B")));
    int close = draw.oneIn(2) ? depth : draw.between(0, depth);
    chosen.reversed().subList(0, close).forEach(kind -> text.append(kind.charAt(1)));
    return text.toString();
  }

  /** Control characters, NUL and escape sequences of terminals among them. */
  public String controls() {
    return join(
        1,
        40,
        () ->
            draw.oneIn(8)
                ? "\u001b[2J\u001b[31m"
                : Character.toString(
                    (int) draw.pick(List.of(draw.between(0, 31), 127, 0x9b, 120))));
  }

  /** Words among white space of all kinds, at the ends too. */
  public String spaced() {
    return join(1, 30, () -> draw.oneIn(2) ? draw.pick(SPACES) : draw.pick(WORDS));
  }

  /** Letters and numbers that look like A, B, 1 and are others. */
  public String lookalikes() {
    return join(1, 12, () -> draw.pick(LOOKALIKES) + draw.pick(List.of("", " ", ". ", ") ")));
  }

  /** Syntax of templates, shells, SQL, markup, paths and formulas. */
  public String templates() {
    return join(1, 8, () -> draw.pick(TEMPLATES) + draw.pick(List.of("", " ", "x")));
  }

  /** Separators and quotes of tabular files. */
  public String separated() {
    return join(1, 30, () -> draw.oneIn(2) ? draw.pick(SEPARATORS) : draw.pick(WORDS));
  }

  /** A piece of any kind repeated to exactly that many UTF-16 units. */
  public String huge(int length) {
    String piece = any() + "x";
    return piece.repeat(length / piece.length() + 1).substring(0, length);
  }

  private String join(int minimum, int maximum, Supplier<Object> piece) {
    return draw.listOf(minimum, maximum, piece).stream()
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private String points(int minimum, int maximum, IntSupplier point) {
    var text = new StringBuilder();
    for (int left = draw.between(minimum, maximum); left > 0; left--) {
      text.appendCodePoint(point.getAsInt());
    }
    return text.toString();
  }
}
