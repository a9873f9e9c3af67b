package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.data.FieldPath;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kind of answer a row asks for. */
public sealed interface KindRule {

  /** Every kind that a row can have, in the order of {@link AnswerKind}. */
  Set<AnswerKind> kinds();

  /** The same for every row. */
  record Constant(AnswerKind kind) implements KindRule {
    @Override
    public Set<AnswerKind> kinds() {
      return EnumSet.of(kind);
    }
  }

  /**
   * By a column's value.
   *
   * @param otherwise the kind of rows whose value the map lacks, or null where that is a fault
   */
  record ByColumn(
      FieldPath from, SequencedMap<String, AnswerKind> map, @Nullable AnswerKind otherwise)
      implements KindRule {
    public ByColumn {
      map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    @Override
    public Set<AnswerKind> kinds() {
      EnumSet<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
      kinds.addAll(map.values());
      if (otherwise != null) {
        kinds.add(otherwise);
      }
      return kinds;
    }
  }
}
