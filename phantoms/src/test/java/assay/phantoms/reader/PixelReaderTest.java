package assay.phantoms.reader;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Sha256;
import assay.core.data.ContentStore;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.imaging.raster.Pixels;
import assay.imaging.raster.PngEncoder;
import assay.phantoms.PhantomBenchmark;
import assay.phantoms.paint.PhantomPainter;
import assay.phantoms.question.PhantomQuestion;
import assay.phantoms.question.QuestionType;
import assay.phantoms.scene.PhantomScene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PixelReaderTest {

  private static final String CONVENTIONS =
      """
      The image is a simulated axial section of a chest, in the usual radiological view: the \
      patient's right is on the left of the image. The white bar at the lower right is 50 mm long. \
      Lesions are bright spots inside the lungs, 9 mm long or more; thinner lines, dots and rings \
      are vessels and airways.

      """;

  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final ContentStore store =
      new ContentStore() {
        @Override
        public String put(byte[] content) {
          String name = Sha256.of(content);
          bytes.put(name, content);
          return name;
        }

        @Override
        public InputStream open(String sha256) throws IOException {
          if (!bytes.containsKey(sha256)) {
            throw new FileNotFoundException(sha256);
          }
          return new ByteArrayInputStream(bytes.get(sha256));
        }
      };
  private final Map<PhantomScene, Pixels> pictures = new ConcurrentHashMap<>();
  private final PixelReader reader = new PixelReader(store);

  private static String prompt(PhantomQuestion question) {
    StringBuilder text = new StringBuilder(CONVENTIONS).append(question.text()).append("\n\n");
    for (Option option : question.options()) {
      text.append(option.key()).append(". ").append(option.text()).append('\n');
    }
    return text.append("\nEnd your reply with \"Answer: \" and the answer.").toString();
  }

  /** The picture that a question is about, painted once. */
  private Pixels picture(PhantomBenchmark benchmark, PhantomQuestion question) {
    PhantomScene scene = benchmark.scenes().get(question.image());
    return pictures.computeIfAbsent(scene, PhantomPainter::paint);
  }

  private Attempt ask(byte[] image, String mime, String provenance, String text)
      throws IOException {
    Part.ImagePart part = new Part.ImagePart(store.put(image), mime, 384, 320, provenance);
    return reader.answer(
        new Request(
            List.of(new Message(Role.USER, List.of(part, new Part.TextPart(text)))),
            Generation.UNSET));
  }

  private static String text(Attempt attempt) {
    return ((Attempt.Answered) attempt).reply().text();
  }

  private String reply(byte[] image, String text) throws IOException {
    return text(ask(image, "image/png", "{}", text));
  }

  private static boolean right(PhantomQuestion question, String reply) {
    int at = reply.lastIndexOf("Answer: ");
    String answer = at < 0 ? "" : reply.substring(at + 8);
    if (question.type() == QuestionType.DIAMETER && !answer.isEmpty()) {
      return Math.abs(Double.parseDouble(answer) - Double.parseDouble(question.gold())) <= 2;
    }
    return answer.equals(question.gold());
  }

  /** Ten seeds; measured when it was written: 0.97 over all, and no type below 0.88. */
  @Test
  void isVeryGoodButNotPerfect() throws IOException {
    Map<QuestionType, int[]> scores = new EnumMap<>(QuestionType.class);
    int right = 0;
    int asked = 0;
    for (long seed = 1; seed <= 10; seed++) {
      PhantomBenchmark benchmark = PhantomBenchmark.draw(seed, 8);
      for (PhantomQuestion question : benchmark.questions()) {
        byte[] png = PngEncoder.encode(picture(benchmark, question));
        boolean hit = right(question, reply(png, prompt(question)));
        int[] score = scores.computeIfAbsent(question.type(), type -> new int[2]);
        score[0] += hit ? 1 : 0;
        score[1]++;
        right += hit ? 1 : 0;
        asked++;
      }
    }
    assertThat(right / (double) asked).isBetween(0.93, 0.995);
    scores.forEach(
        (type, score) -> assertThat(score[0] / (double) score[1]).as(type.id()).isGreaterThan(0.8));
  }

  /** The same pixels in another file, under another name, with other words about them. */
  @Test
  void seesPixelsAndNothingElse() throws IOException {
    PhantomBenchmark benchmark = PhantomBenchmark.draw(99, 6);
    for (PhantomQuestion question : benchmark.questions()) {
      Pixels pixels = picture(benchmark, question);
      String text = prompt(question);
      String usual = reply(PngEncoder.encode(pixels), text);
      assertThat(text(ask(bmp(pixels), "image/bmp", "{\"seed\": 5}", text))).isEqualTo(usual);
      byte[] noted = withText(PngEncoder.encode(pixels), "truth", "four lesions, all spiculated");
      assertThat(text(ask(noted, "image/x-other", "", text))).isEqualTo(usual);
    }
  }

  private static byte[] bmp(Pixels pixels) throws IOException {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        image.setRGB(x, y, pixels.sample(x, y, 0) * 0x010101);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "bmp", out);
    return out.toByteArray();
  }

  /** Puts a text chunk before the picture's first data chunk. */
  private static byte[] withText(byte[] png, String keyword, String words) {
    byte[] text = ("tEXt" + keyword + "\0" + words).getBytes(StandardCharsets.ISO_8859_1);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(text);
    java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(png.length + text.length + 8);
    out.put(png, 0, 33).putInt(text.length - 4).put(text).putInt((int) crc.getValue());
    return out.put(png, 33, png.length - 33).array();
  }

  /** A mirrored picture has its marker on the other side: the patient's sides stay the same. */
  @Test
  void takesSidesFromTheMarker() throws IOException {
    PhantomBenchmark benchmark = PhantomBenchmark.draw(5, 14);
    int asked = 0;
    int same = 0;
    for (PhantomQuestion question : benchmark.questions()) {
      if (question.type() == QuestionType.LOCATION || question.type() == QuestionType.PRESENCE) {
        Pixels pixels = picture(benchmark, question);
        String text = prompt(question);
        String mirrored = reply(PngEncoder.encode(mirrored(pixels)), text);
        String usual = reply(PngEncoder.encode(pixels), text);
        asked++;
        same += usual.endsWith(mirrored.substring(mirrored.lastIndexOf("Answer"))) ? 1 : 0;
      }
    }
    assertThat(asked).isGreaterThan(12);
    assertThat(same).isEqualTo(asked);
  }

  private static Pixels mirrored(Pixels pixels) {
    byte[] samples = new byte[pixels.samples().length];
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        samples[y * pixels.width() + x] = (byte) pixels.sample(pixels.width() - 1 - x, y, 0);
      }
    }
    return new Pixels(pixels.width(), pixels.height(), 1, samples);
  }

  /** Half as large a picture has half as long a bar: millimetres stay. */
  @Test
  void measuresByTheBarAndNotByPixels() throws IOException {
    PhantomBenchmark benchmark = PhantomBenchmark.draw(8, 8);
    for (PhantomQuestion question : benchmark.questions()) {
      if (question.type() == QuestionType.DIAMETER) {
        Pixels pixels = picture(benchmark, question);
        double usual = number(reply(PngEncoder.encode(pixels), prompt(question)));
        double doubled = number(reply(PngEncoder.encode(doubled(pixels)), prompt(question)));
        assertThat(doubled).isBetween(0.88 * usual, 1.12 * usual);
      }
    }
  }

  private static double number(String reply) {
    return Double.parseDouble(reply.substring(reply.lastIndexOf("Answer: ") + 8));
  }

  private static Pixels doubled(Pixels pixels) {
    int width = 2 * pixels.width();
    byte[] samples = new byte[4 * pixels.samples().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) pixels.sample(i % width / 2, i / width / 2, 0);
    }
    return new Pixels(width, 2 * pixels.height(), 1, samples);
  }

  /** Nothing that draws or knows scenes is within its reach. */
  @Test
  void knowsNeitherScenesNorPainterNorQuestions() throws IOException {
    Path classes = Path.of("target", "classes", "assay", "phantoms", "reader");
    List<Path> files;
    try (Stream<Path> all = Files.list(classes)) {
      files = all.sorted(Comparator.naturalOrder()).toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(content)
          .as(file.toString())
          .doesNotContain("assay/phantoms/scene")
          .doesNotContain("assay/phantoms/paint")
          .doesNotContain("assay/phantoms/question")
          .doesNotContain("assay/phantoms/PhantomBenchmark");
    }
  }

  @Test
  void saysWhenItCannotAnswer() throws IOException {
    Request blind =
        new Request(List.of(Message.text(Role.USER, "How many lesions?")), Generation.UNSET);
    assertThat(text(reader.answer(blind))).isEqualTo("I see no image.");

    PhantomBenchmark benchmark = PhantomBenchmark.draw(4, 2);
    byte[] png = PngEncoder.encode(PhantomPainter.paint(benchmark.scenes().getFirst()));
    assertThat(reply(png, "What is the capital of France?"))
        .endsWith("I do not understand the question.");

    Part.ImagePart missing = new Part.ImagePart("0".repeat(64), "image/png", 1, 1, "{}");
    Attempt attempt =
        reader.answer(
            new Request(List.of(new Message(Role.USER, List.of(missing))), Generation.UNSET));
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Failed(
                FailureKind.REJECTED, "the image cannot be read: " + "0".repeat(64)));
    assertThat(ask("no image".getBytes(StandardCharsets.UTF_8), "image/png", "{}", "How many?"))
        .isInstanceOfSatisfying(
            Attempt.Failed.class,
            failed -> assertThat(failed.message()).startsWith("the image: not an image"));
  }

  @Test
  void anyPictureGetsAReply() throws IOException {
    Random random = new Random(3);
    List<Pixels> pictures = new ArrayList<>();
    for (int[] size : new int[][] {{1, 1}, {3, 200}, {200, 3}, {64, 64}, {384, 320}}) {
      for (int filling = 0; filling < 4; filling++) {
        byte[] samples = new byte[size[0] * size[1] * 3];
        if (filling == 1) {
          java.util.Arrays.fill(samples, (byte) 255);
        } else if (filling == 2) {
          random.nextBytes(samples);
        } else if (filling == 3) {
          for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 97 % 2 * 200);
          }
        }
        pictures.add(new Pixels(size[0], size[1], 3, samples));
      }
    }
    for (Pixels picture : pictures) {
      for (QuestionType type : QuestionType.values()) {
        List<Option> options =
            type.kind() == AnswerKind.CHOICE
                ? List.of(new Option("A", "Right lung only"), new Option("B", "Both lungs"))
                : List.of();
        PhantomQuestion question =
            new PhantomQuestion(0, type, "Is any lesion longer than 20 mm?", options, "x");
        assertThat(reply(PngEncoder.encode(picture), prompt(question))).isNotBlank();
      }
    }
  }

  @Test
  void theReaderHasAStableName() {
    assertThat(reader.name()).isEqualTo("reader:pixels");
    assertThat(reader.identity()).isEqualTo("reader:pixels@1");
  }
}
