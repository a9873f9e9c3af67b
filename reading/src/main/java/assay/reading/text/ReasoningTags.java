package assay.reading.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Blanks out the reasoning that models put between tags into the text of a reply.
 *
 * <p>Known are {@code <think>} and its kin ({@code thinking}, {@code thought}, {@code reasoning},
 * {@code analysis}, {@code reflection}, {@code scratchpad} …, also in square brackets and in the
 * signs of Kimi), {@code <unused94>…<unused95>} of MedGemma, {@code <|begin_of_thought|>…} and the
 * channels of gpt-oss, with or without their signs. A tag that is never closed hides everything
 * after it; a closing tag whose opening one the chat template swallowed hides everything before it.
 */
final class ReasoningTags {

  private static final Set<String> NAMES =
      Set.of(
          "think",
          "thinking",
          "thought",
          "thoughts",
          "reasoning",
          "reason",
          "analysis",
          "reflection",
          "reflect",
          "scratchpad",
          "deliberation",
          "inner_monologue",
          "inner_thoughts",
          "chain_of_thought",
          "seed:think",
          "antthinking",
          "cot",
          "begin_of_thought",
          "unused94");

  /** Closing tags that do not bear the name of their opening one. */
  private static final List<String> CLOSING = List.of("end_of_thought", "unused95");

  private static final int LONGEST_TAG = 64;
  private static final String FINAL_CHANNEL = "<|channel|>final";
  private static final String ANY_CHANNEL = "<|channel|>";
  private static final String MESSAGE = "<|message|>";
  private static final String BARE_FINAL_CHANNEL = "assistantfinal";

  private ReasoningTags() {}

  /** The text with reasoning turned into line ends; the same object where there is none. */
  static String hide(String text) {
    String shown = hideChannels(text);
    if (shown.indexOf('<') < 0 && shown.indexOf('[') < 0 && shown.indexOf('\u25C1') < 0) {
      return shown;
    }
    char[] chars = null;
    int depth = 0;
    int hiddenFrom = 0;
    int i = 0;
    while (i < shown.length()) {
      char c = shown.charAt(i);
      int kind = c == '<' || c == '[' || c == '\u25C1' ? tagAt(shown, i) : 0;
      if (kind == 0) {
        i++;
        continue;
      }
      int behind = i + Math.abs(kind);
      if (kind > 0) {
        if (depth == 0) {
          hiddenFrom = i;
        }
        depth++;
      } else {
        // A closing tag without an opening one hides all that stands before it.
        int from = depth > 0 ? hiddenFrom : 0;
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
          chars = chars == null ? shown.toCharArray() : chars;
          Arrays.fill(chars, from, behind, '\n');
        }
      }
      i = behind;
    }
    if (depth > 0) {
      chars = chars == null ? shown.toCharArray() : chars;
      Arrays.fill(chars, hiddenFrom, chars.length, '\n');
    }
    return chars == null ? shown : new String(chars);
  }

  /** Length of the reasoning tag here, negative for a closing one; 0 where there is none. */
  private static int tagAt(String text, int start) {
    char open = text.charAt(start);
    char close = open == '<' ? '>' : open == '[' ? ']' : '\u25B7';
    int i = start + 1;
    int limit = Math.min(text.length(), start + LONGEST_TAG);
    while (i < limit && (text.charAt(i) == '|' || text.charAt(i) == ' ')) {
      i++;
    }
    boolean closing = i < limit && text.charAt(i) == '/';
    if (closing) {
      i++;
    }
    int nameStart = i;
    while (i < limit && isNamePart(text.charAt(i))) {
      i++;
    }
    if (i == nameStart) {
      return 0;
    }
    String name = text.substring(nameStart, i).toLowerCase(Locale.ROOT);
    int end = i;
    while (end < limit && text.charAt(end) != close && text.charAt(end) != '\n') {
      end++;
    }
    if (end >= limit || text.charAt(end) != close) {
      return 0;
    }
    int length = end + 1 - start;
    if (CLOSING.contains(name)) {
      return -length;
    }
    boolean squareWord = open == '[' && !name.equals("think") && !name.equals("thinking");
    if (squareWord || !NAMES.contains(name)) {
      return 0;
    }
    return closing ? -length : length;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == ':';
  }

  /** gpt-oss writes its reasoning into a channel of its own before the final one. */
  private static String hideChannels(String text) {
    int channel = text.indexOf(ANY_CHANNEL);
    if (channel >= 0) {
      int last = text.lastIndexOf(FINAL_CHANNEL);
      if (last < 0) {
        return hidden(text, channel, text.length());
      }
      int message = text.indexOf(MESSAGE, last);
      int from = message < 0 ? last + FINAL_CHANNEL.length() : message + MESSAGE.length();
      return hidden(text, 0, from);
    }
    if (text.startsWith("analysis")) {
      int last = text.lastIndexOf(BARE_FINAL_CHANNEL);
      if (last >= 0) {
        return hidden(text, 0, last + BARE_FINAL_CHANNEL.length());
      }
    }
    return text;
  }

  private static String hidden(String text, int from, int to) {
    char[] chars = text.toCharArray();
    Arrays.fill(chars, from, to, '\n');
    return new String(chars);
  }
}
