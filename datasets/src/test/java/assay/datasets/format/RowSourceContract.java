package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/**
 * What every source of rows holds. A subclass says how one is opened over a table with the columns
 * {@code id} ("r0", "r1", …) and {@code text}.
 */
public abstract class RowSourceContract {

  /** Opens a table of so many rows. */
  protected abstract RowSource open(int rows) throws Exception;

  private static List<Row> all(RowSource source) {
    List<Row> rows = new ArrayList<>();
    source.forEachRemaining(rows::add);
    return rows;
  }

  @Test
  final void givesEveryRowInOrder() throws Exception {
    for (int count : new int[] {0, 1, 2, 5000}) {
      try (RowSource source = open(count)) {
        List<Row> rows = all(source);
        assertThat(rows).hasSize(count);
        for (int i = 0; i < count; i++) {
          assertThat(rows.get(i).number()).isEqualTo(i);
          assertThat(rows.get(i).get("id")).isEqualTo(new Value.Text("r" + i));
          assertThat(rows.get(i).file()).isNotBlank();
        }
      }
    }
  }

  @Test
  final void linesAscend() throws Exception {
    try (RowSource source = open(100)) {
      long before = 0;
      for (Row row : all(source)) {
        Long line = row.line();
        if (line != null) {
          assertThat(line).isGreaterThanOrEqualTo(Math.max(1, before));
          before = line;
        }
      }
    }
  }

  @Test
  final void askingWhetherThereIsMoreChangesNothing() throws Exception {
    try (RowSource source = open(2)) {
      assertThat(source.hasNext()).isTrue();
      assertThat(source.hasNext()).isTrue();
      assertThat(source.next().number()).isZero();
      assertThat(source.next().number()).isEqualTo(1);
      assertThat(source.hasNext()).isFalse();
      assertThat(source.hasNext()).isFalse();
      assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  final void mayBeClosedAtAnyTimeAndAgain() throws Exception {
    RowSource unread = open(3);
    unread.close();
    unread.close();
    RowSource begun = open(3);
    begun.next();
    begun.close();
    begun.close();
  }

  @Test
  final void theSameTableGivesTheSameRows() throws Exception {
    try (RowSource first = open(50);
        RowSource second = open(50)) {
      assertThat(all(first)).isEqualTo(all(second));
    }
  }

  @Test
  final void rowsOutliveTheirSource() throws Exception {
    List<Row> rows;
    try (RowSource source = open(3)) {
      rows = all(source);
    }
    assertThat(rows.get(2).get("id").asText()).isEqualTo("r2");
    assertThatThrownBy(() -> rows.getFirst().values().fields().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
