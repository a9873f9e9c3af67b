package assay.models.spec;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * A model as the command line names it: {@code openai:NAME@URL}, {@code recorded:PATH}, {@code
 * reader:NAME}, each followed by options {@code ,key=value}.
 *
 * <p>A comma begins an option only where {@code key=} follows it, a key being lower-case letters,
 * digits, hyphens and dots; so paths and values may hold commas. Where a path holds such a text
 * itself, the comma is written {@code \,}.
 *
 * @param text as the user wrote it
 * @param scheme what stands before the first colon
 * @param subject what stands after it, up to the options
 * @param options in the order given
 */
public record ModelSpec(
    String text, ModelScheme scheme, String subject, SequencedMap<String, String> options) {

  private static final Pattern OPTION = Pattern.compile("(?<!\\\\),(?=[a-z][a-z0-9.-]*=)");

  public ModelSpec {
    options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
  }

  /**
   * Reads a specification and checks scheme, reader's name and option keys against the catalog.
   * Values are checked by whoever opens the reader.
   *
   * @throws AssayException with every problem found
   */
  public static ModelSpec parse(String text, ReaderCatalog catalog) {
    int colon = text.indexOf(':');
    String before = colon < 0 ? text : text.substring(0, colon);
    Optional<ModelScheme> scheme = ModelScheme.byId(before);
    if (scheme.isEmpty() || colon < 0) {
      throw AssayException.usage(unknownScheme(text, before, colon));
    }
    String[] pieces = OPTION.split(text.substring(colon + 1), -1);
    String subject = unescaped(pieces[0]);
    ProblemReport problems = new ProblemReport();
    if (subject.isBlank()) {
      problems.add(
          Problem.of("nothing stands after '" + before + ":'")
              .at(text)
              .expected(scheme.get().form()));
    }
    LinkedHashMap<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < pieces.length; i++) {
      int equals = pieces[i].indexOf('=');
      String key = pieces[i].substring(0, equals);
      if (options.putIfAbsent(key, unescaped(pieces[i].substring(equals + 1))) != null) {
        problems.add(Problem.of("the option is given twice").at(text, null, key));
      }
    }
    ModelSpec spec = new ModelSpec(text, scheme.get(), subject, options);
    if (problems.isEmpty()) {
      spec.check(catalog, problems);
    }
    problems.throwIfAny(AssayException.Category.USAGE);
    return spec;
  }

  /** The specification of one file of recorded answers. */
  public static ModelSpec recording(Path file, SequencedMap<String, String> options) {
    StringBuilder text =
        new StringBuilder(ModelScheme.RECORDED.id() + ":" + escaped(file.toString()));
    options.forEach(
        (key, value) -> text.append(',').append(key).append('=').append(escaped(value)));
    return new ModelSpec(text.toString(), ModelScheme.RECORDED, file.toString(), options);
  }

  private static String escaped(String text) {
    return OPTION.matcher(text).replaceAll("\\\\,");
  }

  private void check(ReaderCatalog catalog, ProblemReport problems) {
    List<String> names = catalog.names(scheme);
    Optional<ReaderEntry> entry = catalog.find(scheme, names.isEmpty() ? null : subject);
    if (entry.isEmpty()) {
      problems.add(
          Problem.of("there is no reader '" + subject + "'" + Nearest.hint(subject, names))
              .at(text)
              .expected("one of " + String.join(", ", names)));
      return;
    }
    List<String> keys = entry.get().options().stream().map(SpecOption::key).toList();
    for (String key : options.keySet()) {
      if (!keys.contains(key)) {
        Problem problem =
            Problem.of("unknown option" + Nearest.hint(key, keys))
                .at(text, null, key)
                .expected(keys.isEmpty() ? "no option" : "one of " + String.join(", ", keys));
        problems.add(
            scheme == ModelScheme.RECORDED
                ? problem.remedy("if it belongs to the path, write its comma as '\\,'")
                : problem);
      }
    }
  }

  private static Problem unknownScheme(String text, String before, int colon) {
    String what =
        colon < 0
            ? "a model needs its kind before a colon"
            : "there is no kind of model '"
                + before
                + "'"
                + Nearest.hint(before, ModelScheme.ids());
    Problem problem =
        Problem.of(what)
            .at(text)
            .expected(
                String.join(
                    ", ", List.of(ModelScheme.values()).stream().map(ModelScheme::form).toList()));
    return colon < 0 ? problem.remedy("for example openai:" + text) : problem;
  }

  private static String unescaped(String text) {
    return text.replace("\\,", ",");
  }
}
