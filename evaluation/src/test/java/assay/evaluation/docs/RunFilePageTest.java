package assay.evaluation.docs;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/formats/run-file.md} says what the file really holds. */
class RunFilePageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/formats/run-file.md");

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void make() {
    run = folder.resolve("run.assay");
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    try (RunFile file = new TestRun(small).done(run, ScriptedModel.saying("A"))) {
      ScoringPass.run(file, small.ruleSet(), "test");
    }
  }

  @Test
  void everyTableAndColumnIsDescribedInItsOrder() throws IOException {
    Map<String, List<String>> described = new LinkedHashMap<>();
    String table = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("### ")) {
        table = line.substring(line.indexOf('`') + 1, line.lastIndexOf('`'));
        described.put(table, new ArrayList<>());
      } else if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        described.get(table).add(cells[1].strip().replace("`", "") + " " + cells[2].strip());
      }
    }
    Map<String, List<String>> real = new LinkedHashMap<>();
    String tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid";
    for (String name : TestRun.query(run, tables)) {
      real.put(
          name,
          TestRun.query(run, "SELECT name || ' ' || type FROM pragma_table_info('" + name + "')"));
    }
    assertThat(described).containsExactlyEntriesOf(real);
  }

  @Test
  void itsNumbersAreThoseOfTheFile() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains("now " + RunFile.LAYOUT + ";");
    int id = Integer.parseInt(TestRun.query(run, "PRAGMA application_id").getFirst());
    assertThat(page).contains("0x" + Integer.toHexString(id));
  }

  @Test
  void itsQueriesGiveRows() throws IOException {
    List<String> queries =
        Pattern.compile("^sqlite3 RUN \"(.*)\"$", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(queries).hasSize(5);
    assertThat(queries).allSatisfy(sql -> assertThat(TestRun.query(run, sql)).isNotEmpty());
  }
}
