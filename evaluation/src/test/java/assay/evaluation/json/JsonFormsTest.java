package assay.evaluation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Generation;
import assay.core.exchange.TokenLogprob;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every record that is written is read back as it was, from bytes that UTF-8 can hold. */
class JsonFormsTest {

  private static String throughBytes(String json) {
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @SeededTest(count = 60)
  void samples(Generators draw) {
    for (AnswerKind kind : AnswerKind.values()) {
      Sample sample = new Samples(draw).sample(kind);
      String json = Json.write(SampleJson.write(sample));
      assertThat(SampleJson.read(throughBytes(json))).isEqualTo(sample);
      assertThat(Json.write(SampleJson.write(SampleJson.read(json)))).isEqualTo(json);
    }
  }

  @SeededTest(count = 60)
  void answersAndTargets(Generators draw) {
    Samples samples = new Samples(draw);
    for (AnswerKind kind : AnswerKind.values()) {
      Answer answer = samples.answer(kind);
      Target target = samples.target(kind);
      String written = throughBytes(Json.write(AnswerJson.write(answer)));
      assertThat(AnswerJson.read(Json.read(written))).isEqualTo(answer);
      written = throughBytes(Json.write(TargetJson.write(target)));
      assertThat(TargetJson.read(Json.read(written))).isEqualTo(target);
      Target unstated = new Target.Unstated(kind);
      written = throughBytes(Json.write(TargetJson.write(unstated)));
      assertThat(TargetJson.read(Json.read(written))).isEqualTo(unstated);
      assertThat(AnswerJson.brief(answer)).isNotNull();
    }
  }

  @SeededTest(count = 60)
  void settings(Generators draw) {
    Generation generation = new Samples(draw).generation();
    String json = throughBytes(Json.write(RequestJson.generation(generation)));
    assertThat(RequestJson.generation(json)).isEqualTo(generation);
  }

  @SeededTest(count = 60)
  void logProbabilities(Generators draw) {
    List<TokenLogprob> logprobs =
        draw.listOf(
            0,
            4,
            () ->
                new TokenLogprob(
                    draw.text(),
                    draw.oneIn(5) ? Double.NEGATIVE_INFINITY : -Math.abs(draw.finite()),
                    draw.listOf(
                        0,
                        3,
                        () ->
                            new TokenLogprob.Alternative(
                                draw.text(),
                                draw.oneIn(5) ? Double.NEGATIVE_INFINITY : draw.finite()))));
    String json = LogprobsJson.write(logprobs);
    assertThat(LogprobsJson.read(json == null ? null : throughBytes(json))).isEqualTo(logprobs);
  }

  @Test
  void formsAreThoseOfTheDocumentation() {
    assertThat(Json.write(AnswerJson.write(Answer.Choice.of("B"))))
        .isEqualTo("{\"kind\":\"choice\",\"keys\":[\"B\"]}");
    assertThat(Json.write(AnswerJson.write(new Answer.Number(12.5, "mm"))))
        .isEqualTo("{\"kind\":\"number\",\"value\":12.5,\"unit\":\"mm\"}");
    assertThat(Json.write(TargetJson.write(new Target.Labels(new TreeSet<>()))))
        .isEqualTo("{\"kind\":\"labels\",\"labels\":[]}");
  }

  @Test
  void anUnpairedSurrogateIsWrittenAsAnEscape() {
    assertThat(Json.write(AnswerJson.write(new Answer.Text("a\ud83db\udc00\ud83d\ude00"))))
        .isEqualTo("{\"kind\":\"text\",\"text\":\"a\\ud83db\\udc00\ud83d\ude00\"}");
    assertThat(Surrogates.replaced("a\ud83db\udc00\ud83d\ude00"))
        .isEqualTo("a\ufffdb\ufffd\ud83d\ude00");
    assertThat(Surrogates.replaced("as it was 😀")).isSameAs(Surrogates.replaced("as it was 😀"));
  }

  @Test
  void whatIsNoJsonOfOursIsDamage() {
    for (String text :
        List.of("", "{", "[]", "{}", "{\"kind\":\"choise\"}", "{\"kind\":\"choice\"}")) {
      assertThatThrownBy(() -> AnswerJson.read(Json.read(text)))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining("the run file is damaged");
    }
  }

  @Test
  void answersThatMeanTheSameAreTheSame() {
    Answer yes = new Answer.YesNo(true);
    assertThat(AnswerJson.same(yes, new Answer.Text("Yes"))).isTrue();
    assertThat(AnswerJson.same(yes, new Answer.Text("no"))).isFalse();
    assertThat(AnswerJson.same(new Answer.Number(5, null), new Answer.Text("5"))).isTrue();
    assertThat(AnswerJson.same(null, null)).isTrue();
    assertThat(AnswerJson.same(yes, null)).isFalse();
    assertThat(AnswerJson.same(null, yes)).isFalse();
  }

  @Test
  void numbersAreWrittenAsPeopleDo() {
    assertThat(List.of(12.0, -0.0, 12.5, 1e14, 1e15, 1e-7))
        .extracting(AnswerJson::plain)
        .containsExactly("12", "0", "12.5", "100000000000000", "1.0E15", "1.0E-7");
  }
}
