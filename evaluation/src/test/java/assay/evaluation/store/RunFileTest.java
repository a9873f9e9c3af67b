package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.AssayException.Category;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("run.assay");
  }

  private static void requireData(Throwable thrown) {
    assertThat(thrown).isInstanceOf(AssayException.class);
    assertThat(((AssayException) thrown).category()).isEqualTo(Category.DATA);
  }

  @Test
  void isForItsOwnerAloneAndOneFileWhenClosed() throws IOException {
    Path path = folder.resolve("new").resolve("run.assay");
    try (RunFile file = RunFile.create(path)) {
      file.put("benchmark", "medqa");
      assertThat(rights(path)).isEqualTo("rw-------");
      assertThat(rights(path.getParent())).isEqualTo("rwx------");
      assertThat(rights(path.resolveSibling("run.assay-wal"))).isEqualTo("rw-------");
    }
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertThat(files).containsExactly(path);
    }
    try (RunFile file = RunFile.openReadOnly(path)) {
      assertThat(file.value("benchmark")).contains("medqa");
      assertThat(file.value("none")).isEmpty();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mit Leerzeichen", "ü 漢字 😀", "q?mode=memory", "50%41 of #1", "a'b\"c", "file:x"})
  void hasAnyNameThatAFileCanHave(String name) throws IOException {
    Path path = folder.resolve(name + ".assay");
    try (RunFile file = RunFile.create(path)) {
      file.put("benchmark", name);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
    try (RunFile file = RunFile.open(path)) {
      assertThat(file.value("benchmark")).contains(name);
    }
  }

  @Test
  void doesNotReplaceAFile() throws IOException {
    Files.writeString(file(), "mine");
    assertThatThrownBy(() -> RunFile.create(file()))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            file()
                + ": there is a file of this name already\n  remedy: name another file with -o, or go"
                + " on with it: assay resume "
                + file());
    assertThat(file()).hasContent("mine");
  }

  @Test
  void saysWhereNoFileCanBeMade() throws IOException {
    Files.writeString(folder.resolve("taken"), "");
    Path path = folder.resolve("taken").resolve("run.assay");
    assertThatThrownBy(() -> RunFile.create(path))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith(folder.resolve("taken") + ": the folder cannot be made")
        .hasMessageContaining("remedy: name a place that you may write to");
  }

  @Test
  void isWrittenByOneAtATimeAndReadByAnybody() {
    try (RunFile writer = RunFile.create(file())) {
      writer.put("benchmark", "medqa");
      assertThatThrownBy(() -> RunFile.open(file()))
          .isInstanceOf(AssayException.class)
          .hasMessage(
              file() + ": another process is writing this run\n  remedy: wait until it has ended");
      try (RunFile reader = RunFile.openReadOnly(file())) {
        assertThat(reader.value("benchmark")).contains("medqa");
        writer.put("benchmark", "medmcqa");
        assertThat(reader.value("benchmark")).contains("medmcqa");
      }
    }
    try (RunFile again = RunFile.open(file())) {
      assertThat(again.value("benchmark")).contains("medmcqa");
    }
  }

  @Test
  void canBeClosedWhileOthersRead() {
    RunFile writer = RunFile.create(file());
    writer.put("benchmark", "medqa");
    try (RunFile reader = RunFile.openReadOnly(file())) {
      assertThat(reader.value("benchmark")).contains("medqa");
      writer.close();
      assertThat(reader.value("benchmark")).contains("medqa");
    }
    try (RunFile again = RunFile.open(file())) {
      assertThat(again.value("benchmark")).contains("medqa");
    }
    assertThat(folder.resolve("run.assay-wal")).doesNotExist();
  }

  @Test
  void notesEventsWithTheirTime() {
    try (RunFile file = RunFile.create(file())) {
      file.event("resumed", "by hand");
      assertThat(TestRun.query(file, "SELECT at || ' ' || kind || ' ' || text FROM event"))
          .singleElement()
          .asString()
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z resumed by hand");
    }
  }

  @Test
  void saysThatAFileIsMissingOrAFolder() {
    assertThatThrownBy(() -> RunFile.open(file())).hasMessage(file() + ": there is no such file");
    assertThatThrownBy(() -> RunFile.open(folder)).hasMessage(folder + ": this is not a file");
  }

  @Test
  void knowsForeignFiles() throws IOException {
    for (String content : List.of("", "x", "benchmark,score\n1,2\n".repeat(500))) {
      Files.writeString(file(), content);
      assertThatThrownBy(() -> RunFile.openReadOnly(file()))
          .satisfies(RunFileTest::requireData)
          .hasMessage(
              file()
                  + ": this is not a run file of Assay\n  expected: a file NAME.assay that 'assay run'"
                  + " wrote");
    }
    Files.delete(file());
    TestRun.tamper(file(), "CREATE TABLE t (x)");
    assertThatThrownBy(() -> RunFile.open(file()))
        .satisfies(RunFileTest::requireData)
        .hasMessageContaining("this is not a run file of Assay");
    assertThat(folder.resolve("run.assay.lock")).doesNotExist();
  }

  @Test
  void knowsOtherLayouts() {
    RunFile.create(file()).close();
    TestRun.tamper(file(), "PRAGMA user_version=2");
    assertThatThrownBy(() -> RunFile.open(file()))
        .satisfies(RunFileTest::requireData)
        .hasMessageContaining("the run file has layout 2\n  expected: layout 1");
  }

  @Test
  void aFileWithoutAPlanIsSaidToBeOne() {
    try (RunFile file = RunFile.create(file())) {
      assertThatThrownBy(() -> RunFacts.of(file))
          .satisfies(RunFileTest::requireData)
          .hasMessageContaining("the run file holds no plan");
      assertThatThrownBy(() -> SnapshotRows.benchmarkYaml(file))
          .satisfies(RunFileTest::requireData)
          .hasMessageContaining("the run file holds no plan");
    }
  }

  /** Whatever is cut off or changed: it is read, or the file is said to be damaged. */
  @SeededTest(count = 40)
  void damageIsToldAndNeverAnythingElse(Generators draw) throws IOException {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(60);
    Path whole = folder.resolve("whole.assay");
    try (RunFile file = new TestRun(small).done(whole, ScriptedModel.saying("A"))) {
      new TestRun(small).results(file);
    }
    byte[] bytes = Files.readAllBytes(whole);
    byte[] damaged =
        draw.oneIn(2)
            ? Arrays.copyOf(bytes, draw.between(0, bytes.length - 1))
            : scratched(bytes, draw);
    Files.write(file(), damaged);
    try (RunFile file = RunFile.openReadOnly(file())) {
      readAll(file, small);
    } catch (AssayException e) {
      assertThat(e.category()).isEqualTo(Category.DATA);
      assertThat(e.getMessage()).containsAnyOf("damaged", "not a run file", "no plan", "layout");
    }
  }

  private static byte[] scratched(byte[] bytes, Generators draw) {
    byte[] copy = bytes.clone();
    int start = draw.between(0, bytes.length - 1);
    byte[] noise = draw.bytes(draw.between(1, 400));
    System.arraycopy(noise, 0, copy, start, Math.min(noise.length, copy.length - start));
    return copy;
  }

  private static void readAll(RunFile file, SmallBenchmark small) {
    RunFacts.of(file);
    SnapshotRows.benchmarkYaml(file);
    TrialCounts.of(file);
    try (ScoredTrials trials = new ScoredTrials(file, 1)) {
      while (trials.next().isPresent()) {
        // each is read
      }
    }
    try (AnsweredTrials trials = new AnsweredTrials(file)) {
      for (List<AnsweredTrials.Answered> b = trials.next(); !b.isEmpty(); b = trials.next()) {
        b.forEach(AnsweredTrials.Answered::sample);
      }
    }
    assertThat(small.samples()).isNotEmpty();
  }
}
