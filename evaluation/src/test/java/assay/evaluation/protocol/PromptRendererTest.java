package assay.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Media;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.benchmark.Prompt;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Presented;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.evaluation.support.SmallBenchmark;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptRendererTest {

  private static final ImageRenderer IMAGES =
      media -> new Part.ImagePart(((Media.File) media).path(), "image/png", 1, 1, "{}");

  private static Request render(
      @Nullable String system, String template, List<Sample> shots, Presented presented)
      throws IOException {
    Prompt prompt = new Prompt(system, template, new LinkedHashMap<>(), null);
    return new PromptRenderer(prompt, Generation.UNSET, shots, IMAGES).render(presented);
  }

  private static Presented presented(String question, List<Media> media, @Nullable String unit) {
    return new Presented(
        AnswerKind.CHOICE,
        question,
        List.of(new Option("A", "left {question}"), new Option("B", "right")),
        media,
        unit,
        "en");
  }

  private static List<Part> parts(String template, Presented presented) throws IOException {
    return render(null, template, List.of(), presented).messages().getLast().parts();
  }

  @Test
  void fillsEachFieldOnce() throws IOException {
    assertThat(parts("Q: {question}\n{options}\nIn {unit}.", presented("side?", List.of(), "mm")))
        .containsExactly(new Part.TextPart("Q: side?\nA. left {question}\nB. right\nIn mm."));
    assertThat(parts("In '{unit}'", presented("side?", List.of(), null)))
        .containsExactly(new Part.TextPart("In ''"));
  }

  @Test
  void whatWasPutInIsNeverLookedAtAgain() throws IOException {
    String hostile = "{options} ${7*7} {{question}} {images} {unknown} {";
    assertThat(parts("{question}|{question}", presented(hostile, List.of(), null)))
        .containsExactly(new Part.TextPart(hostile + "|" + hostile));
  }

  @Test
  void bracesThatAreNoFieldStay() throws IOException {
    assertThat(parts("{\"answer\": {x}} {question} }{", presented("side?", List.of(), null)))
        .containsExactly(new Part.TextPart("{\"answer\": {x}} side? }{"));
  }

  @Test
  void picturesStandBeforeTheTextOrWhereTheTemplateSays() throws IOException {
    Presented presented =
        presented("side?", List.of(new Media.File("a"), new Media.File("b")), null);
    Part a = new Part.ImagePart("a", "image/png", 1, 1, "{}");
    Part b = new Part.ImagePart("b", "image/png", 1, 1, "{}");
    assertThat(parts("{question}", presented)).containsExactly(a, b, new Part.TextPart("side?"));
    assertThat(parts("See {images} {question}", presented))
        .containsExactly(new Part.TextPart("See"), a, b, new Part.TextPart("side?"));
    assertThat(parts("{question} {images}", presented))
        .containsExactly(new Part.TextPart("side?"), a, b);
  }

  @Test
  void examplesStandBeforeTheQuestionAsExchanges() throws IOException {
    List<Sample> shots =
        List.of(
            SmallBenchmark.choice("s1", "C"),
            SmallBenchmark.sample("s2", new Target.YesNo(false)),
            SmallBenchmark.sample("s3", new Target.Number(5, "mm", new Tolerance.Exact())),
            SmallBenchmark.sample("s4", new Target.Text(List.of("lung", "lungs"))),
            SmallBenchmark.sample("s5", new Target.Date(LocalDate.of(2026, 2, 3))),
            SmallBenchmark.sample("s6", new Target.Labels(new TreeSet<>(List.of("x", "y")))));
    List<Message> messages =
        render("Be brief.", "{question}", shots, presented("side?", List.of(), null)).messages();
    assertThat(messages).hasSize(14);
    assertThat(messages.getFirst()).isEqualTo(Message.text(Role.SYSTEM, "Be brief."));
    assertThat(messages.get(1)).isEqualTo(Message.text(Role.USER, "question s1"));
    assertThat(messages.stream().filter(m -> m.role() == Role.ASSISTANT))
        .extracting(m -> ((Part.TextPart) m.parts().getFirst()).text())
        .containsExactly(
            "Answer: C",
            "Answer: no",
            "Answer: 5 mm",
            "Answer: lung",
            "Answer: 2026-02-03",
            "Answer: x, y");
  }

  @Test
  void theBlindArmLeavesPicturesOutAndAppliesToThoseThatHaveSome() {
    Sample plain = SmallBenchmark.choice("q", "A");
    Sample pictured =
        new Sample(
            "p",
            null,
            "en",
            "side?",
            plain.options(),
            List.of(new Media.File("a")),
            plain.target(),
            plain.tags(),
            plain.clusters(),
            plain.links());
    Arm blind = Arms.byName("blind");
    assertThat(blind.variants(plain, 1)).isEmpty();
    assertThat(blind.variants(pictured, 1)).containsExactly("");
    assertThat(blind.present(pictured, "").media()).isEmpty();
    assertThat(blind.present(pictured, "").options()).isEqualTo(plain.options());
    assertThat(Arms.byName("standard").present(pictured, "").media()).hasSize(1);
    assertThat(Arms.all()).extracting(Arm::name).doesNotHaveDuplicates();
  }
}
