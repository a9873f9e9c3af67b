package assay.phantoms;

import assay.core.Option;
import assay.core.Sha256;
import assay.imaging.raster.PngEncoder;
import assay.phantoms.paint.PhantomPainter;
import assay.phantoms.question.PhantomQuestion;
import assay.phantoms.question.PhantomQuestions;
import assay.phantoms.question.ScenePlans;
import assay.phantoms.scene.Draws;
import assay.phantoms.scene.PhantomScene;
import assay.phantoms.scene.SceneDrawer;
import assay.phantoms.scene.ScenePlan;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A benchmark of phantom images: a seed and a number of images say all of it.
 *
 * @param seed of every draw
 * @param scenes the truth of each image
 * @param questions {@link PhantomQuestions#PER_IMAGE} an image, in the order of the images
 */
public record PhantomBenchmark(
    long seed, List<PhantomScene> scenes, List<PhantomQuestion> questions) {

  /** Name of the description's file. */
  public static final String DESCRIPTION = "benchmark.yaml";

  /** Name of the questions' file. */
  public static final String QUESTIONS = "questions.jsonl";

  private static final JsonFactory JSON = new JsonFactory();

  public PhantomBenchmark {
    scenes = List.copyOf(scenes);
    questions = List.copyOf(questions);
  }

  /**
   * Draws a benchmark; the same seed and number give the same one.
   *
   * @throws IllegalArgumentException if {@code images} is less than 1
   */
  public static PhantomBenchmark draw(long seed, int images) {
    if (images < 1) {
      throw new IllegalArgumentException(images + " images: expected 1 or more");
    }
    Draws draws = Draws.of(seed);
    List<ScenePlan> plans = ScenePlans.draw(draws.split("plans"), images);
    List<PhantomScene> scenes =
        IntStream.range(0, images)
            .parallel()
            .mapToObj(i -> SceneDrawer.draw(draws.split("scene " + i), plans.get(i)))
            .toList();
    return new PhantomBenchmark(
        seed, scenes, PhantomQuestions.of(draws.split("questions"), scenes));
  }

  /**
   * Draws a benchmark and writes it: {@code benchmark.yaml}, {@code questions.jsonl} and {@code
   * images/*.png}. Files of these names are overwritten, others left alone; {@code benchmark.yaml}
   * comes last, so where it is, the rest is.
   *
   * @param folder made where it is missing
   * @throws IOException if it cannot be written
   */
  public static PhantomBenchmark write(Path folder, long seed, int images) throws IOException {
    PhantomBenchmark benchmark = draw(seed, images);
    benchmark.write(folder);
    return benchmark;
  }

  /** Writes the benchmark, as {@link #write(Path, long, int)} does. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("images"));
    Path description = folder.resolve(DESCRIPTION);
    Files.deleteIfExists(description);
    List<byte[]> pictures =
        scenes.stream()
            .parallel()
            .map(scene -> PngEncoder.encode(PhantomPainter.paint(scene)))
            .toList();
    for (int i = 0; i < pictures.size(); i++) {
      Files.write(folder.resolve(image(i)), pictures.get(i));
    }
    String lines = questionLines();
    Files.writeString(folder.resolve(QUESTIONS), lines, StandardCharsets.UTF_8);
    Files.writeString(description, description(lines), StandardCharsets.UTF_8);
  }

  /** Where an image lies in the folder. */
  public static String image(int index) {
    return String.format(Locale.ROOT, "images/phantom-%04d.png", index + 1);
  }

  private String questionLines() throws IOException {
    StringWriter lines = new StringWriter();
    for (int i = 0; i < questions.size(); i++) {
      line(questions.get(i), i % PhantomQuestions.PER_IMAGE, lines);
      lines.write('\n');
    }
    return lines.toString();
  }

  private static void line(PhantomQuestion question, int place, StringWriter out)
      throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField(
          "id",
          String.format(
              Locale.ROOT, "phantom-%04d-%s", question.image() + 1, (char) ('a' + place)));
      json.writeStringField("image", image(question.image()));
      json.writeStringField("type", question.type().id());
      json.writeStringField("kind", question.type().kind().id());
      json.writeStringField("question", question.text());
      if (!question.options().isEmpty()) {
        json.writeObjectFieldStart("options");
        for (Option option : question.options()) {
          json.writeStringField(option.key(), option.text());
        }
        json.writeEndObject();
      }
      json.writeStringField("gold", question.gold());
      json.writeEndObject();
    }
  }

  private String description(String lines) throws IOException {
    try (InputStream in = PhantomBenchmark.class.getResourceAsStream(DESCRIPTION)) {
      if (in == null) {
        throw new IllegalStateException("the room lacks its resource " + DESCRIPTION);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@SEED@", Long.toString(seed))
          .replace("@IMAGES@", Integer.toString(scenes.size()))
          .replace("@QUESTIONS@", Integer.toString(questions.size()))
          .replace("@SHA256@", Sha256.of(lines));
    }
  }
}
