package assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a call of the command gave, made within this process.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CliOutcome(int code, String out, String err) {

  /** Root of the checkout, where the benchmarks lie. */
  static final Path HOME =
      Path.of(System.getProperty("assay.test.home", "..")).toAbsolutePath().normalize();

  /** Calls the command with a cache folder of its own. */
  static CliOutcome of(Path cache, List<String> arguments) {
    return of(Map.of("ASSAY_CACHE", cache.toString()), arguments);
  }

  static CliOutcome of(Map<String, String> environment, List<String> arguments) {
    System.setProperty("assay.home", HOME.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment::get);
    return new CliOutcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + out + "\n" + err, e);
    }
  }

  List<JsonNode> estimates() {
    return StreamSupport.stream(json().get("estimates").spliterator(), false).toList();
  }

  /** The one estimate over all samples by this extractor and scorer, in the first metric. */
  JsonNode estimate(String extractor, String scorer) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode estimate : estimates()) {
      if (estimate.get("extractor").asText().startsWith(extractor + "@")
          && estimate.get("scorer").asText().startsWith(scorer + "@")
          && estimate.get("metric").equals(estimates().getFirst().get("metric"))
          && estimate.get("slice").isEmpty()
          && estimate.get("subset").isNull()) {
        found.add(estimate);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " estimates by " + extractor + " and " + scorer + " in " + out + err);
    }
    return found.getFirst();
  }
}
