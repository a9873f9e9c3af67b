package assay.perf.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Questions in a file, and the benchmark that describes it.
 *
 * @param file JSON Lines
 * @param benchmark its {@code benchmark.yaml}, in the same folder
 * @param count how many questions
 * @param right how many of them the endpoint answers as the gold has it
 */
public record QuestionSet(Path file, Path benchmark, int count, int right) {

  private static final String BENCHMARK =
      """
      assay: 1
      name: bench
      title: Questions to measure speed by
      version: "1"
      citation: none
      licence: Apache-2.0
      language: en
      data:
        test: {path: "%s", format: jsonl, count: %d}
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

  /** Describes a file of questions in a {@code benchmark.yaml} beside it. */
  public static QuestionSet describe(Path file, int count, int right) throws IOException {
    Path benchmark = file.resolveSibling("benchmark-" + count + ".yaml");
    Files.writeString(benchmark, BENCHMARK.formatted(file.getFileName(), count));
    return new QuestionSet(file, benchmark, count, right);
  }
}
