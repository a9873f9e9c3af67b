package assay.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleNamesTest {

  @Test
  void namesStandBetweenCommasAndPatternsGoToTheEnd() {
    assertThat(RuleNames.in(List.of("layered,exact", "mirage")))
        .containsExactly("layered", "exact", "mirage");
    assertThat(RuleNames.in(List.of("layered,regex:[0-9]{1,3}, *x", "regex-last:a,b")))
        .containsExactly("layered", "regex:[0-9]{1,3}, *x", "regex-last:a,b");
    assertThat(RuleNames.in(List.of())).isEmpty();
  }
}
