package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.evaluation.estimate.Results;
import assay.evaluation.estimate.Slices;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run, or a part of it, as a user names it: {@code RUN} or {@code
 * RUN#model=…,arm=…,split=…,subset=…}; single trials can be narrowed by {@code kind=…} and {@code
 * tag.NAME=…} too.
 *
 * @param file the run file
 * @param wanted what is wanted, by key
 */
public record RunPart(Path file, Map<String, String> wanted) {

  private static final List<String> KEYS = List.of("model", "arm", "split", "subset", "kind");

  private static final List<String> SAMPLES = List.of("subset", "kind");
  private static final String TAG = "tag.";
  private static final String EXTRACTOR = "extractor";

  /** Values may hold commas and equals signs: names of readers do. */
  private static final Pattern KEY =
      Pattern.compile(",(?=(?:model|arm|split|subset|kind|tag\\.[^,=]+)=)");

  private static final Pattern SIDE_KEY =
      Pattern.compile(",(?=(?:model|arm|split|subset|kind|extractor|tag\\.[^,=]+)=)");

  private static final String EXPECTED =
      "RUN#model=…,arm=…,split=…,subset=…,kind=…,tag.NAME=… (any of them)";

  private static final String SIDE_EXPECTED =
      "RUN#model=…,arm=…,split=…,subset=…,kind=…,tag.NAME=…,extractor=… (any of them)";

  /**
   * Reads an address. A file whose name holds {@code #} is itself.
   *
   * @throws AssayException if a key is unknown
   */
  public static RunPart parse(String text) {
    return parse(text, KEY, false);
  }

  /**
   * Reads an address of a side of a comparison, which may name the rule by which it is read too:
   * {@code RUN#extractor=exact}.
   *
   * @throws AssayException if a key is unknown
   */
  public static RunPart parseSide(String text) {
    return parse(text, SIDE_KEY, true);
  }

  private static RunPart parse(String text, Pattern between, boolean side) {
    int hash = text.lastIndexOf('#');
    if (hash < 0 || isFile(text)) {
      return new RunPart(path(text), Map.of());
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String pair : between.split(text.substring(hash + 1), -1)) {
      int equals = pair.indexOf('=');
      boolean known =
          equals > 0
              && (isKey(pair.substring(0, equals))
                  || (side && pair.substring(0, equals).equals(EXTRACTOR)));
      if (!known) {
        throw AssayException.usage(
            Problem.of("'" + pair + "' names no part of a run")
                .at(text)
                .expected(side ? SIDE_EXPECTED : EXPECTED));
      }
      if (wanted.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
        throw AssayException.usage(
            Problem.of("'" + pair.substring(0, equals) + "' is named twice").at(text));
      }
    }
    return new RunPart(path(text.substring(0, hash)), wanted);
  }

  /** What follows a {@code #} need not be fit for a file's name. */
  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("this is no name of a file: " + e.getReason())
              .at(text.replace("\0", "\\0"))
              .expected("a run file"),
          e);
    }
  }

  /** The rule by which it is to be read; null where it names none. */
  @Nullable String extractor() {
    return wanted.get(EXTRACTOR);
  }

  /** The same part without the rule by which it is read: what tells trials apart. */
  RunPart ofTrials() {
    Map<String, String> rest = new LinkedHashMap<>(wanted);
    rest.remove(EXTRACTOR);
    return new RunPart(file, rest);
  }

  /** By what samples are picked, by key; tags by their name. Who reads, and how, picks none. */
  SequencedMap<String, String> samples() {
    SequencedMap<String, String> samples = new LinkedHashMap<>();
    wanted.forEach(
        (key, value) -> {
          if (key.startsWith(TAG)) {
            samples.put(key.substring(TAG.length()), value);
          } else if (SAMPLES.contains(key)) {
            samples.put(key, value);
          }
        });
    return samples;
  }

  /** What a trial has where the part is narrowed, by key. */
  Map<String, List<String>> found(String model, String arm, String split, Sample sample) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String key : wanted.keySet()) {
      found.put(
          key,
          switch (key) {
            case "model" -> List.of(model);
            case "arm" -> List.of(arm);
            case "split" -> List.of(split);
            case "subset" -> sample.subset() == null ? List.of() : List.of(sample.subset());
            case "kind" -> List.of(sample.kind().id());
            default -> sample.tags().getOrDefault(key.substring(TAG.length()), List.of());
          });
    }
    return found;
  }

  private static boolean isKey(String key) {
    return KEYS.contains(key) || (key.startsWith(TAG) && key.length() > TAG.length());
  }

  /** Whether a trial is a part of it. */
  public boolean holds(String model, String arm, String split, Sample sample) {
    return fits("model", model)
        && fits("arm", arm)
        && fits("split", split)
        && fits("subset", sample.subset())
        && fits("kind", sample.kind().id())
        && wanted.keySet().stream()
            .filter(key -> key.startsWith(TAG))
            .allMatch(key -> hasTag(sample, key.substring(TAG.length()), wanted.get(key)));
  }

  /** Values are written with slashes, and count as the more general ones above them too. */
  private static boolean hasTag(Sample sample, String tag, @Nullable String value) {
    return Slices.rolledUp(sample.tags().getOrDefault(tag, List.of())).contains(value);
  }

  /**
   * Those of the results that belong to the part.
   *
   * @throws AssayException if there are none
   */
  public Results narrow(Results results) {
    if (wanted.isEmpty()) {
      return results;
    }
    for (String key : wanted.keySet()) {
      if (key.equals("kind") || key.startsWith(TAG)) {
        throw AssayException.usage(
            Problem.of("results as a whole are not narrowed by '" + key + "'")
                .at(file.toString())
                .expected("RUN#model=…,arm=…,split=…,subset=… (any of them)")
                .remedy("the tables by slice are printed without it; --items takes it"));
      }
    }
    Results part =
        new Results(
            results.estimates().stream()
                .filter(
                    e ->
                        fits("model", e.model())
                            && fits("arm", e.arm())
                            && fits("split", e.split())
                            && fits("subset", e.subset()))
                .toList(),
            results.disagreements().stream()
                .filter(d -> fits("model", d.model()) && fits("arm", d.arm()))
                .toList());
    if (part.estimates().isEmpty()) {
      throw AssayException.usage(
          Problem.of("the run has no part " + wanted)
              .at(file.toString())
              .expected(
                  "models "
                      + results.estimates().stream().map(e -> e.model()).distinct().toList()
                      + ", arms "
                      + results.estimates().stream().map(e -> e.arm()).distinct().toList()));
    }
    return part;
  }

  private boolean fits(String key, @Nullable String value) {
    @Nullable String want = wanted.get(key);
    return want == null || want.equals(value);
  }
}
