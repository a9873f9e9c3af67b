package assay.core;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The gold answer of a sample. No model ever sees it. Mirrored by {@link Answer}. */
public sealed interface Target {

  /** The kind of answer that the question asks for. */
  AnswerKind kind();

  /**
   * The right option or options.
   *
   * @param keys keys of the sample's options, at least one; several mean that all of them are to be
   *     named
   */
  record Choice(SortedSet<String> keys) implements Target {
    public Choice {
      keys = immutable(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("a choice target needs at least one key");
      }
    }

    /** A choice with one right option. */
    public static Choice of(String key) {
      return new Choice(new TreeSet<>(List.of(key)));
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.CHOICE;
    }
  }

  /** Yes (true) or no (false). */
  record YesNo(boolean yes) implements Target {
    @Override
    public AnswerKind kind() {
      return AnswerKind.YES_NO;
    }
  }

  /**
   * Free text.
   *
   * @param references right answers, any of which counts; at least one
   */
  record Text(List<String> references) implements Target {
    public Text {
      references = List.copyOf(references);
      if (references.isEmpty()) {
        throw new IllegalArgumentException("a text target needs at least one reference");
      }
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.TEXT;
    }
  }

  /**
   * A number.
   *
   * @param value the gold value, finite
   * @param unit the unit of value and tolerance (UCUM where there is a code), or null for a bare
   *     number
   * @param tolerance what else counts as right
   */
  record Number(double value, @Nullable String unit, Tolerance tolerance) implements Target {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("gold value " + value + ": expected a finite number");
      }
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.NUMBER;
    }
  }

  /** A day. */
  record Date(LocalDate day) implements Target {
    @Override
    public AnswerKind kind() {
      return AnswerKind.DATE;
    }
  }

  /**
   * A set of labels.
   *
   * @param labels the labels that hold, possibly none
   */
  record Labels(SortedSet<String> labels) implements Target {
    public Labels {
      labels = immutable(labels);
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.LABELS;
    }
  }

  /**
   * Nobody says what is right: the publisher keeps it back, or a log does not state it. Nothing can
   * be compared with it, so every score is undefined.
   *
   * @param kind the kind of answer that the question asks for
   */
  record Unstated(AnswerKind kind) implements Target {}

  private static SortedSet<String> immutable(SortedSet<String> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
