package assay.reading.extractor.layered;

import assay.core.Option;
import assay.reading.text.Alphabets;
import java.util.Arrays;
import java.util.List;

/**
 * Which option a character names. A key matches as it is; a letter of another script or case names
 * the option whose key has the same place in its own row, so {@code ב} names {@code B}.
 */
final class OptionKeys {

  /** A letter that labels options elsewhere, but none here. */
  static final int FOREIGN = -1;

  /** Not a character that labels options. */
  static final int NONE = -2;

  private static final int LETTERS = 26;

  private final List<Option> options;
  private final int[] byPlace = new int[LETTERS];
  private final int[] byDigit = new int[10];
  private final boolean longKeys;

  OptionKeys(List<Option> options) {
    this.options = options;
    Arrays.fill(byPlace, FOREIGN);
    Arrays.fill(byDigit, NONE);
    boolean anyLong = false;
    for (int i = 0; i < options.size(); i++) {
      String key = options.get(i).key();
      int place = key.length() == 1 ? Alphabets.place(key.charAt(0)) : Alphabets.NONE;
      if (place >= 0) {
        byPlace[place] = i;
      } else if (key.length() == 1 && key.charAt(0) >= '0' && key.charAt(0) <= '9') {
        byDigit[key.charAt(0) - '0'] = i;
      } else {
        anyLong = true;
      }
    }
    longKeys = anyLong;
  }

  /** The option that a character names, {@link #FOREIGN} or {@link #NONE}. */
  int named(char c) {
    if (c >= '0' && c <= '9') {
      return byDigit[c - '0'];
    }
    int place = Alphabets.place(c);
    if (place >= 0) {
      int option = byPlace[place];
      boolean capital = c >= 'A' && c <= 'Z';
      return option >= 0 || capital ? option : NONE;
    }
    return NONE;
  }

  /** Whether the letter could be read as one of two options, so that it names neither. */
  boolean ambiguous(char c) {
    return Alphabets.place(c) == Alphabets.AMBIGUOUS && !isKey(c);
  }

  /** The option that a word names: a key of more than one character, or one of no known row. */
  int named(String word) {
    if (!longKeys) {
      return NONE;
    }
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).key().equalsIgnoreCase(word)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether some keys are longer than a letter or a digit. */
  boolean hasLongKeys() {
    return longKeys;
  }

  String key(int option) {
    return options.get(option).key();
  }

  private boolean isKey(char c) {
    for (Option option : options) {
      if (option.key().length() == 1 && option.key().charAt(0) == c) {
        return true;
      }
    }
    return false;
  }
}
