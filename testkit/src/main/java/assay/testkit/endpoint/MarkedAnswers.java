package assay.testkit.endpoint;

import assay.testkit.endpoint.ContentPart.ImageContent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers multiple-choice questions, the same question always by the same letter. The letter is the
 * 32-bit FNV-1a hash, folded ({@code h ^ h >>> 16}), modulo the number of options, of the last mark
 * of the form {@code Case 004217} in the messages; where there is none, of the last message's text
 * and the SHA-256 of its images. So a disturbed run and an undisturbed one must agree in every
 * answer.
 *
 * @param options how many letters, 2 to 26, from A
 * @param style the form of the reply
 * @param length characters of a {@link Style#LONG} reply
 */
public record MarkedAnswers(int options, Style style, int length) implements Script {
  private static final Pattern MARK = Pattern.compile("Case [0-9]+");
  private static final String FILLER =
      "The findings have one likely cause, and the time course, the laboratory values and the image"
          + " speak against the other options. ";

  /** The form of a reply. */
  public enum Style {
    /** {@code ANSWER: B}. */
    ANSWER,
    /** {@code B}. */
    LETTER,
    /** {@code The answer is (B).} */
    SENTENCE,
    /** Reasoning of the given length, then {@code ANSWER: B}. */
    LONG
  }

  /** Refuses numbers of options that letters cannot name. */
  public MarkedAnswers {
    if (options < 2 || options > 26) {
      throw new IllegalArgumentException("options are 2 to 26, not " + options);
    }
  }

  /** Four options, answered as {@code ANSWER: B}. */
  public static MarkedAnswers ofFour() {
    return new MarkedAnswers(4, Style.ANSWER, 0);
  }

  @Override
  public Behaviour behave(Exchange exchange) {
    return Replies.text(replyTo(letterOf(keyOf(exchange))));
  }

  /** The letter for a mark such as {@code Case 000001}. */
  public char letterOf(String mark) {
    int hash = 0x811c9dc5;
    for (byte b : mark.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 16_777_619;
    }
    hash ^= hash >>> 16;
    return (char) ('A' + Integer.remainderUnsigned(hash, options));
  }

  private static String keyOf(Exchange exchange) {
    Matcher marks = MARK.matcher(exchange.text());
    String last = "";
    while (marks.find()) {
      last = marks.group();
    }
    if (!last.isEmpty()) {
      return last;
    }
    var key = new StringBuilder(exchange.lastMessage().text());
    for (ImageContent image : exchange.lastMessage().images()) {
      key.append('\n').append(image.sha256());
    }
    return key.toString();
  }

  private String replyTo(char letter) {
    return switch (style) {
      case ANSWER -> "ANSWER: " + letter;
      case LETTER -> String.valueOf(letter);
      case SENTENCE -> "The answer is (" + letter + ").";
      case LONG -> {
        int reasoning = Math.max(0, length - 11);
        yield FILLER.repeat(reasoning / FILLER.length() + 1).substring(0, reasoning)
            + "\n\nANSWER: "
            + letter;
      }
    };
  }
}
