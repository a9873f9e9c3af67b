package assay.perf.rows;

import assay.perf.kit.Aim;
import assay.perf.kit.Contender;
import assay.perf.kit.Figures;
import assay.perf.kit.MarkdownTable;
import assay.perf.kit.MarkdownTable.Column;
import assay.perf.kit.Medians;
import assay.perf.kit.Place;
import assay.perf.kit.ProcessCost;
import assay.perf.kit.Program;
import assay.perf.kit.Section;
import assay.perf.kit.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows a second and memory, format by format, beside Python's readers. */
public final class RowsBenchmark {

  private static final String ASSAY = "Assay";
  private static final String ROWS_PER_SECOND = "rows/s";
  private static final double MOST_MEBIBYTES = 600e6 / (1 << 20);

  private static final List<Column> COLUMNS =
      List.of(
          new Column(ROWS_PER_SECOND, "%,.0f"),
          new Column(Figures.CPU, "%.1f"),
          new Column(Figures.PEAK, "%.0f"));

  private static final String BENCHMARK =
      """
      assay: 1
      name: rows
      title: Many rows
      version: "1"
      citation: none
      licence: Apache-2.0
      language: en
      data:
        test: {path: rows.tsv, format: tsv, count: %d}
      sample:
        id: "{id}"
        kind: choice
        question: "{question}"
        options: {columns: [A, B, C, D]}
        target: {key: "{answer}"}
      prompt: |
        {question}

        {options}
      arms: [standard]
      read: {choice: [layered]}
      score: {choice: [choice]}
      metrics: {choice: [accuracy]}
      """;

  private final Place place;
  private final Setting setting;
  private final MarkdownTable table =
      new MarkdownTable(List.of("file", "rows", "read by"), COLUMNS);
  private final List<String> missing = new ArrayList<>();
  private final List<Aim> aims = new ArrayList<>();

  private RowsBenchmark(Place place, Setting setting) {
    this.place = place;
    this.setting = setting;
  }

  /** Measures. */
  public static Section measure(Place place, Setting setting)
      throws IOException, InterruptedException {
    return new RowsBenchmark(place, setting).section();
  }

  private Section section() throws IOException, InterruptedException {
    int most = setting.size(2_000_000, 50_000);
    int many = setting.size(500_000, 50_000);
    int some = setting.size(100_000, 10_000);
    Path folder = Files.createDirectories(place.file("rows"));
    Path tsv = folder.resolve("rows.tsv");
    RowFiles.delimited(tsv, most, '\t');
    Medians big = read("tsv", "tsv", tsv, most);
    aims.add(
        Aim.atMost(
            "a TSV of 2,000,000 rows, read: peak resident memory",
            big.of(ASSAY).get(Figures.PEAK),
            MOST_MEBIBYTES,
            "%.0f MiB"));
    check(folder, most);
    Files.delete(tsv);
    Path csv = folder.resolve("rows.csv");
    RowFiles.delimited(csv, many, ',');
    read("csv", "csv", csv, many);
    Path parquet = folder.resolve("rows.parquet");
    RowFiles.parquet(csv, parquet);
    for (String ending : List.of("csv.gz", "csv.zst")) {
      Path packed = folder.resolve("rows." + ending);
      RowFiles.delimited(packed, many, ',');
      read(ending, "csv", packed, many);
    }
    Path jsonl = folder.resolve("rows.jsonl");
    RowFiles.jsonLines(jsonl, many);
    read("jsonl", "jsonl", jsonl, many);
    read("parquet", "parquet", parquet, many);
    Path xlsx = folder.resolve("rows.xlsx");
    RowFiles.workbook(xlsx, some);
    read("xlsx", "xlsx", xlsx, some);
    place.delete(folder);
    return new Section(text(), aims);
  }

  private String text() {
    return """
        Whole processes that read every row and count the characters of the questions, one after the other. Assay's is a
        Java process with a heap of at most 256 MB, without start-up cache; it keeps a value's text as it stands in
        the file, checks every cell, and knows each row's line. `assay check` is the whole command: rows, types, samples,
        ids that must differ.

        """
        + table
        + (missing.isEmpty()
            ? ""
            : "\nNot there to compare with: " + String.join("; ", missing) + ".\n");
  }

  private void check(Path folder, int rows) throws IOException, InterruptedException {
    Path benchmark = folder.resolve("benchmark.yaml");
    Files.writeString(benchmark, BENCHMARK.formatted(rows));
    Program program = place.assay("check", benchmark.toString(), "--data", folder.toString());
    String name = "`assay check`";
    Medians measured = setting.once().run(List.of(contender(name, program, rows)));
    measured.forEach((label, figures) -> row("tsv", rows, label, figures));
    aims.add(
        Aim.atMost(
            "a TSV of 2,000,000 rows, `assay check`: peak resident memory",
            measured.of(name).get(Figures.PEAK),
            MOST_MEBIBYTES,
            "%.0f MiB"));
  }

  private Medians read(String kind, String format, Path file, int rows)
      throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    Program ours =
        Program.java(
            RowsReader.class,
            List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED"),
            format,
            file.toString());
    contenders.add(contender(ASSAY, ours, rows));
    for (Map.Entry<String, Program> reader : PythonReaders.of(kind, file).entrySet()) {
      contenders.add(contender(reader.getKey(), reader.getValue(), rows));
    }
    PythonReaders.missing(kind).forEach((name, of) -> missing.add(name + " for " + of));
    Medians measured = setting.once().run(contenders);
    measured.forEach((name, figures) -> row(kind, rows, name, figures));
    return measured;
  }

  private void row(String kind, int rows, String name, Figures figures) {
    table.row(List.of(kind, String.format(Locale.ROOT, "%,d", rows), name), figures);
  }

  private static Contender contender(String name, Program program, int rows) {
    return new Contender(
        name,
        () -> {
          ProcessCost cost = program.run();
          return Figures.of(cost).with(ROWS_PER_SECOND, rows / cost.wallSeconds());
        });
  }
}
