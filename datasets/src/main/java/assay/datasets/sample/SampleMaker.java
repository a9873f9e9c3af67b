package assay.datasets.sample;

import assay.core.AnswerKind;
import assay.core.Link;
import assay.core.Media;
import assay.core.Option;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.Target;
import assay.core.data.Row;
import assay.datasets.definition.KindRule;
import assay.datasets.definition.SampleRule;
import assay.datasets.definition.Template;
import assay.datasets.definition.TextsRule;
import assay.datasets.yaml.Nearest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a sample of a row. */
final class SampleMaker {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private final SampleRule rule;
  private final String language;
  private final OptionMaker options;
  private final MediaMaker media;
  private final Map<AnswerKind, TargetMaker> targets = new EnumMap<>(AnswerKind.class);

  /**
   * A maker.
   *
   * @param language the benchmark's language, for samples that say no other
   */
  SampleMaker(SampleRule rule, String language, MediaMaker media) {
    this.rule = rule;
    this.language = language;
    this.options = new OptionMaker(rule.options());
    this.media = media;
    rule.targets().forEach((kind, target) -> targets.put(kind, new TargetMaker(target)));
  }

  /**
   * The sample, or null where the row has problems.
   *
   * @param missing told of every file of media that is missing and may be
   */
  @Nullable Sample make(
      Row row, @Nullable String subset, ProblemReport problems, Runnable missing) {
    long before = problems.count();
    String id = required(rule.id(), "id", row, problems);
    AnswerKind kind = kind(row, problems);
    String question = required(rule.question(), "question", row, problems);
    List<Option> shown = options.make(row, problems);
    OptionMaker.checkKeys(shown, row, problems);
    List<Media> pictures = media.make(row, problems, missing);
    TargetMaker maker = kind == null ? null : targets.get(kind);
    boolean unstated = maker != null && rule.optionalTarget() && maker.isBlank(row);
    Target target =
        kind != null && unstated
            ? new Target.Unstated(kind)
            : maker == null ? null : maker.make(row, shown, problems);
    String spoken = language(row, problems);
    SequencedMap<String, List<String>> tags = tags(row, problems);
    if (problems.count() > before || target == null) {
      return null;
    }
    return new Sample(
        id, subset, spoken, question, shown, pictures, target, tags, clusters(row), links(row));
  }

  /** The gold answer of the row as the file has it. */
  String rawTarget(Row row) {
    AnswerKind kind = kind(row, new ProblemReport());
    TargetMaker maker = kind == null ? null : targets.get(kind);
    return maker == null ? "" : maker.raw(row);
  }

  private static String required(Template template, String what, Row row, ProblemReport problems) {
    Optional<String> missing = template.missing(row.values());
    if (missing.isPresent()) {
      problems.add(missing(what, missing.get(), row));
      return "";
    }
    String text = template.render(row.values());
    if (text.isBlank()) {
      problems.add(
          RowProblems.at(
              row, null, Problem.of("the " + what + " is blank").expected("a text: " + template)));
    }
    return text;
  }

  private static Problem missing(String what, String field, Row row) {
    Problem problem = RowProblems.missing(row, what, field);
    if (row.values().fields().containsKey(field)) {
      return problem;
    }
    return Problem.of("there is no column '" + field + "' for the " + what)
        .at(row.file(), row.locate(field).line(), field)
        .expected(Nearest.phrase(field, row.values().fields().keySet(), 20));
  }

  private @Nullable AnswerKind kind(Row row, ProblemReport problems) {
    return switch (rule.kind()) {
      case KindRule.Constant constant -> constant.kind();
      case KindRule.ByColumn column -> {
        String value = column.from().in(row.values()).asText().strip();
        AnswerKind kind = column.map().getOrDefault(value, column.otherwise());
        if (kind == null) {
          problems.add(
              RowProblems.at(
                  row,
                  column.from().toString(),
                  Problem.of("no kind of answer is given for '" + RowProblems.abridged(value) + "'")
                      .expected(Nearest.phrase(value, column.map().keySet(), 20))));
        }
        yield kind;
      }
    };
  }

  private String language(Row row, ProblemReport problems) {
    TextsRule from = rule.language();
    if (from == null) {
      return language;
    }
    List<String> languages = Texts.of(from, row, problems);
    if (languages.size() == 1 && LANGUAGE.matcher(languages.getFirst()).matches()) {
      return languages.getFirst();
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of(
                    "the language is '" + RowProblems.abridged(String.join(" ", languages)) + "'")
                .expected("a tag of BCP 47, such as en or pt-BR")));
    return language;
  }

  private SequencedMap<String, List<String>> tags(Row row, ProblemReport problems) {
    SequencedMap<String, List<String>> tags = new LinkedHashMap<>();
    rule.tags()
        .forEach(
            (name, texts) -> {
              List<String> values = Texts.of(texts, row, problems).stream().distinct().toList();
              if (!values.isEmpty()) {
                tags.put(name, values);
              }
            });
    return tags;
  }

  private SequencedMap<String, String> clusters(Row row) {
    SequencedMap<String, String> clusters = new LinkedHashMap<>();
    rule.clusters()
        .forEach(
            (level, template) -> {
              String key = template.render(row.values()).strip();
              if (!key.isEmpty() && !template.isVoid(row.values())) {
                clusters.put(level, key);
              }
            });
    return clusters;
  }

  private List<Link> links(Row row) {
    List<Link> links = new ArrayList<>();
    for (SampleRule.LinkRule link : rule.links()) {
      String to = link.to().render(row.values()).strip();
      if (!to.isEmpty() && !link.to().isVoid(row.values())) {
        links.add(new Link(link.type(), to));
      }
    }
    return links;
  }
}
