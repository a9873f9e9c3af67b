package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reply of the files of labelled replies, with what a careful reader takes as its answer. */
record LabelledReply(
    AnswerKind kind,
    String language,
    String question,
    List<Option> options,
    String reply,
    String expected,
    String trap,
    String group) {

  /** The part that the rules were made with. */
  static List<LabelledReply> development() {
    return load("labelled-replies.tsv");
  }

  /** The part that was labelled before the rules were tried on it. */
  static List<LabelledReply> heldOut() {
    return load("labelled-replies-held-out.tsv");
  }

  /** The part written to break the rules by somebody who had not seen them. */
  static List<LabelledReply> unseen() {
    return load("labelled-replies-unseen.tsv");
  }

  /** The part written in the manner of real models by somebody who had not seen the rules. */
  static List<LabelledReply> strangers() {
    return load("labelled-replies-strangers.tsv");
  }

  /** Whether the question has several right options, so that a rule for one is not tried on it. */
  boolean asksForSet() {
    return group.equals("sets") || (kind == AnswerKind.CHOICE && expected.contains("+"));
  }

  /** Whether a careful reader takes an answer from it. */
  boolean readable() {
    return !expected.equals("unreadable") && !expected.equals("refused");
  }

  /** What a rule takes from it, in the notation of the files. */
  String readBy(Extractor extractor) {
    Presented presented = new Presented(kind, question, options, List.of(), null, language);
    return text(extractor.read(Reply.of(reply), presented));
  }

  private static List<LabelledReply> load(String name) {
    try (InputStream in = LabelledReply.class.getResourceAsStream("/assay/reading/" + name)) {
      List<LabelledReply> all = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#") && !line.startsWith("kind\t")) {
          all.add(parse(line.split("\t", -1)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static LabelledReply parse(String[] fields) {
    List<Option> options = new ArrayList<>();
    for (String option : fields[3].split("\\|")) {
      if (!option.isEmpty()) {
        int equals = option.indexOf('=');
        options.add(new Option(option.substring(0, equals), option.substring(equals + 1)));
      }
    }
    return new LabelledReply(
        AnswerKind.byId(fields[0]).orElseThrow(),
        fields[1],
        fields[2],
        options,
        unescape(fields[4]),
        fields[5],
        fields[6],
        fields[7]);
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
        out.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static String text(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> text(read.answer());
      case Reading.Unreadable unreadable -> "unreadable";
      case Reading.Refused refused -> "refused";
      case Reading.Truncated truncated -> "truncated";
    };
  }

  private static String text(Answer answer) {
    return switch (answer) {
      case Answer.Choice choice -> String.join("+", choice.keys());
      case Answer.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
      case Answer.Text text -> "text:" + text.text();
      case Answer.Number number -> {
        String value = BigDecimal.valueOf(number.value()).stripTrailingZeros().toPlainString();
        yield number.unit() == null ? value : value + " " + number.unit();
      }
      case Answer.Date date -> date.day().toString();
      case Answer.Labels labels -> "labels:" + String.join("+", labels.labels());
    };
  }
}
