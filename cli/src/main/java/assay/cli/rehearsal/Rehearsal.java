package assay.cli.rehearsal;

import assay.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists, runs and shows as a user would, on questions made up here and against {@link Echo}: the
 * JVM notes which classes are needed and which code is hot, and the start-up cache hands that on to
 * every later start. Writes into a folder of its own, which it takes away, and prints nothing.
 */
public final class Rehearsal {

  /** Enough for the JVM to see what is hot, and done in a few seconds. */
  private static final int QUESTIONS = 1200;

  private static final String BENCHMARK =
      """
      assay: 1
      name: rehearsal
      title: Rehearsal
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

        End with the line ANSWER: X.
      generation: {temperature: 0, max-tokens: 64}
      arms: [standard]
      read: {choice: [layered, exact]}
      score: {choice: [choice]}
      metrics: {choice: [accuracy]}
      """;

  private Rehearsal() {}

  /** Rehearses. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("assay-rehearsal");
    try (Echo echo = Echo.start()) {
      Path benchmark = Files.writeString(folder.resolve("benchmark.yaml"), BENCHMARK);
      Files.writeString(folder.resolve("questions.jsonl"), questions());
      String run = folder.resolve("rehearsal.assay").toString();
      assay(folder, "list");
      assay(
          folder,
          "run",
          benchmark.toString(),
          "--data",
          folder.toString(),
          "--model",
          "openai:echo@" + echo.address(),
          "--attempts",
          "1", // where even the loopback is closed, soon done
          "--output",
          run);
      assay(folder, "show", run);
    } finally {
      delete(folder);
    }
  }

  private static void assay(Path folder, String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(
        List.of(arguments),
        nowhere,
        nowhere,
        name -> "ASSAY_CACHE".equals(name) ? folder.resolve("cache").toString() : null);
  }

  private static String questions() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < QUESTIONS; i++) {
      lines
          .append("{\"id\": \"q")
          .append(i)
          .append("\", \"question\": \"Which of these was drawn in round ")
          .append(i)
          .append("?\", \"options\": [\"one nodule\", \"two nodules\", \"no nodule\", \"a cyst\"],")
          .append(" \"answer\": \"")
          .append((char) ('A' + i % 4))
          .append("\"}\n");
    }
    return lines.toString();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the rehearsal's folder " + folder + " cannot be deleted", e);
    }
  }
}
