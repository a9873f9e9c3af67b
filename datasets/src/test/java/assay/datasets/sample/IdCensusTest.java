package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdCensusTest {

  @Test
  void tellsSeenFromUnseen() {
    IdCensus census = new IdCensus();
    for (int i = 0; i < 100_000; i++) {
      assertThat(census.add("sample-" + i)).isTrue();
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(census.add("sample-" + i)).isFalse();
      assertThat(census.mayContain("sample-" + i)).isTrue();
      assertThat(census.mayContain("other-" + i)).isFalse();
    }
    assertThat(census.add("")).isTrue();
    assertThat(census.add("")).isFalse();
  }
}
