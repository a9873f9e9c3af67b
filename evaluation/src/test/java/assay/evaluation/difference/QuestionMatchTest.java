package assay.evaluation.difference;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Option;
import assay.core.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Which questions of two runs of different benchmarks are the same. */
class QuestionMatchTest {

  private final SequencedMap<String, Side.Asked> first = new LinkedHashMap<>();
  private final SequencedMap<String, Side.Asked> second = new LinkedHashMap<>();

  private static Side.Asked asked(String question, String... options) {
    List<Option> shown = new ArrayList<>();
    for (String option : options) {
      shown.add(new Option(String.valueOf((char) ('A' + shown.size())), option));
    }
    return new Side.Asked(question, shown, Target.Choice.of("A"), List.of());
  }

  /** A prompt as programs write it: the question, its options, and what to do. */
  private static Side.Asked prompted(String before, String question, String after, String... all) {
    StringBuilder prompt = new StringBuilder(before).append(question).append('\n');
    for (int i = 0; i < all.length; i++) {
      prompt.append((char) ('A' + i)).append(". ").append(all[i]).append('\n');
    }
    return asked(prompt.append(after).toString(), all);
  }

  private static Side side(SequencedMap<String, Side.Asked> asked) {
    return Side.of(asked, "layered@1", "choice@1");
  }

  private SequencedMap<String, String> pairs() {
    return QuestionMatch.of(side(first), side(second), false);
  }

  private static String[] options(int i) {
    return new String[] {"Yes", "No", "shared option " + i + " text", "None"};
  }

  @Test
  void aLineOfOptionsMatchesNothing() {
    for (int i = 0; i < 5; i++) {
      first.put(
          "" + i,
          prompted("", "Question alpha " + i + " about organ " + i + "?", "Answer:", options(i)));
      second.put(
          "" + (100 + i),
          prompted(
              "",
              "Totally different beta " + i + " on drug " + i * 7 + "?",
              "Answer:",
              "Up",
              "Down",
              "shared option " + i + " text",
              "Same"));
    }
    assertThat(pairs()).isEmpty();
    SequencedMap<String, Side.Asked> sameIds = new LinkedHashMap<>();
    second.forEach((id, asked) -> sameIds.put("" + (Integer.parseInt(id) - 100), asked));
    assertThat(QuestionMatch.of(side(first), side(sameIds), false)).isEmpty();
  }

  @Test
  void aListThatIsNotKnownToBeOptionsMatchesNothingEither() {
    for (int i = 0; i < 4; i++) {
      String list = "\n1. the left one of them, number %d\n2. the right one of them, number %d\n";
      first.put("a" + i, asked("What has organ " + i + "?" + list.formatted(i, i)));
      second.put("b" + i, asked("Which drug stops " + i + "?" + list.formatted(i, i)));
    }
    assertThat(pairs()).isEmpty();
  }

  @Test
  void anInstructionMatchesNothing() {
    String instruction = "Answer the following question with the letter of one option alone.\n\n";
    first.put("x", prompted(instruction, "Is the sky blue at noon?", "", "Yes", "No", "Maybe"));
    second.put("y", prompted(instruction, "Is all grass red at noon?", "", "Yes", "No", "Maybe"));
    assertThat(pairs()).isEmpty();
    first.put("x2", prompted(instruction, "Which bone is the longest?", "", "Femur", "Tibia"));
    second.put("y2", prompted(instruction, "Which nerve is the longest?", "", "Vagus", "Ulnar"));
    assertThat(pairs()).isEmpty();
  }

  @Test
  void oneQuestionAloneIsFoundByItsWordsAndOptions() {
    first.put(
        "q1",
        prompted(
            "",
            "A man has a cough for nine days?",
            "End with the line ANSWER: X.",
            "Immune thrombocytopenia",
            "Infective endocarditis"));
    second.put(
        "0",
        prompted(
            "Choose. Think before you choose, then give one letter.\n\n",
            "A man has a cough for nine days?",
            "",
            "Immune thrombocytopenia",
            "Infective endocarditis"));
    assertThat(pairs()).containsExactly(java.util.Map.entry("q1", "0"));
  }

  @Test
  void whereIdsNameQuestionsNoOthersAreTheSame() {
    IntFunction<Side.Asked> same =
        i -> asked("Case " + i + ": which drug is given to the patient first?", options(i));
    for (int i = 0; i < 20; i++) {
      first.put("q" + i, same.apply(i));
      second.put("q" + (i + 9), same.apply(i + 9));
    }
    second.put("another", same.apply(3));
    assertThat(pairs().sequencedKeySet())
        .containsExactly(
            "q9", "q10", "q11", "q12", "q13", "q14", "q15", "q16", "q17", "q18", "q19");
    assertThat(pairs()).allSatisfy((id, other) -> assertThat(other).isEqualTo(id));
  }

  @Test
  void idsThatArePlacesInTheLogNameNoQuestions() {
    IntFunction<String> case_ = i -> "Case " + i + ": which drug is given to patient " + i + "?";
    for (int i = 0; i < 20; i++) {
      first.put("" + i, asked(case_.apply(i), "drug " + i, "none", "both", "all"));
      second.put(
          "" + i,
          prompted(
              "Question: ",
              case_.apply(i + 7),
              "Answer:",
              "drug " + (i + 7),
              "none",
              "both",
              "all"));
    }
    assertThat(pairs()).hasSize(13);
    assertThat(pairs())
        .allSatisfy(
            (id, other) -> assertThat(Integer.parseInt(other)).isEqualTo(Integer.parseInt(id) - 7));
  }

  @Test
  void theSameWordsWithOtherOptionsAreAnotherQuestion() {
    String which = "Which of the following statements is true?";
    for (int i = 0; i < 6; i++) {
      first.put("a" + i, asked(i < 2 ? which : which + i, "fact " + i, "myth " + i, "lie " + i));
      second.put(
          "b" + i,
          asked(i < 2 ? which : which + i, "fact " + (1 - i), "myth " + (1 - i), "lie " + (1 - i)));
    }
    assertThat(pairs()).isEqualTo(java.util.Map.of("a0", "b1", "a1", "b0"));
  }

  @Test
  void oneOptionMoreOrAnotherOrderIsTheSameQuestion() {
    for (int i = 0; i < 3; i++) {
      String question = "Which of these drugs is given in case " + i + "?";
      first.put("a" + i, asked(question, "one " + i, "two " + i, "three", "four"));
      second.put("b" + i, asked(question, "four", "three", "two " + i, "one " + i, "five"));
    }
    assertThat(pairs()).hasSize(3);
  }

  @Test
  void questionsOfTextAreTheSameByNineInTenOfTheirWords() {
    for (int i = 0; i < 3; i++) {
      String passage =
          "Context: of "
              + (40 + i)
              + " men and women who were treated in ward "
              + i
              + ", most went home well within a fortnight.\n";
      String asks = "Did the treatment in ward number " + i + " do any good?";
      first.put("a" + i, asked(passage + asks));
      second.put("b" + i, asked("Read this. " + passage.substring(9) + "Question: " + asks));
    }
    assertThat(pairs()).hasSize(3);
    second.replaceAll(
        (id, asked) ->
            asked(asked.question().replaceAll("of (.*) men .* well", "$1 cows eat grass")));
    assertThat(pairs()).as("one line alone is not enough").isEmpty();
  }

  @Test
  void ofOneBenchmarkTheIdSaysIt() {
    first.put("1", asked("one"));
    second.put("1", asked("two"));
    assertThat(QuestionMatch.of(side(first), side(second), true)).containsKey("1");
    assertThat(pairs()).isEmpty();
  }
}
