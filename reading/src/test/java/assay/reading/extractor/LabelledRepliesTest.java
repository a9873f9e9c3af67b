package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies labelled by hand: the default rule reads each as a careful reader does. */
class LabelledRepliesTest {

  record Labelled(
      AnswerKind kind,
      String language,
      String question,
      List<Option> options,
      String reply,
      String expected,
      String trap) {

    Presented presented() {
      return new Presented(kind, question, options, List.of(), null, language);
    }

    @Override
    public String toString() {
      return trap + ": " + reply;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void layeredReadsAsLabelled(Labelled labelled) {
    Reading reading =
        Extractors.standard()
            .byName("layered")
            .read(Reply.of(labelled.reply()), labelled.presented());
    assertThat(text(reading))
        .as("%s, %s", labelled.options(), reading)
        .isEqualTo(labelled.expected());
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(300);
  }

  static Stream<Labelled> all() throws IOException {
    try (InputStream in =
        LabelledRepliesTest.class.getResourceAsStream("/assay/reading/labelled-replies.tsv")) {
      List<Labelled> all = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.split("\t", -1);
        if (line.startsWith("#") || line.startsWith("kind\t")) {
          continue;
        }
        List<Option> options = new ArrayList<>();
        for (String option : fields[3].split("\\|")) {
          if (!option.isEmpty()) {
            int equals = option.indexOf('=');
            options.add(new Option(option.substring(0, equals), option.substring(equals + 1)));
          }
        }
        all.add(
            new Labelled(
                AnswerKind.byId(fields[0]).orElseThrow(),
                fields[1],
                fields[2],
                options,
                unescape(fields[4]),
                fields[5],
                fields[6]));
      }
      return all.stream();
    }
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
