package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.reading.CorpusMeasures;
import assay.reading.Scorers;
import assay.reading.corpus.CorpusMeasure;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports of chest films: BLEU, ROUGE-L and CIDEr as published, and of every report. */
class RadiologyReportsTest {

  private static final String FOLDER = "radiology-reports/";

  private static final String TEMPLATE = "manual_template_target_b4rouge/result/";
  private static final String RAG = "qwen_dino_sft_rag_top20_";

  private static final Map<String, String> CORPUS = corpus();

  @ParameterizedTest
  @MethodSource("runs")
  void scoresOfTheWholeSetAreTheReferenceValues(String run) throws IOException {
    Map<String, Double> expected = expected(run);
    Map<String, List<String>> references = texts(file(run, "refs"));
    Map<String, List<String>> answers = texts(file(run, "preds"));
    assertThat(answers).hasSize(expected.get("n").intValue());
    for (var entry : CORPUS.entrySet()) {
      CorpusMeasure.Accumulator sum = CorpusMeasures.standard().byName(entry.getValue()).start();
      answers.forEach((id, answer) -> sum.add(answer.getFirst(), references.get(id)));
      assertThat(sum.result().orElseThrow())
          .as("%s of %s", entry.getKey(), run)
          .isCloseTo(expected.get(entry.getKey()), within(1e-9));
    }
    double rouge = 0;
    for (var answer : answers.entrySet()) {
      rouge += score("coco-rouge-l", answer.getValue().getFirst(), references.get(answer.getKey()));
    }
    assertThat(rouge / answers.size()).isCloseTo(expected.get("ROUGE_L"), within(1e-9));
  }

  /** The seven runs that publish all six scores, and one that publishes two, to all digits. */
  @ParameterizedTest
  @MethodSource("publications")
  void scoresAreThePublishedOnes(String run, String file, String path) throws IOException {
    JsonNode published = Files.json(SharedData.require(FOLDER + "MRG_RL/" + file)).at(path);
    Map<String, Double> expected = expected(run);
    for (String measure : List.of("Bleu_1", "Bleu_2", "Bleu_3", "Bleu_4", "ROUGE_L", "CIDEr")) {
      if (published.has(measure)) {
        assertThat(expected.get(measure))
            .isCloseTo(published.get(measure).asDouble(), within(1e-11));
      }
    }
    assertThat(published.has("Bleu_4")).isTrue();
    scoresOfTheWholeSetAreTheReferenceValues(run);
  }

  static Stream<Arguments> publications() {
    return Stream.of(
        arguments("manual_template", "manual_template_target_b4rouge/test_summary.json", ""),
        arguments(
            "qwen_logp_top20", RAG + "copy_oracle_cw1_lr2e5_logp_top20/test_metrics.json", ""),
        arguments(
            "qwen_number_infer_beam1", RAG + "number_cw1_lr5e5_infer_beam1/test_metrics.json", ""),
        arguments(
            "qwen_number_infer_epoch0_beam1",
            RAG + "number_cw1_lr5e5_infer_epoch0_beam1/test_metrics.json",
            ""),
        arguments(
            "qwen_number_infer_epoch1_beam1",
            RAG + "number_cw1_lr5e5_infer_epoch1_beam1/test_metrics.json",
            ""),
        arguments(
            "rag_top50_clinical_oracle",
            "rag_top50_clinical_oracle/test_summary.json",
            "/0/metrics"),
        arguments(
            "rag_top20_copy_oracle",
            "rag_top20_copy_oracle_cw1/build_summary.json",
            "/splits/test/oracle_within_topk"),
        arguments(
            "template_sentence_fusion",
            "template_sentence_fusion_b4rouge_fast/test_metrics.json",
            ""));
  }

  /** Single reports: BLEU-4 of NLTK with smoothing, ROUGE-L. */
  @ParameterizedTest
  @MethodSource("runsByReport")
  void scoresOfSingleReportsAreTheReferenceValues(String run) throws IOException {
    Map<String, List<String>> references = texts(file(run, "refs"));
    Map<String, List<String>> answers = texts(file(run, "preds"));
    int reports = 0;
    for (String[] row : rows("reference-per-report.tsv")) {
      if (row[0].equals(run)) {
        reports++;
        String answer = answers.get(row[1]).getFirst();
        assertThat(score("coco-rouge-l", answer, references.get(row[1])))
            .isCloseTo(Double.parseDouble(row[6]), within(1e-9));
        assertThat(score("bleu-nltk-method1", answer, references.get(row[1])))
            .isCloseTo(Double.parseDouble(row[8]), within(1e-9));
      }
    }
    assertThat(reports).isEqualTo(382);
  }

  static List<String> runsByReport() throws IOException {
    return rows("reference-per-report.tsv").stream().map(row -> row[0]).distinct().toList();
  }

  static List<String> runs() throws IOException {
    return rows("reference.tsv").stream().map(row -> row[0]).toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.text(SharedData.require(FOLDER + file))
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static Map<String, Double> expected(String run) throws IOException {
    List<String> names =
        List.of("n", "Bleu_1", "Bleu_2", "Bleu_3", "Bleu_4", "ROUGE_L", "CIDEr", "nltk");
    Map<String, Double> values = new LinkedHashMap<>();
    for (String[] row : rows("reference.tsv")) {
      for (int i = 0; row[0].equals(run) && i < names.size(); i++) {
        values.put(names.get(i), Double.valueOf(row[i + 1]));
      }
    }
    return values;
  }

  private static double score(String scorer, String answer, List<String> references) {
    Score score =
        Scorers.standard()
            .byName(scorer)
            .compare(new Answer.Text(answer), new Target.Text(references));
    return ((Score.Value) score).value();
  }

  /** Which file holds what of a run; the last three have their references from another. */
  private static String file(String run, String part) {
    boolean references = part.equals("refs");
    return switch (run) {
      case "manual_template" -> TEMPLATE + (references ? "test_refs.json" : "test_result.json");
      case "qwen_copy_oracle_beam3" ->
          RAG
              + "copy_oracle_cw1_lr2e5_test_beam3/result/"
              + (references ? "test_refs.json" : "test_result.json");
      case "qwen_logp_top20" -> RAG + "copy_oracle_cw1_lr2e5_logp_top20/test_" + part + ".json";
      case "rag_top50_clinical_oracle" ->
          references
              ? TEMPLATE + "test_refs.json"
              : "rag_top50_clinical_oracle/test_cw1.0_rf0.0_preds.json";
      case "rag_top20_copy_oracle" ->
          references
              ? TEMPLATE + "test_refs.json"
              : "rag_top20_copy_oracle_cw1/test_oracle_preds.json";
      case "template_sentence_fusion" ->
          references
              ? TEMPLATE + "test_refs.json"
              : "template_sentence_fusion_b4rouge_fast/test_preds.json";
      default -> RAG + run.replace("qwen_number_", "number_cw1_lr5e5_") + "/test_" + part + ".json";
    };
  }

  private static Map<String, List<String>> texts(String file) throws IOException {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    JsonNode tree = Files.json(SharedData.require(FOLDER + "MRG_RL/" + file));
    tree.properties()
        .forEach(
            entry ->
                texts.put(
                    entry.getKey(), entry.getValue().valueStream().map(JsonNode::asText).toList()));
    return texts;
  }

  private static Map<String, String> corpus() {
    Map<String, String> measures = new LinkedHashMap<>();
    for (int n = 1; n <= 4; n++) {
      measures.put("Bleu_" + n, "coco-bleu-" + n);
    }
    measures.put("CIDEr", "cider");
    measures.put("nltk", "nltk-corpus-bleu");
    return measures;
  }
}
