package assay.reading.metric;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.measure.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitAt3Test extends MetricContract {

  HitAt3Test() {
    super("hit-at-3", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }

  @Test
  void ranksUpToThreeAreHits() {
    List<Outcome> outcomes =
        java.util.stream.DoubleStream.of(1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 0)
            .mapToObj(value -> new Outcome("s", value, 1, null, "a", "a"))
            .toList();
    assertThat(over(outcomes).getAsDouble()).isEqualTo(0.6);
  }
}
