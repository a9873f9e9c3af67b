package assay.cli.expected;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Sets with rules of their own: MMMU, MMMU-Pro, GeneGPT. */
final class GeneralSetFigures {

  /** Rules by task, as the publisher's evaluate.py has them. */
  private static final Map<String, String> GENE_RULES =
      Map.of(
          "Gene disease association", "extractor: genegpt, scorer: genegpt-items",
          "Gene location", "extractor: genegpt-location, scorer: exact-text",
          "SNP location", "extractor: genegpt-location, scorer: exact-text",
          "Human genome DNA aligment", "extractor: genegpt, scorer: genegpt-alignment",
          "Multi-species DNA aligment", "extractor: genegpt-species, scorer: exact-text",
          "Protein-coding genes", "extractor: genegpt-coding, scorer: exact-text");

  private GeneralSetFigures() {}

  static String mmmuPro() {
    FigureTable table = FigureTable.of("MMMU");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "mmmu-pro",
            "1",
            "the verdicts recorded in the publisher's files, and a recount with his parser in which"
                + " what it would draw at random is unread; its letters equal the recorded ones in"
                + " every other row",
            "0.0000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      if (!table.has(file, "identical_to_recorded")) {
        continue;
      }
      long right = table.count(file, "correct_without_random");
      yaml.recording(table, List.of(file))
          .key("counts", "{planned: 1730, answered: 1730}")
          .scores()
          .score(
              "metric: accuracy, extractor: recorded, scorer: recorded",
              "value: " + table.value(file, "accuracy_recorded"))
          .score(
              "metric: accuracy, extractor: mmmu-pro, scorer: choice",
              String.format(
                  Locale.ROOT,
                  "value: %.12f, tolerance: 0.000000000001, unread: %d%s",
                  right / 1730.0,
                  table.count(file, "random_fallbacks"),
                  nested(file)));
    }
    return yaml.text();
  }

  /** One row's options lie in a list within the list; the publisher takes them for one option. */
  private static String nested(String file) {
    String reason =
        "reason: \"line 82 has its options in a list within the list: the publisher's parser takes"
            + " them for the one option A, here they are the three that they are\"}";
    if (file.contains("direct")) {
      return ", known: {of: unread, found: 6, " + reason;
    }
    return file.contains("vision") ? ", known: {found: 0.501156069364, " + reason : "";
  }

  static String mmmuVal() {
    FigureTable table = FigureTable.of("MMMU");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "mmmu-val",
            "1",
            "recount of the publisher's parsed files with his own evaluation",
            "0.0000000001");
    yaml.line("recordings:");
    String rules = "metric: accuracy, extractor: exact+whole, scorer: choice+mmmu-open";
    for (String file : table.files()) {
      if (!table.has(file, "accuracy")) {
        continue;
      }
      yaml.recording(table, List.of(file))
          .key("counts", "{planned: 900, answered: 900}")
          .scores()
          .score(rules, "value: " + table.value(file, "accuracy"));
      for (FigureTable.Line line : table.lines(file)) {
        if (line.metric().startsWith("accuracy:")) {
          String part = line.metric().substring("accuracy:".length());
          yaml.score(
              rules + ", slice: {" + slice(line.rule(), part) + "}", "value: " + line.value());
        }
      }
    }
    return yaml.text();
  }

  private static String slice(String rule, String part) {
    return rule.endsWith("domain")
        ? "domain: " + part.toLowerCase(Locale.ROOT).replace("tech and", "technology and")
        : "subject: " + part;
  }

  static String geneGpt() {
    FigureTable table = FigureTable.of("GeneGPT");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "genegpt",
            "1",
            "recount of the publisher's files by his rules; the nine scores of setting 001001 are"
                + " those of the paper's GeneGPT-slim",
            "0.0000000001");
    yaml.line("recordings:");
    SequencedMap<String, List<String>> settings = new LinkedHashMap<>();
    for (String file : table.files()) {
      if (file.startsWith("geneturing_results/")) {
        settings.computeIfAbsent(file.split("/")[1], s -> new ArrayList<>()).add(file);
      }
    }
    for (List<String> files : settings.values()) {
      yaml.recording(table, files).key("counts", "{answered: " + 50 * files.size() + "}").scores();
      for (String file : files) {
        String task = file.split("/")[2].replaceAll("\\.json.*", "");
        String rules = GENE_RULES.getOrDefault(task, "extractor: genegpt, scorer: exact-text");
        String subset =
            task.toLowerCase(Locale.ROOT).replace("aligment", "alignment").replace(' ', '-');
        yaml.score(
            "metric: accuracy, " + rules + ", subset: " + subset,
            "value: " + table.value(file, "score"));
      }
    }
    return yaml.text();
  }
}
