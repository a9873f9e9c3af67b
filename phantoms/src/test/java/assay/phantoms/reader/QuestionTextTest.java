package assay.phantoms.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTextTest {

  private static Asked asked(String text) {
    return new QuestionText(text).asked();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is there a lesion in the patient's right lung? | Presence[right=true]",
        "Does the patient's LEFT lung contain any lesion? | Presence[right=false]",
        "Is any lesion longer than 27 mm? | LongerThan[millimetres=27.0]",
        "Does the image show a lesion with a diameter of more than 20.5 mm?"
            + " | LongerThan[millimetres=20.5]",
        "How many lesions does the image show? | Count[]",
        "What is the number of lesions? | Count[]",
        "What is the diameter of the largest lesion, in millimetres? | Diameter[]",
        "How long is the largest lesion, in millimetres? | Diameter[]",
        "Is it raining? | Unknown[]",
        "Lesions. | Unknown[]"
      })
  void wordsAreUnderstood(String question, String asked) {
    String prompt = "The bar is 50 mm long. A diameter is measured.\n\n" + question + "\n\nReply.";
    assertThat(asked(prompt).toString()).isEqualTo(asked);
  }

  @Test
  void optionsAreFoundInTheUsualNotations() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("A", "both lungs");
    options.put("B", "right lung only");
    for (String lines :
        new String[] {
          "A. Both lungs\nB. Right lung only",
          "(A) Both lungs\n(B) Right lung only",
          "A: Both lungs\n  B) Right lung only  "
        }) {
      assertThat(asked("Where?\n" + lines))
          .isInstanceOfSatisfying(
              Asked.Where.class, where -> assertThat(where.options()).isEqualTo(options));
    }
    assertThat(asked("Which?\nA. Oval\nB. Round")).isInstanceOf(Asked.Shape.class);
    assertThat(asked("Which?\nA. Paris\nB. Rome")).isInstanceOf(Asked.Unknown.class);
  }

  @Test
  void scaleIsTakenFromTheWords() {
    QuestionText text =
        new QuestionText(
            "The white bar at the lower right is 40 mm long. Lesions, 7 mm long or more.");
    assertThat(text.barLength()).hasValue(40);
    assertThat(text.shortestLesion()).hasValue(7);
    assertThat(new QuestionText("How many lesions?").barLength()).isEmpty();
    assertThat(new QuestionText("How many lesions?").shortestLesion()).isEmpty();
  }
}
