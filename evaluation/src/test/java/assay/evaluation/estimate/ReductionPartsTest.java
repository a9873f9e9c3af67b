package assay.evaluation.estimate;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.in;
import static assay.evaluation.support.SmallBenchmark.ofPatient;
import static assay.evaluation.support.SmallBenchmark.sample;
import static assay.evaluation.support.SmallBenchmark.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Target;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Estimates of parts: slices, subsets, kinds. */
class ReductionPartsTest extends ReductionCase {

  @Test
  void slicesAreGivenApartAndRolledUp() {
    SmallBenchmark small =
        SmallBenchmark.ofChoices()
            .slices("modality")
            .add(
                tagged(choice("q1", "A"), "modality", "mri/t1"),
                tagged(choice("q2", "A"), "modality", "mri/t2"),
                tagged(choice("q3", "A"), "modality", "ct", "mri/t1"),
                choice("q4", "A"));
    List<Estimate> estimates =
        new ScoredRun(
                small, replies("q1", "read A", "q2", "read B", "q3", "read A", "q4", "read B"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.slice() + " " + e.n() + " " + e.value() + " " + e.headline())
        .containsExactly(
            "{} 4 0.5 true",
            "{modality=ct} 1 1.0 false",
            "{modality=mri} 3 " + 2 / 3.0 + " false",
            "{modality=mri/t1} 2 1.0 false",
            "{modality=mri/t2} 1 0.0 false");
  }

  @Test
  void subsetsAreGivenApartWithTheirUnweightedMean() {
    SmallBenchmark small =
        SmallBenchmark.ofChoices()
            .subsets("b", "a")
            .add(in("a", choice("q1", "A")), in("b", choice("q2", "A")))
            .add(in("b", choice("q3", "A")), in("b", choice("q4", "A")));
    List<Estimate> estimates =
        new ScoredRun(
                small, replies("q1", "read A", "q2", "read A", "q3", "read B", "q4", "read B"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.subset() + " " + e.value())
        .containsExactly("null 0.5", "b " + 1 / 3.0, "a 1.0");
    Estimate.SubsetMean mean = estimates.getFirst().subsetMean();
    assertThat(mean.value()).isCloseTo(2 / 3.0, within(1e-15));
    // by hand from the subsets' intervals, see Zou and Donner
    double below = Math.hypot(1 / 3.0 - estimates.get(1).lower(), 1 - estimates.get(2).lower()) / 2;
    double above = Math.hypot(estimates.get(1).upper() - 1 / 3.0, estimates.get(2).upper() - 1) / 2;
    assertThat(mean.lower()).isCloseTo(2 / 3.0 - below, within(1e-12));
    assertThat(mean.upper()).isCloseTo(2 / 3.0 + above, within(1e-12));
    double first = estimates.get(1).detectable();
    double second = estimates.get(2).detectable();
    assertThat(mean.detectable()).isCloseTo(Math.hypot(first, second) / 2, within(1e-12));
    assertThat(estimates.get(1).subsetMean()).isNull();
  }

  /** Translations answered alike say nothing new: their mean is known as well as one of them. */
  @Test
  void clustersAcrossSubsetsWidenTheirMean() {
    SmallBenchmark apart = SmallBenchmark.ofChoices().subsets("a", "b");
    SmallBenchmark across = SmallBenchmark.ofChoices().subsets("a", "b");
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String answer = i % 4 == 0 ? "read B" : "read A";
      for (String subset : List.of("a", "b")) {
        String id = subset + i;
        apart.add(in(subset, choice(id, "A")));
        across.add(ofPatient(in(subset, choice(id, "A")), "q" + i));
        said.addAll(List.of(id, answer));
      }
    }
    Map<String, String> replies = replies(said.toArray(new String[0]));
    List<Estimate> alone = new ScoredRun(apart, replies).results(path()).estimates();
    List<Estimate> together = new ScoredRun(across, replies).results(path()).estimates();

    Estimate part = together.get(1);
    Estimate.SubsetMean mean = together.getFirst().subsetMean();
    assertThat(mean.value()).isEqualTo(0.75);
    assertThat(mean.lower()).isCloseTo(part.lower(), within(1e-12));
    assertThat(mean.upper()).isCloseTo(part.upper(), within(1e-12));
    Estimate.SubsetMean narrow = alone.getFirst().subsetMean();
    assertThat(narrow.lower())
        .isCloseTo(0.75 - (0.75 - part.lower()) / Math.sqrt(2), within(1e-12));
  }

  @Test
  void kindsAreGivenTogetherAndApart() {
    SmallBenchmark mixed =
        SmallBenchmark.empty()
            .choices(2)
            .add(sample("y1", new Target.YesNo(true)), sample("y2", new Target.YesNo(false)));
    List<Estimate> estimates =
        new ScoredRun(
                mixed, replies("q1", "read =1", "q2", "read =1", "y1", "read =1", "y2", "read =0"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.slice() + " " + e.n() + " " + e.value() + " " + e.headline())
        .containsExactly(
            "{} 4 0.75 true", "{kind=choice} 2 1.0 false", "{kind=yes-no} 2 0.5 false");
    assertThat(estimates).extracting(Estimate::chance).containsExactly(0.375, 0.25, 0.5);
  }

  @Test
  void manySlicesAndRulesTakeTimeInProportion() {
    SmallBenchmark small = SmallBenchmark.ofChoices().slices("id");
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      small.add(tagged(choice("q" + i, "A"), "id", "value " + i));
      said.addAll(List.of("q" + i, "read A"));
    }
    assertThat(
            new ScoredRun(small, replies(said.toArray(new String[0])))
                .extractors("a", "b", "c")
                .results(path())
                .estimates())
        .hasSize(9_003);
  }
}
