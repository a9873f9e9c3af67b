package assay.cli.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every committed {@code expected.yaml} is what the tables of figures give. With {@code
 * -Dassay.expected=write} it is written.
 */
class ExpectedFilesTest {

  private static final Path BENCHMARKS =
      Path.of(System.getProperty("assay.test.home", ".."), "benchmarks");

  static Stream<String> benchmarks() {
    return makers().keySet().stream();
  }

  private static Map<String, Supplier<String>> makers() {
    Map<String, Supplier<String>> makers = new TreeMap<>();
    MedAgentsFigures.SETS.forEach(
        (set, benchmark) -> makers.put(benchmark, () -> MedAgentsFigures.of(set)));
    makers.put("mirage", ChoiceSetFigures::mirage);
    makers.put("worldmedqa-v", ChoiceSetFigures::worldMedQa);
    makers.put("pubmedqa-readers", ChoiceSetFigures::pubmedQaReaders);
    makers.put("healthbench-br", OtherSetFigures::healthBenchBr);
    makers.put("medcalc-bench", OtherSetFigures::medCalc);
    makers.put("vqa-rad", OtherSetFigures::vqaRad);
    makers.put("mmmu-pro", GeneralSetFigures::mmmuPro);
    makers.put("mmmu-val", GeneralSetFigures::mmmuVal);
    makers.put("genegpt", GeneralSetFigures::geneGpt);
    makers.put("genehop", TextSetFigures::geneHop);
    makers.put("mediqa-chat-2023-wanglab", TextSetFigures::mediqaChat);
    makers.put("radiology-reports", RadiologyFigures::of);
    makers.put("medec", TextSetFigures::medec);
    makers.put("aci-bench", TextSetFigures::aciBench);
    return makers;
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void committedFileIsWhatTheFiguresGive(String benchmark) throws IOException {
    String text = makers().get(benchmark).get();
    Path file = BENCHMARKS.resolve(benchmark).resolve("expected.yaml");
    if ("write".equals(System.getProperty("assay.expected"))) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    assertThat(file).hasContent(text);
  }
}
