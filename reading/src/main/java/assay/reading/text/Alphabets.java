package assay.reading.text;

/**
 * Letters that number options in many scripts: which place in its row a letter has. So {@code A},
 * {@code Ａ}, {@code А} (Cyrillic), {@code א}, {@code أ} and {@code 一} are all first.
 *
 * <p>Sources: the rows in which exams of these languages label options (Hebrew and Arabic: the
 * abjad order; Thai: leaving out obsolete letters; Korean: 가나다 and ㄱㄴㄷ; Japanese: アイウ, イロハ is not
 * known; Chinese: numerals and heavenly stems; Devanagari, Bengali: the order of the stops).
 */
public final class Alphabets {

  /** What {@link #place} gives for a character that numbers nothing. */
  public static final int NONE = -1;

  /**
   * What {@link #place} gives for a letter whose look says another place than its script: Cyrillic
   * {@code В} looks like the second letter and is the third.
   */
  public static final int AMBIGUOUS = -2;

  private static final String[] ROWS = {
    "\u0410\u0411", // Cyrillic А Б; В is ambiguous, see below
    "\u0391\u0392\u0393\u0394\u0395\u0396\u0397", // Greek
    "\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8\u05D9", // Hebrew
    "\u0623\u0628\u062C\u062F\u0647\u0648\u0632\u062D\u0637\u064A", // Arabic, abjad order
    "\u0627", // Arabic alef without hamza
    "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341", // Chinese numerals
    "\u7532\u4E59\u4E19\u4E01\u620A\u5DF1", // heavenly stems
    "\u30A2\u30A4\u30A6\u30A8\u30AA", // katakana
    "\uFF71\uFF72\uFF73\uFF74\uFF75", // katakana, narrow
    "\uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC", // Hangul syllables
    "\u3131\u3134\u3137\u3139\u3141\u3142", // Hangul letters
    "\u0E01\u0E02\u0E04\u0E07\u0E08", // Thai
    "\u0915\u0916\u0917\u0918\u0919", // Devanagari
    "\u0995\u0996\u0997\u0998\u0999", // Bengali
    "\u249C\u249D\u249E\u249F\u24A0\u24A1\u24A2\u24A3\u24A4\u24A5", // parenthesized small
    "\u24B6\u24B7\u24B8\u24B9\u24BA\u24BB\u24BC\u24BD\u24BE\u24BF", // circled capital
    "\u24D0\u24D1\u24D2\u24D3\u24D4\u24D5\u24D6\u24D7\u24D8\u24D9", // circled small
  };

  private static final byte WORD = 1;
  private static final byte UNSPACED = 2;

  private static final byte[] PLACES = places();
  private static final byte[] KINDS = kinds();

  private Alphabets() {}

  /** The place of a letter in its row from 0, {@link #NONE} or {@link #AMBIGUOUS}. */
  public static int place(char c) {
    return PLACES[c];
  }

  /** Whether words of this script are written without blanks, so that any character may end one. */
  public static boolean isUnspaced(char c) {
    return (KINDS[c] & UNSPACED) != 0;
  }

  /** Whether the character is a letter or digit of any script. */
  public static boolean isWord(char c) {
    return (KINDS[c] & WORD) != 0;
  }

  /** Whether the character is a letter or digit of a script whose words are parted by blanks. */
  public static boolean isSpacedWord(char c) {
    return KINDS[c] == WORD;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < kinds.length; i++) {
      char c = (char) i;
      boolean unspaced =
          (c >= '\u2E80' && c <= '\u9FFF')
              || (c >= '\uAC00' && c <= '\uD7AF')
              || (c >= '\u3130' && c <= '\u318F')
              || (c >= '\u0E00' && c <= '\u0EFF')
              || (c >= '\uF900' && c <= '\uFAFF')
              || (c >= '\uFF66' && c <= '\uFF9F');
      kinds[i] = (byte) ((unspaced ? UNSPACED : 0) | (Character.isLetterOrDigit(c) ? WORD : 0));
    }
    return kinds;
  }

  private static byte[] places() {
    byte[] places = new byte[Character.MAX_VALUE + 1];
    java.util.Arrays.fill(places, (byte) NONE);
    for (int i = 0; i < 26; i++) {
      places['A' + i] = (byte) i;
      places['a' + i] = (byte) i;
      places['\uFF21' + i] = (byte) i;
      places['\uFF41' + i] = (byte) i;
    }
    for (String row : ROWS) {
      for (int i = 0; i < row.length(); i++) {
        places[row.charAt(i)] = (byte) i;
      }
    }
    // Cyrillic: letters that look Latin at another place of the row cannot be told apart.
    places['\u0412'] = AMBIGUOUS; // В: third, or a Latin B
    places['\u0415'] = AMBIGUOUS; // Е: sixth, or a Latin E
    places['\u0421'] = 2; // С is far down the row: a Latin C
    places['\u0413'] = 3; // Г
    places['\u0414'] = 4; // Д
    return places;
  }
}
