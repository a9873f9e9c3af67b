package assay.core;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader answered, as an extractor read it. Mirrors {@link Target}. */
public sealed interface Answer {

  /**
   * The kind of the answer that was read; a rule may read another kind than the question asked for.
   */
  AnswerKind kind();

  /**
   * Options named by their keys.
   *
   * @param keys keys as shown to the reader, at least one
   */
  record Choice(SortedSet<String> keys) implements Answer {
    public Choice {
      keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("a choice needs at least one key");
      }
    }

    /** A choice of one option. */
    public static Choice of(String key) {
      return new Choice(new TreeSet<>(List.of(key)));
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.CHOICE;
    }
  }

  /** Yes (true) or no (false). */
  record YesNo(boolean yes) implements Answer {
    @Override
    public AnswerKind kind() {
      return AnswerKind.YES_NO;
    }
  }

  /** Free text, as read. */
  record Text(String text) implements Answer {
    @Override
    public AnswerKind kind() {
      return AnswerKind.TEXT;
    }
  }

  /**
   * A number.
   *
   * @param value finite
   * @param unit the unit that the reader gave, or null where it gave none
   */
  record Number(double value, @Nullable String unit) implements Answer {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "answered value " + value + ": expected a finite number");
      }
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.NUMBER;
    }
  }

  /** A day. */
  record Date(LocalDate day) implements Answer {
    @Override
    public AnswerKind kind() {
      return AnswerKind.DATE;
    }
  }

  /** A set of labels, possibly empty ("none of them"). */
  record Labels(SortedSet<String> labels) implements Answer {
    public Labels {
      labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    @Override
    public AnswerKind kind() {
      return AnswerKind.LABELS;
    }
  }
}
