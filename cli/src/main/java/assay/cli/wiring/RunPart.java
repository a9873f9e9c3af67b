package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.estimate.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run, or a part of it, as a user names it: {@code RUN} or {@code
 * RUN#model=…,arm=…,split=…,subset=…}.
 *
 * @param file the run file
 * @param wanted what is wanted, by key
 */
public record RunPart(Path file, Map<String, String> wanted) {

  private static final List<String> KEYS = List.of("model", "arm", "split", "subset");

  /**
   * Reads an address. A file whose name holds {@code #} is itself.
   *
   * @throws AssayException if a key is unknown
   */
  public static RunPart parse(String text) {
    int hash = text.lastIndexOf('#');
    if (hash < 0 || Files.exists(Path.of(text))) {
      return new RunPart(Path.of(text), Map.of());
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String pair : text.substring(hash + 1).split(",(?=[a-z]+=)", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0 || !KEYS.contains(pair.substring(0, equals))) {
        throw AssayException.usage(
            Problem.of("'" + pair + "' names no part of a run")
                .at(text)
                .expected("RUN#model=…,arm=…,split=…,subset=… (any of them)"));
      }
      wanted.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new RunPart(Path.of(text.substring(0, hash)), wanted);
  }

  /** Whether something with these properties is a part of it. */
  public boolean holds(String model, String arm, String split, @Nullable String subset) {
    return fits("model", model)
        && fits("arm", arm)
        && fits("split", split)
        && fits("subset", subset);
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
    Results part =
        new Results(
            results.estimates().stream()
                .filter(e -> holds(e.model(), e.arm(), e.split(), e.subset()))
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
