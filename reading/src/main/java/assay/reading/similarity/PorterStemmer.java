package assay.reading.similarity;

import java.util.Locale;
import java.util.Map;

/**
 * Porter's stemmer of English with NLTK's extensions, as {@code rouge_score} and METEOR use it.
 * Source: Porter 1980, "An algorithm for suffix stripping"; porter.py of NLTK 3.8, mode
 * NLTK_EXTENSIONS.
 */
public final class PorterStemmer {

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("sky", "sky"),
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("news", "news"),
          Map.entry("innings", "inning"),
          Map.entry("inning", "inning"),
          Map.entry("outings", "outing"),
          Map.entry("outing", "outing"),
          Map.entry("cannings", "canning"),
          Map.entry("canning", "canning"),
          Map.entry("howe", "howe"),
          Map.entry("proceed", "proceed"),
          Map.entry("exceed", "exceed"),
          Map.entry("succeed", "succeed"));

  /** Endings of step 2 with what they become, in the order in which they are tried. */
  private static final String[][] STEP_2 = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"bli", "ble"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
    {"fulli", "ful"}
  };

  private static final String[][] STEP_3 = {
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""}
  };

  private static final String[] STEP_4 = {
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize"
  };

  private static final int LONGEST = 1000;

  /** The stem of a word, in lower case; a word beyond any language's length is its own stem. */
  public String stem(String word) {
    String stem = word.toLowerCase(Locale.ROOT);
    String irregular = IRREGULAR.get(stem);
    if (irregular != null) {
      return irregular;
    }
    if (stem.codePointCount(0, stem.length()) <= 2 || stem.length() > LONGEST) {
      return stem;
    }
    stem = step1a(stem);
    stem = step1b(stem);
    stem = step1c(stem);
    stem = step2(stem);
    stem = replaced(stem, STEP_3);
    stem = step4(stem);
    stem = step5a(stem);
    return stem.endsWith("ll") && measure(without(stem, 1)) > 1 ? without(stem, 1) : stem;
  }

  private static String step1a(String word) {
    if (word.endsWith("ies") && word.length() == 4) {
      return without(word, 1);
    }
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return without(word, 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? without(word, 1) : word;
  }

  private static String step1b(String word) {
    if (word.endsWith("ied")) {
      return without(word, word.length() == 4 ? 1 : 2);
    }
    if (word.endsWith("eed")) {
      return measure(without(word, 3)) > 0 ? without(word, 1) : word;
    }
    String stem =
        word.endsWith("ed") ? without(word, 2) : word.endsWith("ing") ? without(word, 3) : null;
    if (stem == null || !hasVowel(stem)) {
      return word;
    }
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    if (endsDoubled(stem)) {
      return "lsz".indexOf(stem.charAt(stem.length() - 1)) >= 0 ? stem : without(stem, 1);
    }
    return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
  }

  private static String step1c(String word) {
    boolean behindConsonant =
        word.endsWith("y") && word.length() > 2 && isConsonant(word, word.length() - 2);
    return behindConsonant ? without(word, 1) + "i" : word;
  }

  private static String step2(String word) {
    if (word.endsWith("alli") && measure(without(word, 4)) > 0) {
      return step2(without(word, 2));
    }
    if (word.endsWith("logi")) {
      // the l belongs to the stem, so that "geologi" is reached
      return measure(without(word, 3)) > 0 ? without(word, 1) : word;
    }
    return replaced(word, STEP_2);
  }

  /** Applies the first rule whose ending the word has, where what is left has a measure above 0. */
  private static String replaced(String word, String[][] rules) {
    for (String[] rule : rules) {
      if (word.endsWith(rule[0])) {
        String stem = without(word, rule[0].length());
        return measure(stem) > 0 ? stem + rule[1] : word;
      }
    }
    return word;
  }

  private static String step4(String word) {
    for (String ending : STEP_4) {
      if (word.endsWith(ending)) {
        String stem = without(word, ending.length());
        boolean behind =
            !ending.equals("ion")
                || (!stem.isEmpty() && (stem.endsWith("s") || stem.endsWith("t")));
        return measure(stem) > 1 && behind ? stem : word;
      }
    }
    return word;
  }

  private static String step5a(String word) {
    if (!word.endsWith("e")) {
      return word;
    }
    String stem = without(word, 1);
    int measure = measure(stem);
    return measure > 1 || (measure == 1 && !endsShort(stem)) ? stem : word;
  }

  private static String without(String word, int characters) {
    return word.substring(0, word.length() - characters);
  }

  private static boolean isConsonant(String word, int i) {
    char c = word.charAt(i);
    if ("aeiou".indexOf(c) >= 0) {
      return false;
    }
    if (c != 'y') {
      return true;
    }
    // a y is a consonant at the start and behind a vowel; of several in a row every other one
    int first = i;
    while (first > 0 && word.charAt(first - 1) == 'y') {
      first--;
    }
    boolean consonant = first == 0 || "aeiou".indexOf(word.charAt(first - 1)) >= 0;
    return (i - first) % 2 == 0 ? consonant : !consonant;
  }

  /** How often a consonant follows a vowel. */
  private static int measure(String stem) {
    int measure = 0;
    boolean vowel = false;
    for (int i = 0; i < stem.length(); i++) {
      boolean consonant = isConsonant(stem, i);
      measure += vowel && consonant ? 1 : 0;
      vowel = !consonant;
    }
    return measure;
  }

  private static boolean hasVowel(String stem) {
    for (int i = 0; i < stem.length(); i++) {
      if (!isConsonant(stem, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsDoubled(String word) {
    int last = word.length() - 1;
    return last >= 1 && word.charAt(last) == word.charAt(last - 1) && isConsonant(word, last);
  }

  /** Consonant, vowel, consonant other than w, x, y; or a word of a vowel and a consonant. */
  private static boolean endsShort(String word) {
    int last = word.length() - 1;
    if (last == 1) {
      return !isConsonant(word, 0) && isConsonant(word, 1);
    }
    return last >= 2
        && isConsonant(word, last - 2)
        && !isConsonant(word, last - 1)
        && isConsonant(word, last)
        && "wxy".indexOf(word.charAt(last)) < 0;
  }
}
