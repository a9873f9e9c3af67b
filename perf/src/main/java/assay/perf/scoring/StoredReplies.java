package assay.perf.scoring;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Replies of some 200 characters to questions with four options, as models write them: some name
 * the letter in a line of its own, some in a sentence, some only the option's text, some nothing.
 */
public final class StoredReplies {

  private static final List<String> OPTIONS =
      List.of(
          "Community-acquired pneumonia",
          "Inferior myocardial infarction",
          "Carcinoma of the head of the pancreas",
          "Immune thrombocytopenia");

  private static final List<String> BEGINNINGS =
      List.of(
          "The combination of fever, a productive cough and a lobar opacity speaks for one of these; the"
              + " sodium fits it too, and nothing else explains the radiograph. ",
          "Pain that radiates to the left arm with ST elevation in II, III and aVF is typical, whereas"
              + " option D would show a low count and no pain at all. ",
          "Painless jaundice with weight loss in an older patient must be taken for the gravest of"
              + " these until it is excluded by imaging. ",
          "We go through the findings one by one: no fever, no cough, no pain; petechiae and a platelet"
              + " count of 18 × 10⁹/l remain to be explained. ");

  private static final List<String> ENDS =
      List.of(
          "Taken together, this is decisive.\n\nANSWER: %1$s",
          "Therefore the correct answer is (%1$s) %2$s.",
          "So the answer is **%1$s**, and the others are unlikely.",
          "The most likely diagnosis is %2$s.",
          "Final answer: \\boxed{%1$s}",
          "It cannot be decided without further tests.");

  private StoredReplies() {}

  /** The text of one of them. */
  public static String text(int number) {
    int option = number / ENDS.size() % OPTIONS.size();
    return BEGINNINGS.get(number % BEGINNINGS.size())
        + ENDS.get(number % ENDS.size())
            .formatted(String.valueOf((char) ('A' + option)), OPTIONS.get(option));
  }

  /** So many of them as replies. */
  static List<Reply> replies(int count) {
    List<Reply> replies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      replies.add(Reply.of(text(i)));
    }
    return replies;
  }

  /** What they reply to, seen as a question of a kind. */
  static Presented presented(AnswerKind kind) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < OPTIONS.size(); i++) {
      options.add(new Option(String.valueOf((char) ('A' + i)), OPTIONS.get(i)));
    }
    return new Presented(
        kind,
        "A 54-year-old lifelong smoker presents. Which diagnosis is the most likely?",
        kind == AnswerKind.CHOICE ? options : List.of(),
        List.of(),
        null,
        "en");
  }

  /** The record of a question. */
  static String question(int number) {
    StringBuilder line = new StringBuilder("{\"id\": \"q").append(number);
    line.append("\", \"question\": \"Case ").append(number);
    line.append(": which diagnosis is the most likely?\", \"options\": [");
    for (int i = 0; i < OPTIONS.size(); i++) {
      line.append(i == 0 ? "\"" : ", \"").append(OPTIONS.get(i)).append('"');
    }
    return line.append("], \"answer\": \"")
        .append((char) ('A' + number % OPTIONS.size()))
        .append("\"}\n")
        .toString();
  }

  /** The record of the reply to a question. */
  static String recorded(int number) {
    return "{\"id\": \"q"
        + number
        + "\", \"reply\": \""
        + text(number).replace("\\", "\\\\").replace("\n", "\\n")
        + "\"}\n";
  }
}
