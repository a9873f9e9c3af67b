package assay.perf.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A benchmark of twenty questions, to have a run that can be shown. */
final class SmallBenchmark {

  private static final int QUESTIONS = 20;

  private static final String YAML =
      """
      assay: 1
      name: small
      title: Twenty questions
      version: "1"
      citation: none
      licence: Apache-2.0
      language: en
      data:
        test: {path: questions.jsonl, format: jsonl}
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
      arms: [standard]
      read: {choice: [layered]}
      score: {choice: [choice]}
      metrics: {choice: [accuracy]}
      """;

  private SmallBenchmark() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("benchmark.yaml"), YAML);
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= QUESTIONS; i++) {
      lines.append(
          "{\"id\":\"q%d\",\"question\":\"How many?\",\"options\":[\"one\",\"two\"],\"answer\":\"%s\"}\n"
              .formatted(i, i % 2 == 0 ? "A" : "B"));
    }
    Files.writeString(folder.resolve("questions.jsonl"), lines);
  }
}
