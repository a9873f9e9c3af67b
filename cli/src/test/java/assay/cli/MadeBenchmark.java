package assay.cli;

import assay.testkit.endpoint.MarkedAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a small benchmark of four-option questions for the loopback endpoint; every third gold is
 * not what it answers.
 */
final class MadeBenchmark {

  private static final String YAML =
      """
      assay: 1
      name: made
      title: Made for a test
      version: "1"
      citation: none
      licence: CC0-1.0
      language: en
      data:
        test: {path: questions.jsonl, format: jsonl, count: %d}
      columns: {id: string, question: string, options: "list<string>", answer: string}
      sample:
        id: "{id}"
        kind: choice
        question: "{question}"
        options: {from: options}
        target: {key: "{answer}"}
      prompt: |
        {question}

        {options}

        End with the line ANSWER: X.
      generation: {temperature: 0, max-tokens: 64}
      arms: [standard]
      read: {choice: [layered, exact]}
      score: {choice: [choice]}
      metrics: {choice: [accuracy]}
      """;

  private MadeBenchmark() {}

  /** Writes description and questions; says how many of the endpoint's answers are right. */
  static int write(Path folder, int questions) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("benchmark.yaml"), String.format(Locale.ROOT, YAML, questions));
    StringBuilder lines = new StringBuilder();
    int right = 0;
    for (int i = 1; i <= questions; i++) {
      String mark = String.format(Locale.ROOT, "Case %06d", i);
      char reply = MarkedAnswers.ofFour().letterOf(mark);
      boolean agrees = i % 3 != 0;
      char gold = agrees ? reply : (char) ('A' + (reply - 'A' + 1) % 4);
      right += agrees ? 1 : 0;
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"id\":\"q%d\",\"question\":\"%s: which one?\",\"options\":[\"w\",\"x\",\"y\",\"z\"],\"answer\":\"%s\"}\n",
              i,
              mark,
              gold));
    }
    Files.writeString(folder.resolve("questions.jsonl"), lines, StandardCharsets.UTF_8);
    return right;
  }
}
