package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.exchange.Usage;
import assay.evaluation.runner.Pricing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A user's table of prices: CSV with the columns {@code model,prompt,completion,date}; prices per
 * million tokens in one currency; lines that begin with {@code #} are remarks.
 */
public final class Prices {

  private static final String HEADER = "model,prompt,completion,date";
  static final double MILLION = 1e6;

  /**
   * What a model costs.
   *
   * @param prompt per million tokens of requests
   * @param completion per million tokens of replies
   * @param date when the price held
   */
  public record Price(double prompt, double completion, String date) implements Pricing {
    @Override
    public OptionalDouble cost(Usage usage) {
      return usage.promptTokens() == null || usage.completionTokens() == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (usage.promptTokens() * prompt + usage.completionTokens() * completion) / MILLION);
    }
  }

  private final Map<String, Price> byModel;

  private Prices(Map<String, Price> byModel) {
    this.byModel = byModel;
  }

  /**
   * Reads a table.
   *
   * @throws AssayException with every line that is wrong
   */
  public static Prices read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("the table of prices cannot be read").at(file.toString()),
          e);
    }
    ProblemReport problems = new ProblemReport();
    Map<String, Price> byModel = new LinkedHashMap<>();
    boolean header = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (!header) {
        header = line.replace(" ", "").equals(HEADER);
        if (!header) {
          problems.add(
              Problem.of("the heading is '" + line + "'")
                  .at(file.toString(), i + 1L, null)
                  .expected(HEADER));
        }
        header = true;
        continue;
      }
      add(line, file, i + 1L, byModel, problems);
    }
    problems.throwIfAny(AssayException.Category.USAGE);
    return new Prices(byModel);
  }

  /**
   * The price of a model.
   *
   * @throws AssayException if the table does not have it
   */
  public Price require(String model, Path file) {
    return of(model)
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("there is no price for '" + model + "'")
                        .at(file.toString())
                        .expected("one of " + String.join(", ", byModel.keySet()))
                        .remedy("add a line for it, or leave --prices out")));
  }

  private static void add(
      String line, Path file, long number, Map<String, Price> byModel, ProblemReport problems) {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length == 4) {
        double prompt = Double.parseDouble(cells[1].strip());
        double completion = Double.parseDouble(cells[2].strip());
        if (prompt >= 0 && completion >= 0) {
          byModel.put(cells[0].strip(), new Price(prompt, completion, cells[3].strip()));
          return;
        }
      }
    } catch (NumberFormatException e) {
      // told below
    }
    problems.add(
        Problem.of("this is no line of prices: '" + line + "'")
            .at(file.toString(), number, null)
            .expected(
                "model,prompt,completion,date with prices per million tokens, for example gpt-4o,2.5,10,2026-11-01"));
  }

  /**
   * The price of a model: by its whole name, or by the name between {@code openai:} and {@code @}.
   */
  public Optional<Price> of(String model) {
    int at = model.lastIndexOf("@http");
    String name =
        model.startsWith("openai:") ? model.substring(7, at < 0 ? model.length() : at) : model;
    return Optional.ofNullable(byModel.getOrDefault(model, byModel.get(name)));
  }
}
