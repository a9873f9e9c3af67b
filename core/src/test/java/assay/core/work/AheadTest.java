package assay.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1_000})
  void givesWhatTheIteratorGivesInItsOrder(int length) {
    List<Integer> expected = IntStream.range(0, length).boxed().toList();
    List<Integer> taken = new ArrayList<>();
    try (Ahead<Integer> ahead = new Ahead<>("test", expected.iterator())) {
      ahead.forEachRemaining(taken::add);
      assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(taken).isEqualTo(expected);
  }

  @Test
  void aFaultComesAfterEverythingBeforeItsBatch() {
    Iterator<Integer> faulty =
        IntStream.range(0, 1_000)
            .peek(
                i -> {
                  if (i == 200) {
                    throw new IllegalStateException("row 200");
                  }
                })
            .boxed()
            .iterator();
    List<Integer> taken = new ArrayList<>();
    try (Ahead<Integer> ahead = new Ahead<>("test", faulty)) {
      assertThatThrownBy(() -> ahead.forEachRemaining(taken::add))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("row 200");
    }
    assertThat(taken).isEqualTo(IntStream.range(0, 192).boxed().toList());
  }

  @Test
  void leavesTheIteratorAloneWhenClosedEarly() {
    AtomicInteger read = new AtomicInteger();
    try (Ahead<Integer> ahead =
        new Ahead<>("test", IntStream.generate(read::incrementAndGet).boxed().iterator())) {
      assertThat(ahead.next()).isEqualTo(1);
    }
    int atTheEnd = read.get();
    assertThat(atTheEnd).isLessThan(1_000);
    assertThat(read.get()).isEqualTo(atTheEnd);
  }
}
