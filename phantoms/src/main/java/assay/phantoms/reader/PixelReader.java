package assay.phantoms.reader;

import assay.core.AssayException;
import assay.core.data.ContentStore;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Message;
import assay.core.exchange.Model;
import assay.core.exchange.Part;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.imaging.header.ImageHeader;
import assay.imaging.provenance.Step;
import assay.imaging.raster.DepthRule;
import assay.imaging.raster.Ground;
import assay.imaging.raster.Orientation;
import assay.imaging.raster.Pixels;
import assay.imaging.raster.RasterReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * {@code reader:pixels}: looks at the last image of a request and answers its last question. All it
 * has are the image's pixels and the words; no name, number, header text or seed reaches it. Not
 * perfect: noise, faint lesions and vessels mislead it as they would others.
 */
public final class PixelReader implements Model {

  /** The name in specifications of models, after {@code reader:}. */
  public static final String NAME = "pixels";

  private static final String IDENTITY = "reader:pixels@1";

  private static final int REMEMBERED = 1024;

  private final ContentStore store;
  private final Map<Look, Chest> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Chest> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * A reader.
   *
   * @param store holds the bytes of the images that requests name
   */
  public PixelReader(ContentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "reader:" + NAME;
  }

  @Override
  public String identity() {
    return IDENTITY;
  }

  @Override
  public Attempt answer(Request request) {
    Optional<Part.ImagePart> image = lastImage(request);
    if (image.isEmpty()) {
      return new Attempt.Answered(Reply.of("I see no image."));
    }
    QuestionText words = new QuestionText(words(request));
    Chest chest;
    try {
      chest = chest(image.get(), words);
    } catch (IOException e) {
      return new Attempt.Failed(
          FailureKind.REJECTED, "the image cannot be read: " + e.getMessage());
    } catch (AssayException e) {
      return new Attempt.Failed(FailureKind.REJECTED, e.problems().getFirst().toString());
    }
    return new Attempt.Answered(Reply.of(chest.words() + "\n" + answer(words.asked(), chest)));
  }

  private static String answer(Asked asked, Chest chest) {
    return switch (asked) {
      case Asked.Where where -> choice(where.options(), option -> says(option, chest));
      case Asked.Shape shape -> {
        String seen = chest.largest().map(Chest.Seen::shape).orElse("none");
        yield choice(shape.options(), option -> option.contains(seen));
      }
      case Asked.Presence(boolean right) -> yesNo(chest.holds(right));
      case Asked.LongerThan(double millimetres) -> {
        if (chest.largest().isEmpty()) {
          yield yesNo(false);
        }
        yield chest.largest().get().millimetres().isPresent()
            ? yesNo(chest.largest().get().millimetres().getAsDouble() > millimetres)
            : "I find no scale bar.";
      }
      case Asked.Count count -> "Answer: " + chest.lesions().size();
      case Asked.Diameter diameter -> {
        if (chest.largest().isEmpty()) {
          yield "There is nothing to measure.";
        }
        yield chest.largest().get().millimetres().isPresent()
            ? String.format(
                Locale.ROOT, "Answer: %.1f", chest.largest().get().millimetres().getAsDouble())
            : "I find no scale bar.";
      }
      case Asked.Unknown unknown -> "I do not understand the question.";
    };
  }

  private static String yesNo(boolean yes) {
    return yes ? "Answer: yes" : "Answer: no";
  }

  /** Whether an option's words about lungs say what was seen. */
  private static boolean says(String option, Chest chest) {
    boolean none = option.startsWith("no") || option.contains("no lesion");
    boolean both = option.contains("both");
    boolean right = !none && (both || option.contains("right"));
    boolean left = !none && (both || option.contains("left"));
    return right == chest.holds(true) && left == chest.holds(false);
  }

  private static String choice(Map<String, String> options, Predicate<String> right) {
    return options.entrySet().stream()
        .filter(option -> right.test(option.getValue()))
        .findFirst()
        .map(option -> "Answer: " + option.getKey())
        .orElse("None of the options fits.");
  }

  /** What a reader remembers: an image by its bytes' name, and what the words say about scale. */
  private record Look(String sha256, OptionalDouble bar, OptionalDouble shortest) {}

  private Chest chest(Part.ImagePart image, QuestionText words) throws IOException {
    Look look = new Look(image.sha256(), words.barLength(), words.shortestLesion());
    synchronized (seen) {
      Chest known = seen.get(look);
      if (known != null) {
        return known;
      }
    }
    Chest chest = Chest.look(Grid.of(pixels(image)), words);
    synchronized (seen) {
      seen.put(look, chest);
    }
    return chest;
  }

  private Pixels pixels(Part.ImagePart part) throws IOException {
    byte[] bytes;
    try (InputStream in = store.open(part.sha256())) {
      bytes = in.readAllBytes();
    }
    ImageHeader header = ImageHeader.read(bytes, "the image");
    List<Step> steps = new ArrayList<>();
    Pixels pixels =
        new RasterReader(DepthRule.FULL_RANGE, Ground.BLACK)
            .read(bytes, header, "the image", steps);
    return Orientation.upright(pixels, header.orientation());
  }

  private static Optional<Part.ImagePart> lastImage(Request request) {
    Part.ImagePart last = null;
    for (Message message : request.messages()) {
      for (Part part : message.parts()) {
        if (part instanceof Part.ImagePart image) {
          last = image;
        }
      }
    }
    return Optional.ofNullable(last);
  }

  /** The words of the last message that a user spoke. */
  private static String words(Request request) {
    StringBuilder words = new StringBuilder();
    for (Message message : request.messages()) {
      if (message.role() == Role.USER) {
        words.setLength(0);
        for (Part part : message.parts()) {
          if (part instanceof Part.TextPart text) {
            words.append(text.text()).append('\n');
          }
        }
      }
    }
    return words.toString();
  }
}
