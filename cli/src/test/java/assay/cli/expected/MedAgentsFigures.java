package assay.cli.expected;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The seven sets of MedAgentsBench: accuracy, unread answers, tokens, cost, seconds. */
final class MedAgentsFigures {

  private static final Pattern NAME =
      Pattern.compile(
          "recorded/(?<model>.+?)-(?<set>medqa|medmcqa|pubmedqa|mmlu-pro|mmlu|afrimedqa|medbullets)"
              + "-(?<split>test_hard|test)-(?<method>.+)\\.json");

  /** Benchmarks by the name of the set in file names. */
  static final Map<String, String> SETS =
      Map.of(
          "medqa", "medqa",
          "medmcqa", "medmcqa",
          "pubmedqa", "pubmedqa",
          "mmlu", "mmlu-med",
          "mmlu-pro", "mmlu-pro-health",
          "afrimedqa", "afrimedqa",
          "medbullets", "medbullets");

  /** US dollars a million tokens, as the publisher reckons; its folder's README has them. */
  private static final List<String> PRICES =
      List.of(
          "  gpt-4o-mini: {prompt: 0.15, completion: 0.6}",
          "  gpt-4o: {prompt: 2.5, completion: 10}",
          "  o1-mini: {prompt: 1.1, completion: 4.4}",
          "  o3-mini: {prompt: 1.1, completion: 4.4}",
          "  claude-3-5-sonnet: {prompt: 3, completion: 15}",
          "  claude-3-5-haiku: {prompt: 0.8, completion: 4}",
          "  QwQ-32B-Preview: {prompt: 1.2, completion: 1.2}",
          "  DeepSeek-R1: {prompt: 7, completion: 7}",
          "  DeepSeek-V3: {prompt: 1.25, completion: 1.25}",
          "  Llama-3.3-70B-Instruct-Turbo: {prompt: 0.88, completion: 0.88}");

  private MedAgentsFigures() {}

  static String of(String set) {
    FigureTable table = FigureTable.of("medagents-benchmark");
    ExpectedYaml yaml =
        new ExpectedYaml(
            SETS.get(set),
            "1",
            "recount of the publisher's files by his rule (first row of each realidx, equal as"
                + " exact texts; tokens, cost by his prices, seconds); accuracies agree with"
                + " plots/table1_performance.ipynb wherever it prints one",
            "0.000000005");
    yaml.line("prices:");
    PRICES.forEach(yaml::line);
    yaml.line("recordings:");
    for (String file : table.files()) {
      Matcher name = NAME.matcher(file);
      if (name.matches() && name.group("set").equals(set)) {
        recording(yaml, table, file, name);
      }
    }
    return yaml.text();
  }

  private static void recording(ExpectedYaml yaml, FigureTable table, String file, Matcher name) {
    yaml.recording(table, List.of(file))
        .key("split", name.group("split").equals("test") ? "test" : "hard")
        .key("price", name.group("model"))
        .key("counts", "{answered: " + table.line(file, "accuracy").rows() + "}");
    String spent =
        "mean-cost: "
            + table.value(file, "cost_mean_usd")
            + ", mean-seconds: "
            + table.value(file, "time_mean_s");
    if (table.has(file, "prompt_tokens_total")) {
      spent =
          "prompt-tokens: "
              + table.value(file, "prompt_tokens_total")
              + ", completion-tokens: "
              + table.value(file, "completion_tokens_total")
              + ", "
              + spent;
    }
    yaml.key("spent", "{" + spent + "}")
        .scores()
        .score(
            "metric: accuracy, extractor: exact, scorer: choice",
            "value: "
                + table.value(file, "accuracy")
                + ", unread: "
                + table.value(file, "unreadable_answers"));
  }
}
