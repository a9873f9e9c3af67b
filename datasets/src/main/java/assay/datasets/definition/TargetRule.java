package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.data.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Where a row's gold answer comes from, by kind of answer. */
public sealed interface TargetRule {

  /** The kind of target that the rule makes. */
  AnswerKind kind();

  /** The keys of the right options. */
  record ChoiceByKeys(TextsRule keys) implements TargetRule {
    /** Whether more than one option can be right. */
    public boolean several() {
      return switch (keys) {
        case TextsRule.Templates templates -> templates.templates().size() > 1;
        case TextsRule.FromColumn column -> true;
      };
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.CHOICE;
    }
  }

  /**
   * The position of the right option among those of the record.
   *
   * @param base number of the first: 0 or 1
   */
  record ChoiceByIndex(Template index, int base) implements TargetRule {
    @Override
    public AnswerKind kind() {
      return AnswerKind.CHOICE;
    }
  }

  /** The text of the right option, equal but for outer blanks. */
  record ChoiceByText(Template text) implements TargetRule {
    @Override
    public AnswerKind kind() {
      return AnswerKind.CHOICE;
    }
  }

  /** A word for yes or for no; upper and lower case alike, outer blanks off. */
  record YesNo(Template answer, List<String> yes, List<String> no) implements TargetRule {
    public YesNo {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.YES_NO;
    }
  }

  /** Right texts. */
  record Text(TextsRule references) implements TargetRule {
    @Override
    public AnswerKind kind() {
      return AnswerKind.TEXT;
    }
  }

  /** A number. */
  record Number(Template value, @Nullable Template unit, ToleranceRule tolerance)
      implements TargetRule {
    @Override
    public AnswerKind kind() {
      return AnswerKind.NUMBER;
    }
  }

  /**
   * A day, written in one of the formats.
   *
   * @param formats patterns of {@link java.time.format.DateTimeFormatter}, tried in order
   */
  record Date(Template day, List<String> formats) implements TargetRule {
    public Date {
      formats = List.copyOf(formats);
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.DATE;
    }
  }

  /** The labels that hold, listed. */
  record Labels(TextsRule labels) implements TargetRule {
    @Override
    public AnswerKind kind() {
      return AnswerKind.LABELS;
    }
  }

  /**
   * The labels that hold, each with a column of its own that says yes or no.
   *
   * @param columns label to column
   */
  record LabelColumns(SequencedMap<String, FieldPath> columns, List<String> yes, List<String> no)
      implements TargetRule {
    public LabelColumns {
      columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.LABELS;
    }
  }
}
