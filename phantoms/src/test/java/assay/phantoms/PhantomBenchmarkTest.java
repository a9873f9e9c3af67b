package assay.phantoms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Sha256;
import assay.imaging.header.ImageHeader;
import assay.phantoms.question.PhantomQuestion;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomBenchmarkTest {

  @TempDir Path folder;

  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        digests.put(name, Sha256.of(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    PhantomBenchmark.write(folder.resolve("a"), 11, 5);
    PhantomBenchmark.write(folder.resolve("b"), 11, 5);
    PhantomBenchmark.write(folder.resolve("c"), 12, 5);

    Map<String, String> first = digests(folder.resolve("a"));
    assertThat(first)
        .containsOnlyKeys(
            "benchmark.yaml",
            "questions.jsonl",
            "images/phantom-0001.png",
            "images/phantom-0002.png",
            "images/phantom-0003.png",
            "images/phantom-0004.png",
            "images/phantom-0005.png")
        .isEqualTo(digests(folder.resolve("b")));
    assertThat(digests(folder.resolve("c")).values()).doesNotContainAnyElementsOf(first.values());
  }

  @Test
  void theDescriptionNamesWhatIsThere() throws IOException {
    PhantomBenchmark benchmark = PhantomBenchmark.write(folder, 3, 4);
    String yaml = Files.readString(folder.resolve("benchmark.yaml"));

    assertThat(yaml)
        .contains("name: phantom\n")
        .contains("version: \"1-3-4\"")
        .contains("count: 16")
        .contains("sha256: " + Sha256.of(Files.readAllBytes(folder.resolve("questions.jsonl"))))
        .doesNotContain("@");
    assertThat(benchmark.questions()).hasSize(16);
  }

  @Test
  void everyLineIsAQuestionAboutAnImageThatIsThere() throws IOException {
    PhantomBenchmark benchmark = PhantomBenchmark.write(folder, 3, 6);
    List<String> lines = Files.readAllLines(folder.resolve("questions.jsonl"));

    assertThat(lines).hasSize(24);
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> fields = fields(lines.get(i));
      PhantomQuestion question = benchmark.questions().get(i);
      assertThat(fields)
          .containsEntry("image", PhantomBenchmark.image(question.image()))
          .containsEntry("type", question.type().id())
          .containsEntry("kind", question.type().kind().id())
          .containsEntry("question", question.text())
          .containsEntry("gold", question.gold());
      question
          .options()
          .forEach(o -> assertThat(fields).containsEntry("options/" + o.key(), o.text()));
      byte[] png = Files.readAllBytes(folder.resolve(fields.get("image")));
      assertThat(ImageHeader.read(png, "x").width()).isEqualTo(384);
    }
    assertThat(lines.stream().map(line -> line.substring(0, 30)).distinct()).hasSize(24);
    assertThat(lines.getFirst()).startsWith("{\"id\":\"phantom-0001-a\",");
  }

  /** The fields of a line; those of an object inside with its name before. */
  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      String outer = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT && json.currentName() != null) {
          outer = json.currentName() + "/";
        } else if (token == JsonToken.END_OBJECT) {
          outer = "";
        } else if (token == JsonToken.VALUE_STRING) {
          fields.put(outer + json.currentName(), json.getText());
        }
      }
    }
    return fields;
  }

  @Test
  void anOlderBenchmarkIsReplaced() throws IOException {
    PhantomBenchmark.write(folder, 1, 2);
    PhantomBenchmark.write(folder, 2, 2);
    PhantomBenchmark.write(folder.resolve("fresh"), 2, 2);

    Map<String, String> fresh = digests(folder.resolve("fresh"));
    assertThat(digests(folder)).containsAllEntriesOf(fresh);
  }

  @Test
  void aBenchmarkHasImages() {
    assertThatThrownBy(() -> PhantomBenchmark.draw(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 images: expected 1 or more");
    assertThat(PhantomBenchmark.draw(1, 1).questions()).hasSize(4);
  }
}
