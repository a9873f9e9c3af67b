package assay.perf.rows;

import assay.perf.kit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** How a table is read in Python, where Debian's Python and its packages are there. */
final class PythonReaders {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static final String COUNT =
      "print(sum(len(r['question']) for r in csv.DictReader(%s%s)))\n";

  private static final Map<String, SequencedMap<String, String>> SCRIPTS = scripts();

  private PythonReaders() {}

  private static Map<String, SequencedMap<String, String>> scripts() {
    Map<String, SequencedMap<String, String>> all = new LinkedHashMap<>();
    String open = "open(sys.argv[1], newline='', encoding='utf-8')";
    put(
        all,
        "tsv",
        "Python's csv",
        "import sys, csv\n" + COUNT.formatted(open, ", delimiter='\\t'"));
    put(all, "csv", "Python's csv", "import sys, csv\n" + COUNT.formatted(open, ""));
    put(
        all,
        "csv.gz",
        "Python's gzip and csv",
        "import sys, csv, gzip\n"
            + COUNT.formatted("gzip.open(sys.argv[1], 'rt', newline='', encoding='utf-8')", ""));
    put(
        all,
        "jsonl",
        "Python's json",
        "import sys, json\nprint(sum(len(json.loads(l)['question']) for l in " + open + "))\n");
    put(
        all,
        "xlsx",
        "openpyxl",
        """
        import sys, openpyxl
        s = openpyxl.load_workbook(sys.argv[1], read_only=True).active
        s.reset_dimensions()
        print(sum(len(r[1]) for r in s.iter_rows(values_only=True)))
        """);
    String length = "print(d['question'].str.len().sum())\n";
    for (String kind : new String[] {"tsv", "csv", "csv.gz"}) {
      String separator = kind.equals("tsv") ? "sep='\\t', " : "";
      put(
          all,
          kind,
          "pandas",
          "import sys, pandas\nd = pandas.read_csv(sys.argv[1], "
              + separator
              + "dtype=str)\n"
              + length);
    }
    put(
        all,
        "jsonl",
        "pandas",
        "import sys, pandas\nd = pandas.read_json(sys.argv[1], lines=True, dtype=False)\n"
            + length);
    put(
        all,
        "xlsx",
        "pandas",
        "import sys, pandas\nd = pandas.read_excel(sys.argv[1], dtype=str)\n" + length);
    put(
        all,
        "parquet",
        "pandas and pyarrow",
        "import sys, pyarrow, pandas\nd = pandas.read_parquet(sys.argv[1])\n" + length);
    return all;
  }

  private static void put(
      Map<String, SequencedMap<String, String>> all, String kind, String name, String script) {
    all.computeIfAbsent(kind, key -> new LinkedHashMap<>()).put(name, script);
  }

  /** The programs that read a file of this kind. */
  static SequencedMap<String, Program> of(String kind, Path file) throws InterruptedException {
    SequencedMap<String, Program> programs = new LinkedHashMap<>();
    for (Map.Entry<String, String> script :
        SCRIPTS.getOrDefault(kind, new LinkedHashMap<>()).entrySet()) {
      if (installed(script.getValue())) {
        programs.put(
            script.getKey(),
            Program.of(PYTHON.toString(), "-c", script.getValue(), file.toString()));
      }
    }
    return programs;
  }

  /** The names of what could not be compared with, for want of Python or a package of it. */
  static SequencedMap<String, String> missing(String kind) throws InterruptedException {
    SequencedMap<String, String> missing = new LinkedHashMap<>();
    for (Map.Entry<String, String> script :
        SCRIPTS.getOrDefault(kind, new LinkedHashMap<>()).entrySet()) {
      if (!installed(script.getValue())) {
        missing.put(script.getKey(), kind);
      }
    }
    return missing;
  }

  /** Whether the script's first line, its imports, can be run. */
  private static boolean installed(String script) throws InterruptedException {
    if (!Files.isExecutable(PYTHON)) {
      return false;
    }
    try {
      Program.of(PYTHON.toString(), "-c", script.lines().findFirst().orElseThrow()).run();
      return true;
    } catch (IOException e) {
      return false; // the package is not installed, which the table says
    }
  }
}
