package assay.cli.expected;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets whose answers are texts that are compared with texts: notes of visits, lists of genes. */
final class TextSetFigures {

  private static final Pattern DIFFERS = Pattern.compile("DIFFERS from .* \"all\" \\(([0-9.]+)\\)");

  private static final Map<String, String> ROUGE = rouge();

  private TextSetFigures() {}

  /** The scores recorded beside the predictions; of six runs they are those of other files. */
  static String mediqaChat() {
    FigureTable table = FigureTable.of("mediqa-chat-2023-wanglab");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "mediqa-chat-2023-wanglab",
            "1",
            "the publisher's results of each run (cohort all), equal to a recount of its"
                + " predictions by other software in 57 of 63 runs; six result files are misfiled",
            "0.000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      boolean sections = file.contains("/TaskA/");
      long notes = sections ? 100 : 20;
      yaml.recording(table, List.of(file))
          .key("split", sections ? "task-a" : "task-b")
          .key("counts", "{planned: " + notes + ", answered: " + notes + "}")
          .scores();
      ROUGE.forEach(
          (metric, scorer) ->
              yaml.score(
                  "metric: mean, extractor: whole, scorer: " + scorer,
                  recorded(file, table.line(file, metric))));
    }
    return yaml.text();
  }

  private static String recorded(String file, FigureTable.Line line) {
    Matcher other = DIFFERS.matcher(line.how());
    if (!other.find()) {
      return "value: " + line.value();
    }
    String reason =
        file.contains("/random/")
            ? "misfiled: the result of this name holds the scores of the predictions of the same"
                + " name under filtered/similar/note_only"
            : "misfiled: the result of this name belongs to no stored prediction; the scores of"
                + " these predictions are in the result of the same name under"
                + " filtered/random/note_only";
    return "value: "
        + other.group(1)
        + ", known: {found: "
        + line.value()
        + ", reason: "
        + ExpectedYaml.quoted(reason)
        + "}";
  }

  static String aciBench() {
    FigureTable table = FigureTable.of("aci-bench");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "aci-bench",
            "1",
            "recount of the publisher's files by other software, rows in order; nothing is"
                + " published beside them",
            "0.000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      yaml.recording(table, List.of(file))
          .key("split", file.replaceFirst(".*(test[123]).*", "$1"))
          .key("counts", "{planned: 40, answered: 40}")
          .scores();
      ROUGE.forEach(
          (metric, scorer) ->
              yaml.score(
                  "metric: mean, extractor: whole, scorer: " + scorer,
                  "value: " + table.value(file, metric) + unread(table.line(file, metric))));
    }
    return yaml.text();
  }

  /** Notes that are missing, which the publisher takes for the text "nan". */
  private static String unread(FigureTable.Line line) {
    Matcher empty = Pattern.compile("([0-9]+) empty notes").matcher(line.how());
    return empty.find() ? ", unread: " + empty.group(1) : "";
  }

  static String geneHop() {
    FigureTable table = FigureTable.of("GeneGPT");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "genehop", "1", "recount of the publisher's file by his rule", "0.0000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      if (file.startsWith("genehop_results/")) {
        yaml.recording(table, List.of(file))
            .key("subset", "disease-gene-location")
            .key("counts", "{planned: 50, answered: 50}")
            .scores()
            .score(
                "metric: mean, extractor: genegpt, scorer: genegpt-items",
                "value: " + table.value(file, "score"));
      }
    }
    return yaml.text();
  }

  /** Flags as recorded; the rest as recounted, beside what the publisher of the runs recorded. */
  static String medec() {
    FigureTable table = FigureTable.of("MEDEC");
    ExpectedYaml yaml =
        new ExpectedYaml(
            "medec",
            "1",
            "flag accuracies as recorded beside each run; sentence accuracies and ROUGE as recorded"
                + " (baseline-run-1: as recounted), with what a recount by other software gives for"
                + " the published edition of the texts",
            "0.000000001");
    yaml.line("recordings:");
    for (String file : table.files()) {
      if (table.has(file, "flag_accuracy")) {
        medec(yaml, table, file);
      }
    }
    return yaml.text();
  }

  private static void medec(ExpectedYaml yaml, FigureTable table, String file) {
    boolean validation = file.contains("baseline-run-1");
    String split = validation ? "-validation" : "";
    String raw = validation ? "" : "_raw";
    String texts = "{answered: " + table.line(file, "flag_accuracy").rows() + "}";
    yaml.recording(table, List.of(file))
        .key("split", "flag" + split)
        .key("counts", texts)
        .scores()
        .score(
            "metric: accuracy, extractor: medec, scorer: yes-no",
            "value: " + table.value(file, "flag_accuracy"));
    yaml.recording(table, List.of(file))
        .key("split", "sentence" + split)
        .key("counts", texts)
        .scores()
        .score(
            "metric: accuracy, extractor: medec, scorer: number",
            repaired(
                table,
                file,
                "sentence_accuracy" + raw,
                "recorded:Error Sentence Detection Accuracy"));
    yaml.recording(table, List.of(file)).key("split", "correction" + split).key("counts", texts);
    if (validation) {
      yaml.key(
          "remark",
          ExpectedYaml.quoted(
              "14 of the corrections in the file end in white space, which PyPI's rouge counts as"
                  + " an empty word more; targets have no outer white space, so ROUGE is held to"
                  + " 0.002"));
    }
    yaml.scores();
    for (String n : List.of("1", "2", "L")) {
      String name = n.equals("L") ? "l" : n;
      yaml.score(
          "metric: mean, extractor: medec, scorer: medec-rouge-" + name,
          repaired(table, file, "R" + n + "F_subset" + raw, "recorded:R" + n + "F_subset_check")
              + ", n: "
              + table.line(file, "R" + n + "F_subset" + raw).rows());
      yaml.score(
          "metric: mean, extractor: medec, scorer: medec-composite-" + name,
          repaired(table, file, "R" + n + "FC" + raw, "recorded:R" + n + "FC"));
    }
  }

  /** The recorded figure, which is over an edition of the texts that is not published. */
  private static String repaired(FigureTable table, String file, String counted, String recorded) {
    String found = table.value(file, counted);
    String flags = table.line(file, "flag_accuracy").how();
    String results = flags.substring(flags.lastIndexOf(' ') + 1);
    if (!table.has(results, recorded)) {
      return "value: " + found + (counted.startsWith("R") ? ", tolerance: 0.002" : "");
    }
    String value = table.value(results, recorded);
    double gap = Double.parseDouble(value) - Double.parseDouble(found);
    if (Math.abs(gap) <= 1e-9) {
      return "value: " + found;
    }
    return "value: "
        + value
        + ", known: {found: "
        + found
        + ", reason: "
        + ExpectedYaml.quoted(
            "the publisher of the run scored it against another edition of the texts, repaired by"
                + " its author; this is against the published one")
        + "}";
  }

  private static Map<String, String> rouge() {
    Map<String, String> rouge = new LinkedHashMap<>();
    rouge.put("rouge1", "google-rouge-1");
    rouge.put("rouge2", "google-rouge-2");
    rouge.put("rougeL", "google-rouge-l");
    rouge.put("rougeLsum", "google-rouge-lsum");
    return rouge;
  }
}
