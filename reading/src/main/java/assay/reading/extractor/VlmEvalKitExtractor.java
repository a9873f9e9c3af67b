package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VLMEvalKit's exact matching, {@code can_infer}: marks become blanks; if exactly one option letter
 * stands as a word, among the last four words, it is the answer; else the first {@code answer is X}
 * with X from A to D in any case; else the only option whose text stands in the reply, if that is
 * at most twice as long as all options. The refusals that it knows are read as {@code Z}, which is
 * no option. It reads articles: "The answer is a mass" is A.
 */
public final class VlmEvalKitExtractor extends ReplyRule {

  private static final String BLANKED = ".()[],:;!*#{}";
  private static final int LAST_WORDS = 5;
  private static final String[] REJECTED = {
    "Sorry, I can't help with images of people yet.",
    "I can't process this file.",
    "I'm sorry, but without the image provided",
    "Cannot determine the answer"
  };
  private static final String FAILED = "Failed to obtain answer via API";

  public VlmEvalKitExtractor() {
    super(
        new Descriptor(
            "vlmevalkit",
            1,
            "VLMEvalKit's can_infer: one letter as a word, or one option's text",
            "VLMEvalKit, vlmeval/utils/matching_util.py can_infer"
                + " (github.com/open-compass/VLMEvalKit, e8e78f05)"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    if (!text.contains(FAILED)) {
      for (String rejected : REJECTED) {
        if (text.contains(rejected)) {
          return Readings.unreadable("known refusal");
        }
      }
      Reading byLetter = byLetter(text, presented);
      if (byLetter != null) {
        return byLetter;
      }
    }
    return byText(text, presented);
  }

  private static @Nullable Reading byLetter(String text, Presented presented) {
    // Words, and where each stands first: its number and its place.
    Map<String, int[]> words = new HashMap<>();
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      if (isBlank(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < text.length() && !isBlank(text.charAt(i))) {
        i++;
      }
      if (i - start <= LONGEST_KEY) {
        words.putIfAbsent(text.substring(start, i), new int[] {count, start});
      }
      count++;
    }
    Option only = null;
    int named = 0;
    for (Option option : presented.options()) {
      if (words.containsKey(option.key())) {
        only = option;
        named++;
      }
    }
    if (named == 1 && only != null) {
      int[] place = words.getOrDefault(only.key(), new int[2]);
      if (place[0] > count - LAST_WORDS) {
        return Readings.option(only.key(), place[1], place[1] + only.key().length());
      }
    } else if (named == 0 && words.containsKey("Z")) {
      return Readings.FOREIGN_LETTER;
    }
    return answerIs(text, presented);
  }

  private static final int LONGEST_KEY = 16;

  /** {@code (?i)(?:correct\s+)?answer\s+is\s+\**([ABCD])\**}, the first match. */
  private static @Nullable Reading answerIs(String text, Presented presented) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return null;
    }
    for (int at = lower.indexOf("answer"); at >= 0; at = lower.indexOf("answer", at + 1)) {
      int is = skipSpaces(lower, at + 6);
      if (is == at + 6 || !lower.startsWith("is", is)) {
        continue;
      }
      int letter = skipSpaces(lower, is + 2);
      if (letter == is + 2) {
        continue;
      }
      while (letter < lower.length() && lower.charAt(letter) == '*') {
        letter++;
      }
      if (letter < lower.length() && lower.charAt(letter) >= 'a' && lower.charAt(letter) <= 'd') {
        String key = lower.substring(letter, letter + 1).toUpperCase(Locale.ROOT);
        return Shown.isKey(key, presented) ? Readings.option(key, letter, letter + 1) : null;
      }
    }
    return null;
  }

  private static Reading byText(String text, Presented presented) {
    String lower = text.toLowerCase(Locale.ROOT);
    long options = 0;
    for (Option option : presented.options()) {
      options += option.text().codePointCount(0, option.text().length());
    }
    if (lower.codePointCount(0, lower.length()) > 2 * options) {
      return Readings.NO_OPTION;
    }
    Option only = null;
    for (Option option : presented.options()) {
      if (lower.contains(option.text().toLowerCase(Locale.ROOT))) {
        if (only != null) {
          return Readings.SEVERAL_OPTIONS;
        }
        only = option;
      }
    }
    if (only == null) {
      return Readings.NO_OPTION;
    }
    int at = Math.min(lower.indexOf(only.text().toLowerCase(Locale.ROOT)), text.length());
    int end = Math.min(at + only.text().length(), text.length());
    return Readings.option(only.key(), at, end);
  }

  private static boolean isBlank(char c) {
    return PythonText.isSpace(c) || BLANKED.indexOf(c) >= 0;
  }

  private static int skipSpaces(String text, int start) {
    int i = start;
    while (i < text.length() && PythonText.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
