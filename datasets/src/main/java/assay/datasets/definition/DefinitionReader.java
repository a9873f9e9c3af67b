package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a whole definition from its tree; every problem goes into one report. */
final class DefinitionReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final String NOT_STATED = "not stated";

  private final Section root;

  DefinitionReader(YamlNode node, String file, ProblemReport problems) {
    root = Section.root(node, file, problems);
  }

  BenchmarkDefinition read(String text, String displayName) {
    version();
    DataRule data = new DataReader(root).read();
    Section sampleSection = root.requiredSection("sample");
    SampleRule sample =
        sampleSection == null ? placeholder() : new SampleReader(sampleSection).read();
    Set<AnswerKind> kinds = sample.kind().kinds();
    RunReader run = new RunReader(root);
    ResultsReader results = new ResultsReader(root, data);
    Prompt prompt = run.prompt(kinds, data.splits());
    List<RecordingRule> recordings = recordings(data);
    Benchmark benchmark =
        new Benchmark(
            name(),
            orElse("title", root.text("name")),
            root.requiredText("version"),
            orElse("citation", NOT_STATED),
            orElse("licence", NOT_STATED),
            language(),
            root.texts("part-of"),
            List.copyOf(data.splits().keySet()),
            List.copyOf(data.subsets().keySet()),
            prompt,
            run.generation(),
            run.arms(),
            run.rules(kinds, sample.severalRight()),
            slices(sample.tags().sequencedKeySet()),
            results.baselines(),
            results.published(sample.tags().keySet()));
    root.finish();
    return new BenchmarkDefinition(benchmark, text, displayName, data, sample, recordings);
  }

  private void version() {
    if (root.require("assay")) {
      Long version = root.whole("assay", 1);
      if (version != null && version != 1) {
        root.problem("assay", "is " + version, "1, the version of this file's form");
      }
    }
  }

  private String name() {
    String name = root.requiredText("name");
    if (!name.isBlank() && !NAME.matcher(name).matches()) {
      root.problem("name", "is '" + name + "'", "lower-case letters, digits, '.', '_' and '-'");
    }
    return name;
  }

  private String language() {
    String language = root.requiredText("language");
    if (!language.isBlank() && !LANGUAGE.matcher(language).matches()) {
      root.problem("language", "is '" + language + "'", "a tag of BCP 47, such as en or pt-BR");
    }
    return language;
  }

  private String orElse(String key, @org.jspecify.annotations.Nullable String otherwise) {
    String text = root.text(key);
    if (text != null) {
      return text;
    }
    return otherwise == null ? NOT_STATED : otherwise;
  }

  private List<String> slices(SequencedSet<String> tags) {
    List<String> slices = root.texts("slices");
    for (String slice : slices) {
      if (!tags.contains(slice)) {
        root.problem("slices", "names the tag '" + slice + "'", Nearest.phrase(slice, tags, 20));
      }
    }
    return slices;
  }

  private List<RecordingRule> recordings(DataRule data) {
    List<RecordingRule> rules = new ArrayList<>();
    List<YamlNode> nodes =
        root.node("recordings") instanceof YamlNode.Sequence list ? list.items() : List.of();
    List<Section> sections = root.sections("recordings");
    int at = 0;
    for (YamlNode node : nodes) {
      if (node instanceof YamlNode.Mapping mapping) {
        Section section = sections.get(at++);
        RecordingRule rule = RecordingReader.read(section, mapping);
        for (Template split : rule.splits()) {
          if (split.isConstant()) {
            DataReader.checkSplit(section, "split", split.toString(), data.splits());
          }
        }
        if (rule.subset() != null
            && rule.subset().isConstant()
            && !data.subsets().containsKey(rule.subset().toString())) {
          section.problem(
              "subset",
              "names the subset '" + rule.subset() + "'",
              Nearest.phrase(rule.subset().toString(), data.subsets().keySet(), 20));
        }
        rules.add(rule);
      }
    }
    return rules;
  }

  /** Stands in for a section that is missing, so that the rest of the file is read too. */
  private static SampleRule placeholder() {
    return new SampleRule(
        Template.parse(""),
        new KindRule.Constant(AnswerKind.TEXT),
        Template.parse(""),
        null,
        null,
        List.of(),
        new LinkedHashMap<>(),
        false,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        List.of());
  }
}
