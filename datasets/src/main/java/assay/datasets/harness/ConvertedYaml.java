package assay.datasets.harness;

import assay.core.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code benchmark.yaml} of a benchmark that is made of a log alone.
 *
 * @param kinds the kinds of answer that its questions ask for
 * @param prompts whether the log holds what was put
 * @param severalEpochs whether a question was asked more than once
 * @param unstated whether the log leaves the right answer of some question unsaid
 * @param scoresAlone whether it says of no question what is right, and scores answers all the same
 */
record ConvertedYaml(
    Set<String> kinds,
    boolean prompts,
    boolean severalEpochs,
    boolean unstated,
    boolean scoresAlone) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The logs that the benchmark is made of, which the run file keeps with it. */
  private static String sources(List<HarnessLog> logs) {
    StringBuilder sources = new StringBuilder();
    for (HarnessLog log : logs) {
      try (InputStream in = Files.newInputStream(log.path())) {
        sources
            .append("# made of ")
            .append(quoted(String.valueOf(log.path().getFileName())))
            .append(", SHA-256 ")
            .append(Sha256.of(in))
            .append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + log.path() + " again", e);
      }
    }
    return sources.toString();
  }

  /** A log that does not say what was asked is named by its program. */
  static String name(HarnessLog log) {
    String safe = safe(log.task() == null ? "" : log.task());
    return safe.isEmpty() ? safe(log.program()) + "-log" : safe;
  }

  private static String safe(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceAll("^[^a-z0-9]+|-+$", "");
  }

  /**
   * The whole file.
   *
   * @param logs what it is made of
   * @param name the benchmark's name
   * @param system who answered
   */
  String render(List<HarnessLog> logs, String name, String system) {
    HarnessLog log = logs.getFirst();
    StringBuilder yaml = new StringBuilder(sources(logs));
    yaml.append("assay: 1\nname: ").append(quoted(name));
    yaml.append("\ntitle: ")
        .append(
            quoted(
                (log.task() == null ? name : log.task()) + ", as " + log.program() + " logged it"));
    yaml.append("\nversion: \"1\"\nlanguage: en\n");
    yaml.append("data: {test: {path: samples.jsonl}}\n");
    yaml.append(
        "columns: {id: string, kind: string, question: string, options: \"map<string>\", gold:"
            + " \"list<string>\", answer: string}\n");
    yaml.append("sample:\n  id: \"{id}\"\n");
    TreeSet<String> here = new TreeSet<>(kinds);
    yaml.append("  kind: {from: kind, map: {");
    yaml.append(String.join(", ", here.stream().map(kind -> kind + ": " + kind).toList()));
    yaml.append("}}\n  question: \"{question}\"\n");
    if (here.contains("choice")) {
      yaml.append("  options: {from: options}\n");
    }
    yaml.append("  target:\n");
    here.forEach(kind -> yaml.append("    ").append(kind).append(": ").append(target(kind)));
    if (unstated) {
      yaml.append("  optional-target: true\n");
    }
    yaml.append("  tags: {prompt: ").append(prompts ? "logged" : "\"not logged\"").append("}\n");
    yaml.append("prompt: \"{question}\"\narms: [standard]\n");
    yaml.append(rules("read", here, "layered"));
    yaml.append(rules("score", here, scoresAlone ? "recorded, %s" : "%s"));
    yaml.append(rules("metrics", here, "accuracy"));
    yaml.append("recordings:\n  - files: replies.jsonl\n    system: ")
        .append(quoted(system.replace("{", "{{").replace("}", "}}")));
    yaml.append(
        """

            join: id
            id: "{id}"
            epoch: epoch
            partial: %s
            reply: reply
            error: error
            reading: reading
            score: score
            usage: {prompt: prompt_tokens, completion: completion_tokens}
            seconds: seconds
            cost: cost
            finish: finish
            asked: {prompt: prompt, images: images, settings: settings}
        """
            .formatted(severalEpochs)); // of some questions there may be fewer
    return yaml.toString();
  }

  private static String target(String kind) {
    return switch (kind) {
      case "choice" -> "{keys: {from: gold}}\n";
      case "yes-no" -> "{answer: \"{answer}\"}\n";
      default -> "{texts: {from: gold}}\n";
    };
  }

  /**
   * @param rule the rules of a kind, {@code %s} for one of the kind's name
   */
  private static String rules(String key, Set<String> kinds, String rule) {
    return key
        + ": {"
        + String.join(
            ", ",
            kinds.stream().map(kind -> kind + ": [" + rule.replace("%s", kind) + "]").toList())
        + "}\n";
  }

  private static String quoted(String text) {
    return JSON.textNode(text).toString();
  }
}
