package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.datasets.RealBenchmarks.MemoryStore;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that ask too much of the machine, and long ones that must not. */
class LogBoundsTest {

  private static final int SAMPLES = 40;
  private static final int EVENTS = 2 << 20;

  @TempDir private Path folder;

  private static void blanks(OutputStream out, int count) throws IOException {
    byte[] blanks = new byte[1 << 16];
    Arrays.fill(blanks, (byte) ' ');
    for (int left = count; left > 0; left -= blanks.length) {
      out.write(blanks, 0, Math.min(left, blanks.length));
    }
  }

  private static String sample(int i) {
    return """
    {"id": "q%d", "epoch": 1, "input": "Question %d?", "target": "yes",
     "output": {"choices": [{"stop_reason": "stop"}], "completion": "yes"}\
    """
        .formatted(i, i);
  }

  private Path bomb(int entries, int blanks) throws IOException {
    Path file = folder.resolve("bomb.eval");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("samples/q" + i + "_epoch_1.json"));
        zip.write(sample(i).getBytes(StandardCharsets.UTF_8));
        blanks(zip, blanks);
        zip.write('}');
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void anEntryThatExpandsWithoutEndIsRefused() throws IOException {
    Path file = bomb(1, 80 << 20);
    assertThat(Files.size(file)).isLessThan(200_000);
    assertThatThrownBy(() -> HarnessLog.open(file).read(trial -> {}))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("bomb.eval, entry samples/q0_epoch_1.json")
        .hasMessageContaining("expands to more than 200 times its size")
        .hasMessageContaining("raise the bound that is named");
  }

  @Test
  void entriesThatExpandTogetherAreRefusedToo() throws IOException {
    Path file = bomb(40, 2 << 20);
    List<String> read = new ArrayList<>();
    assertThatThrownBy(() -> HarnessLog.open(file).read(trial -> read.add(trial.id())))
        .hasMessageContaining("expands to more than 200 times its size");
    assertThat(read).hasSizeBetween(25, 39);
  }

  /** What a sample went through can be many times the exchange; it is not kept. */
  @Test
  void memoryDoesNotGrowWithWhatWentOn() throws Exception {
    Path log = folder.resolve("long.eval");
    Random random = new Random(1);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(log))) {
      zip.setLevel(1);
      StringBuilder questions = new StringBuilder();
      for (int i = 0; i < SAMPLES; i++) {
        byte[] noise = new byte[EVENTS];
        random.nextBytes(noise);
        for (int j = 0; j < noise.length; j++) {
          noise[j] = (byte) ('a' + (noise[j] & 15));
        }
        zip.putNextEntry(new ZipEntry("samples/q" + i + "_epoch_1.json"));
        zip.write(sample(i).getBytes(StandardCharsets.UTF_8));
        zip.write(", \"events\": [\"".getBytes(StandardCharsets.UTF_8));
        zip.write(noise);
        zip.write("\"], \"attachments\": {\"x\": \"".getBytes(StandardCharsets.UTF_8));
        zip.write(noise, 0, noise.length / 2);
        zip.write("\"}}".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        questions.append("{\"id\": \"q%d\", \"q\": \"Question %d?\"}\n".formatted(i, i));
      }
      Files.writeString(folder.resolve("a.jsonl"), questions);
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                log.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo("recorded:long 0 " + SAMPLES);
  }

  /** Joins and converts a log within a process of its own. */
  public static final class Child {

    private Child() {}

    /** Takes the folder of the benchmark, and the log. */
    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      Path log = Path.of(arguments[1]);
      BenchmarkDefinition definition =
          BenchmarkDefinition.parse(
              """
              assay: 1
              name: small
              version: "1"
              language: en
              data: {test: {path: a.jsonl}}
              columns: {id: string, q: string}
              sample: {id: "{id}", kind: yes-no, question: "{q}", target: {answer: "yes"}}
              prompt: "{question}"
              """,
              "small.yaml");
      try (Dataset dataset = Dataset.open(definition, folder, "test", null, new MemoryStore())) {
        LoggedAnswers answers = LoggedAnswers.join(dataset, List.of(log), new LinkedHashMap<>());
        LogConversion.Made made =
            LogConversion.write(
                List.of(HarnessLog.open(log)),
                null,
                Files.createDirectories(folder.resolve("made")));
        System.out.println(answers.name() + " " + answers.surplusRows() + " " + made.questions());
      }
    }
  }
}
