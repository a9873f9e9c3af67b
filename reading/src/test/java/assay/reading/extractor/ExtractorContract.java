package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Presented;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.testkit.generate.Generators;
import assay.testkit.generate.OptionSet;
import assay.testkit.generate.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every extractor owes: it reads any text without throwing and in bounded time, answers with
 * nothing that was not shown, does not mind white space around the reply, and reads its own answer
 * written out as the same answer. The subclass supplies name and policy; its own tests stand
 * beside.
 */
abstract class ExtractorContract {

  static final String REFUSAL = "I'm sorry, but I cannot provide medical advice.";

  private final Extractor extractor;

  ExtractorContract(String name) {
    extractor = Extractors.standard().byName(name);
  }

  /** Whether white space around the reply is part of it. */
  boolean exactToTheBlank() {
    return false;
  }

  /** Whether the rule reads the reply's text at all. */
  boolean readsText() {
    return true;
  }

  /** An answer written as this rule reads it, or as a plain reader would. */
  String canonical(Answer answer, Presented presented) {
    return switch (answer) {
      case Answer.Choice choice -> String.join(", ", choice.keys());
      case Answer.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
      case Answer.Text text -> text.text();
      case Answer.Number number ->
          java.math.BigDecimal.valueOf(number.value()).toPlainString()
              + (number.unit() == null ? "" : " " + number.unit());
      case Answer.Date date -> date.day().toString();
      case Answer.Labels labels -> String.join(", ", labels.labels());
    };
  }

  final Extractor extractor() {
    return extractor;
  }

  /** What the rule reads in a text, for tests of its own. */
  final Reading read(String text, Presented presented) {
    return extractor.read(Reply.of(text), presented);
  }

  @SeededTest(count = 400)
  final void noTextThrowsAndNothingElseThanWhatWasShownIsRead(Generators draw) {
    for (AnswerKind kind : extractor.kinds()) {
      Presented presented = presented(kind, draw);
      String text = draw.oneIn(3) ? hostile(draw, presented) : draw.text();
      checkShown(extractor.read(reply(text, draw), presented), presented, text);
    }
  }

  @SeededTest(count = 200)
  final void whiteSpaceAroundTheReplyChangesNothing(Generators draw) {
    if (exactToTheBlank()) {
      return;
    }
    for (AnswerKind kind : extractor.kinds()) {
      Presented presented = presented(kind, draw);
      String text = draw.oneIn(2) ? hostile(draw, presented) : draw.texts().plain();
      String spaced = " \n\t" + text + "\n \n";
      assertThat(answer(extractor.read(Reply.of(spaced), presented)))
          .as("%s, reply %s", presented.options(), text)
          .isEqualTo(answer(extractor.read(Reply.of(text), presented)));
    }
  }

  @SeededTest(count = 200)
  final void anAnswerWrittenOutIsReadAgain(Generators draw) {
    if (!readsText()) {
      return;
    }
    for (AnswerKind kind : extractor.kinds()) {
      Presented presented = presented(kind, draw);
      String text = draw.oneIn(2) ? hostile(draw, presented) : draw.text();
      if (extractor.read(Reply.of(text), presented)
              instanceof Reading.Read(Answer first, var evidence, boolean guessed)
          && !guessed
          && !(first instanceof Answer.Labels labels && labels.labels().isEmpty())) {
        String written = canonical(first, presented);
        assertThat(answer(extractor.read(Reply.of(written), presented)))
            .as("%s written out as '%s'", first, written)
            .isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("endlessTexts")
  final void aMegabyteIsReadInAWalk(String text) {
    Generators draw = Generators.of(7);
    for (AnswerKind kind : extractor.kinds()) {
      Presented presented = presented(kind, draw);
      checkShown(extractor.read(Reply.of(text), presented), presented, "endless");
    }
  }

  /** Pieces that make careless patterns go back and forth, repeated to a megabyte. */
  static Stream<String> endlessTexts() {
    return Stream.of(
            " ",
            "A",
            "A ",
            "(",
            "((A)",
            "*",
            "**A**",
            "\"",
            "answer: ",
            "the answer is ",
            "is ",
            "A. x\n",
            "<think>",
            "<think></think>",
            "<answer>",
            "\\boxed{",
            "{\"answer\": \"",
            ":",
            ": ",
            "####",
            "#### x",
            "[[",
            "\n",
            "1",
            "1,",
            "1.",
            "1e",
            "1-",
            "12/",
            "yes or no ",
            "no ",
            "は",
            "答案",
            "א ",
            "\ud83e",
            "option A, ",
            "A and ",
            "not ",
            "\\n",
            "e ",
            ",")
        .map(piece -> piece.repeat((1 << 20) / piece.length()));
  }

  @Test
  final void whatIsNotReadIsSortedTheSameWayForEveryRule() {
    for (AnswerKind kind : extractor.kinds()) {
      Presented presented = presented(kind, Generators.of(1));
      assertThat(extractor.read(finished("", FinishReason.STOP), presented))
          .isEqualTo(new Reading.Unreadable("empty"));
      assertThat(extractor.read(finished("", FinishReason.LENGTH), presented))
          .isEqualTo(new Reading.Truncated());
      assertThat(extractor.read(finished("", FinishReason.CONTENT_FILTER), presented))
          .isEqualTo(new Reading.Refused());
      assertThat(extractor.read(finished("A", FinishReason.REFUSAL), presented))
          .isEqualTo(new Reading.Refused());
      Reading refusal = extractor.read(finished(REFUSAL, FinishReason.STOP), presented);
      boolean readAsText = refusal instanceof Reading.Read;
      assertThat(refusal instanceof Reading.Refused || readAsText).as("%s", refusal).isTrue();
    }
  }

  @Test
  final void kindsAndDescriptionAreDeclared() {
    assertThat(extractor.kinds()).isNotEmpty().isUnmodifiable();
    assertThat(extractor.descriptor().version()).isPositive();
  }

  private static void checkShown(Reading reading, Presented presented, String text) {
    if (!(reading instanceof Reading.Read read)) {
      return;
    }
    Set<String> shown = presented.options().stream().map(Option::key).collect(Collectors.toSet());
    if (read.answer() instanceof Answer.Choice choice) {
      assertThat(shown).as(text).containsAll(choice.keys());
    }
    if (read.answer() instanceof Answer.Labels labels && !shown.isEmpty()) {
      assertThat(shown).as(text).containsAll(labels.labels());
    }
  }

  private static Object answer(Reading reading) {
    return reading instanceof Reading.Read read ? read.answer() : reading;
  }

  private static Reply reply(String text, Generators draw) {
    Recorded recorded = draw.oneIn(2) ? new Recorded(draw.text(), null) : null;
    FinishReason finish = draw.pick(List.of(FinishReason.values()));
    return new Reply(
        text, draw.text(), finish, Usage.UNKNOWN, null, null, List.of(), null, text, recorded);
  }

  static Reply finished(String text, FinishReason finish) {
    return new Reply(text, null, finish, Usage.UNKNOWN, null, null, List.of(), null, text, null);
  }

  /** A question of a kind; its options are ordinary, overlapping, self-referring or hostile. */
  static Presented presented(AnswerKind kind, Generators draw) {
    boolean offers = kind == AnswerKind.CHOICE || kind == AnswerKind.LABELS;
    OptionSet set =
        switch (draw.between(0, 4)) {
          case 0 -> draw.options().overlapping();
          case 1 -> draw.options().selfReferring();
          case 2 -> draw.options().hostile();
          default -> draw.options().any();
        };
    String language = draw.pick(List.of("en", "pt-BR", "de", "ja", "he", "ru", "zh", ""));
    return new Presented(
        kind, draw.texts().plain(), offers ? options(set) : List.of(), List.of(), null, language);
  }

  static List<Option> options(OptionSet set) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < set.keys().size(); i++) {
      options.add(new Option(set.keys().get(i), set.texts().get(i)));
    }
    return options;
  }

  /** Parts of answers, options and announcements in any order. */
  private static String hostile(Generators draw, Presented presented) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                "the answer is ",
                "Answer: ",
                "is not ",
                "not ",
                "yes",
                "no",
                ". ",
                ", ",
                "\n",
                " ",
                "A",
                "B",
                "I",
                "(",
                ")",
                "**",
                "\"answer\": \"",
                "\"}",
                "\\boxed{",
                "}",
                "<answer>",
                "</answer>",
                "<think>",
                "</think>",
                "12.5",
                " mm",
                "2021-03-05",
                "03/04/2021",
                "正解は",
                "option ",
                " is correct",
                " and ",
                "E",
                "\ud83e",
                "None of the above"));
    presented.options().forEach(option -> parts.add(option.text()));
    presented.options().forEach(option -> parts.add(option.key() + ". "));
    return String.join("", draw.listOf(1, 14, () -> draw.pick(parts)));
  }
}
