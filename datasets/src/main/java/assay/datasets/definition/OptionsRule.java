package assay.datasets.definition;

import assay.core.Option;
import assay.core.data.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Where a question's options come from. An option that a record lacks does not become one. */
public sealed interface OptionsRule {

  /** One column holds a map from key to text, or a list, whose keys are A, B, C… */
  record FromColumn(FieldPath from) implements OptionsRule {}

  /** Each option has a column of its own: key to column. */
  record Columns(SequencedMap<String, FieldPath> columns) implements OptionsRule {
    public Columns {
      columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
  }

  /** The same for every row. */
  record Fixed(List<Option> options) implements OptionsRule {
    public Fixed {
      options = List.copyOf(options);
    }
  }
}
