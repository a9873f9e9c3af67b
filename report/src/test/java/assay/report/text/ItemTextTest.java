package assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.item.Item;
import assay.report.support.Approved;
import assay.report.support.Dialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTextTest {

  @ParameterizedTest
  @ValueSource(ints = {80, 200})
  void wholeItemsLookAsApproved(int columns) {
    String text =
        Dialogue.items().stream()
            .map(item -> ItemText.full(item, columns))
            .collect(Collectors.joining("\n"));
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(Dialogue.width(line)).isLessThanOrEqualTo(columns));
    Approved.check(getClass(), "items." + columns + ".txt", text);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 200})
  void tablesLookAsApproved(int columns) {
    StringBuilder out = new StringBuilder();
    ItemTable table = new ItemTable(columns, out::append);
    Dialogue.items().forEach(table::add);
    assertThat(table.end()).isEqualTo(Dialogue.items().size());
    Approved.check(getClass(), "table." + columns + ".txt", out.toString());
  }

  @Test
  void longTablesGoOutAsTheyCome() {
    List<String> out = new ArrayList<>();
    ItemTable table = new ItemTable(100, out::add);
    Item item = Dialogue.items().getFirst();
    for (int i = 0; i < 499; i++) {
      table.add(item);
    }
    assertThat(out).as("the first say how wide columns are").isEmpty();
    for (int i = 0; i < 501; i++) {
      table.add(item);
    }
    assertThat(out).hasSize(1_001).allSatisfy(line -> assertThat(line).endsWith("\n"));
    assertThat(table.end()).isEqualTo(1_000);
    assertThat(out).hasSize(1_001);
  }

  @Test
  void noItemsAreNoTable() {
    StringBuilder out = new StringBuilder();
    assertThat(new ItemTable(80, out::append).end()).isZero();
    assertThat(out).isEmpty();
  }
}
