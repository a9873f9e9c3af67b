package assay.cli.expected;

import assay.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Generated reports of chest films: BLEU and CIDEr of a corpus, ROUGE-L of each report. */
final class RadiologyFigures {

  private static final String SET = "radiology-reports";

  /** Where the answers of each run of the table lie. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "manual_template",
          "manual_template_target_b4rouge/result/test_result.json",
          "qwen_copy_oracle_beam3",
          "qwen_dino_sft_rag_top20_copy_oracle_cw1_lr2e5_test_beam3/result/test_result.json",
          "qwen_logp_top20",
          "qwen_dino_sft_rag_top20_copy_oracle_cw1_lr2e5_logp_top20/test_preds.json",
          "qwen_number_infer_beam1",
          "qwen_dino_sft_rag_top20_number_cw1_lr5e5_infer_beam1/test_preds.json",
          "qwen_number_infer_epoch0_beam1",
          "qwen_dino_sft_rag_top20_number_cw1_lr5e5_infer_epoch0_beam1/test_preds.json",
          "qwen_number_infer_epoch1_beam1",
          "qwen_dino_sft_rag_top20_number_cw1_lr5e5_infer_epoch1_beam1/test_preds.json",
          "rag_top50_clinical_oracle",
          "rag_top50_clinical_oracle/test_cw1.0_rf0.0_preds.json",
          "rag_top20_copy_oracle",
          "rag_top20_copy_oracle_cw1/test_oracle_preds.json",
          "template_sentence_fusion",
          "template_sentence_fusion_b4rouge_fast/test_preds.json");

  /** Metrics in the order of the table's columns, behind the run and its number of reports. */
  private static final List<String> METRICS =
      List.of(
          "coco-bleu-1",
          "coco-bleu-2",
          "coco-bleu-3",
          "coco-bleu-4",
          "coco-rouge-l",
          "cider",
          "nltk-corpus-bleu");

  private RadiologyFigures() {}

  static String of() {
    FigureTable files = FigureTable.of(SET);
    ExpectedYaml yaml =
        new ExpectedYaml(
            SET,
            "1",
            "pycocoevalcap (the copy in cuhksz-nlp/R2Gen 5a2e63f) and NLTK 3.8 on the recorded"
                + " answers, equal to 1e-11 to what MRG_RL publishes of seven of the runs, and to"
                + " the two scores that it publishes of template_sentence_fusion",
            "0.000000001");
    yaml.line("recordings:");
    try {
      Files.readAllLines(SharedData.require(SET + "/reference.tsv"), StandardCharsets.UTF_8)
          .stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(row -> recording(yaml, files, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return yaml.text();
  }

  private static void recording(ExpectedYaml yaml, FigureTable files, String[] row) {
    String answers = ANSWERS.get(row[0]);
    if (answers == null) {
      throw new AssertionError("no answers are known of run " + row[0]);
    }
    yaml.recording(files, List.of("MRG_RL/" + answers))
        .key("split", answers.contains("_test_beam3/") ? "test-short" : "test")
        .key("counts", "{planned: " + row[1] + ", answered: " + row[1] + "}")
        .scores();
    for (int i = 0; i < METRICS.size(); i++) {
      String name = METRICS.get(i);
      String metric = name.equals("coco-rouge-l") ? "mean" : name;
      yaml.score(
          "metric: " + metric + ", extractor: lm-eval-take-first, scorer: " + name,
          "value: " + row[i + 2]);
    }
  }
}
