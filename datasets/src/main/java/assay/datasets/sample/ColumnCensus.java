package assay.datasets.sample;

import assay.core.Problem;
import assay.core.data.FieldPath;
import assay.core.data.Row;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.OptionsRule;
import assay.datasets.definition.SampleRule;
import assay.datasets.definition.Template;
import assay.datasets.definition.TextsRule;
import assay.datasets.yaml.Nearest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Watches for columns that a row may lack, but not every row: those of clusters, tags and options.
 * A name that no row has is misspelt, and would change the result without a word.
 */
final class ColumnCensus {

  private static final int KNOWN = 200;
  private static final int SHOWN = 20;

  private final BenchmarkDefinition definition;

  /** The columns not seen yet, with what each is for. */
  private final SequencedMap<FieldPath, String> wanted = new LinkedHashMap<>();

  private final SequencedSet<String> known = new LinkedHashSet<>();

  ColumnCensus(BenchmarkDefinition definition) {
    this.definition = definition;
    SampleRule sample = definition.sample();
    sample.clusters().forEach((level, template) -> want("the cluster '" + level + "'", template));
    sample.tags().forEach((tag, texts) -> want("the tag '" + tag + "'", texts));
    if (sample.options() instanceof OptionsRule.Columns columns) {
      columns.columns().entrySet().stream()
          .filter(
              column -> column.getValue().toString().length() > 1) // of A to Z as many as there are
          .forEach(
              column ->
                  wanted.putIfAbsent(column.getValue(), "the option '" + column.getKey() + "'"));
    }
  }

  private void want(String what, TextsRule texts) {
    switch (texts) {
      case TextsRule.Templates templates -> templates.templates().forEach(t -> want(what, t));
      case TextsRule.FromColumn column -> wanted.putIfAbsent(column.lookup().from(), what);
    }
  }

  private void want(String what, Template template) {
    template.fields().forEach(name -> wanted.putIfAbsent(FieldPath.parse(name), what));
  }

  /** Takes note of a row's columns. */
  void see(Row row) {
    if (wanted.isEmpty()) {
      return;
    }
    wanted.keySet().removeIf(path -> path.beginsIn(row.values()));
    if (known.size() < KNOWN) {
      known.addAll(row.values().fields().keySet());
    }
  }

  /** One problem for each column that no row had. */
  List<Problem> problems() {
    return wanted.entrySet().stream().map(this::problem).toList();
  }

  private Problem problem(Map.Entry<FieldPath, String> column) {
    String name = column.getKey().toString();
    return Problem.of("no row has a column '" + name + "' for " + column.getValue())
        .at(definition.displayName())
        .expected(Nearest.phrase(name, known, SHOWN));
  }
}
