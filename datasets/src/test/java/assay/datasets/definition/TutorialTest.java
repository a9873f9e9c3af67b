package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.core.exchange.Reply;
import assay.datasets.RealBenchmarks;
import assay.datasets.recording.RecordedAnswers;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what "Your own benchmark in ten minutes" of docs/formats/benchmark-yaml.md says. */
class TutorialTest {

  private static final Pattern STEP =
      Pattern.compile("<!-- (\\w+): (.+?) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private int steps;

  @Test
  void theTutorialWorks() throws IOException {
    String page = Files.readString(RealBenchmarks.folder("docs/formats/benchmark-yaml.md"));
    Matcher matcher = STEP.matcher(page);
    while (matcher.find()) {
      steps++;
      step(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    assertThat(steps).isEqualTo(7);

    Dataset dataset = open();
    assertThat(dataset.definition().benchmark().title()).isEqualTo("Questions of our ward round");
    List<Sample> samples = samples(dataset);
    assertThat(samples).hasSize(3);
    assertThat(samples.get(1).options()).hasSize(2);
    assertThat(samples.get(2).target()).isEqualTo(Target.Choice.of("C"));
    assertThat(samples.get(2).tags()).containsEntry("specialty", List.of("medicine"));
    assertThat(samples.get(2).clusters()).containsEntry("patient", "p2");

    RecordedAnswers answers =
        RecordedAnswers.join(
            dataset.definition(),
            dataset,
            List.of(folder.resolve("gpt-x_answers.json")),
            new LinkedHashMap<>());
    assertThat(answers.name()).isEqualTo("recorded:gpt-x");
    assertThat(answers.report().joined()).isEqualTo(3);
    assertThat(reply(answers, "2").text()).isEqualTo("The answer is (A).");
    assertThat(reply(answers, "2").usage().completionTokens()).isEqualTo(7);
    assertThat(reply(answers, "3").text()).isEmpty();

    // "had the file been made for other questions": it is an error that names the rows
    Path file = folder.resolve("gpt-x_answers.json");
    Files.writeString(file, Files.readString(file).replace("\"right\": \"B\"", "\"right\": \"C\""));
    AssayException refused =
        catchThrowableOfType(
            AssayException.class,
            () ->
                RecordedAnswers.join(
                    dataset.definition(), dataset, List.of(file), new LinkedHashMap<>()));
    assertThat(refused).hasMessageContaining("the row has 'C', sample '1' has the gold answer 'B'");
  }

  private void step(String what, String argument, String content) throws IOException {
    switch (what) {
      case "file" -> Files.writeString(folder.resolve(argument), content);
      case "append" -> {
        Path file = folder.resolve(argument);
        Files.writeString(file, Files.readString(file) + content);
        samples(open());
      }
      case "insert" -> {
        String[] words = argument.split(" after ", 2);
        Path file = folder.resolve(words[0]);
        String line = "\n" + words[1] + "\n";
        String text = Files.readString(file);
        assertThat(text).contains(line);
        Files.writeString(file, text.replace(line, line + content));
      }
      case "problem" -> problem(argument, content);
      default -> throw new IllegalStateException("the page asks for '" + what + "'");
    }
    if (what.equals("file") && argument.equals("benchmark.yaml")) {
      assertThat(samples(open())).hasSize(3);
    }
  }

  /** With this change the check says exactly that. */
  private void problem(String change, String message) throws IOException {
    String[] words = change.split(": | -> ", 3);
    Path file = folder.resolve(words[0]);
    String sound = Files.readString(file);
    assertThat(sound).contains(words[1]);
    Files.writeString(file, sound.replace(words[1], words[2]));
    AssayException refused = catchThrowableOfType(AssayException.class, this::open);
    assertThat(refused).hasMessage(message.strip());
    Files.writeString(file, sound);
  }

  private Dataset open() {
    return Dataset.open(
        BenchmarkDefinition.read(folder.resolve("benchmark.yaml")),
        folder,
        null,
        null,
        new RealBenchmarks.MemoryStore());
  }

  private static List<Sample> samples(Dataset dataset) {
    try (Stream<Sample> samples = dataset.samples()) {
      return new ArrayList<>(samples.toList());
    }
  }

  private static Reply reply(RecordedAnswers answers, String id) {
    return ((Attempt.Answered) answers.answer(id, 1)).reply();
  }
}
