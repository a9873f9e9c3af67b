package assay.evaluation.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @SeededTest(count = 60)
  void everyValueComesBackAsItWas(Generators draw) {
    int different = draw.pick(java.util.List.of(1, 2, 255, 256, 257, 5_000));
    int n = draw.between(0, 3_000);
    double[] expected = new double[n];
    Scores scores = new Scores();
    for (int i = 0; i < n; i++) {
      expected[i] = draw.between(0, different) / 7.0 * (draw.oneIn(2) ? -1 : 1);
      scores.add(expected[i]);
    }
    assertThat(scores.size()).isEqualTo(n);
    assertThat(scores.toArray()).isEqualTo(expected);
  }

  @Test
  void clustersAreNumberedInTheOrderInWhichTheyAreMet() {
    ClusterCodes codes = new ClusterCodes();
    Map<String, Integer> simple = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String name = i % 5 == 0 ? "patient " + i / 50 : "p" + (i * 31 % 7_001);
      assertThat(codes.of(name))
          .as(name)
          .isEqualTo(simple.computeIfAbsent(name, key -> simple.size()));
    }
    assertThat(codes.of("")).isEqualTo(simple.size());
  }
}
