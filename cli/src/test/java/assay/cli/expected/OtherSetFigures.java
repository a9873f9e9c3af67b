package assay.cli.expected;

import java.util.List;

/** Sets whose answers are no letters: HealthBench-BR, MedCalc-Bench, VQA-RAD. */
final class OtherSetFigures {

  private OtherSetFigures() {}

  static String healthBenchBr() {
    FigureTable table = FigureTable.of("healthbench-br");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "healthbench-br",
            "1",
            "recount of the publisher's files by the last whole word verdadeiro or falso; the"
                + " README's accuracies agree",
            "0.000000005");
    yaml.line("recordings:");
    for (String file : table.files()) {
      yaml.recording(table, List.of(file))
          .key("counts", "{planned: 1000, answered: 1000}")
          .scores()
          .score(
              "metric: accuracy, extractor: last-true-false-word, scorer: yes-no",
              "value: " + table.value(file, "accuracy_from_text") + ", unread: 0")
          .score(
              "metric: accuracy, extractor: recorded, scorer: yes-no",
              "value: " + table.value(file, "accuracy"))
          .score(
              "metric: macro-f1, extractor: recorded, scorer: yes-no",
              "value: " + table.value(file, "macro_f1"))
          .score(
              "metric: mcc, extractor: recorded, scorer: yes-no",
              "value: " + table.value(file, "mcc"));
    }
    return yaml.text();
  }

  static String medCalc() {
    FigureTable table = FigureTable.of("medcalc-bench");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "medcalc-bench",
            "1",
            "recount of the publisher's files by his rule, equal to his recorded verdict in every"
                + " row; results_gpt-4o-mini_direct_answer.json agrees",
            "0.0000000001");
    yaml.line("recordings:");
    String rules = "metric: accuracy, extractor: medcalc, scorer: date+number+text";
    for (String file : table.files()) {
      if (!table.has(file, "accuracy")) {
        continue;
      }
      boolean older = table.line(file, "accuracy").rule().contains("2024-06-26");
      yaml.recording(table, List.of(file))
          .key("split", older ? "test-2024-06-26" : "test")
          .key("counts", "{answered: " + table.line(file, "accuracy").rows() + "}")
          .scores()
          .score(rules, "value: " + table.value(file, "accuracy"))
          .score(
              "metric: accuracy, extractor: layered+weeks-days, scorer: recorded",
              "value: " + table.value(file, "accuracy"));
      for (FigureTable.Line line : table.lines(file)) {
        if (line.metric().startsWith("accuracy:")) {
          yaml.score(
              rules + ", slice: {category: " + line.metric().substring("accuracy:".length()) + "}",
              "value: " + line.value());
        }
      }
    }
    return yaml.text();
  }

  static String vqaRad() {
    FigureTable table = FigureTable.of("VQA-RAD");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "vqa-rad",
            "1",
            "recount of the publisher's files by his normalisation, equal to his _acc.json at two"
                + " decimals of a percentage; strictly besides",
            "0.0000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      yaml.recording(table, List.of(file))
          .key("counts", "{planned: 451, answered: 451}")
          .scores()
          .score(
              "metric: accuracy, extractor: whole, scorer: mumc",
              "value: " + table.value(file, "accuracy"));
      for (String part : List.of("closed", "open")) {
        String slice = ", slice: {answer: " + part + "}";
        yaml.score(
            "metric: accuracy, extractor: whole, scorer: mumc" + slice,
            "value: " + table.value(file, part + "_accuracy"));
        yaml.score(
            "metric: accuracy, extractor: whole, scorer: strict-text" + slice,
            "value: " + table.value(file, part + "_accuracy_strict"));
      }
    }
    return yaml.text();
  }
}
