package assay.evaluation.claim;

import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.evaluation.estimate.FewClusters;
import assay.evaluation.estimate.FewSamples;
import assay.evaluation.plan.SkipReason;
import assay.statistics.Observations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is to be known of a reader's samples besides what they came to, in sentences. */
final class Remarks {

  private Remarks() {}

  /** Of the reader in a role. */
  static List<String> of(String role, Side side) {
    Collection<SampleOutcome> samples = side.samples().values();
    List<String> remarks = new ArrayList<>();
    Observations values = Bounds.observations(Asked.scored(side), SampleOutcome::value);
    if (FewClusters.are(Bounds.clusters(values))) {
      remarks.add(FewClusters.WARNING);
    }
    if (FewSamples.are(values.n(), Bounds.clusters(values))) {
      remarks.add(FewSamples.WARNING);
    }
    long partial = samples.stream().filter(SampleOutcome::isPartial).count();
    if (partial > 0) {
      remarks.add(
          counted(partial)
              + " of the questions to "
              + role
              + (partial == 1 ? " has" : " have")
              + " an outcome from some of the trials only; the bounds allow for the others.");
    }
    long asked = samples.stream().filter(SampleOutcome::isAsked).count();
    if (asked < samples.size()) {
      remarks.add(
          role
              + " was asked "
              + counted(asked)
              + " of "
              + counted(samples.size())
              + " questions"
              + why(samples));
    }
    return remarks;
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String why(Collection<SampleOutcome> samples) {
    Set<SkipReason.Meaning> meanings = EnumSet.noneOf(SkipReason.Meaning.class);
    for (SampleOutcome sample : samples) {
      if (sample.leftOut() != null) {
        meanings.add(sample.leftOut().meaning());
      }
    }
    StringBuilder why = new StringBuilder();
    for (SkipReason.Meaning meaning : meanings) {
      why.append(
          switch (meaning) {
            case DRAWN -> "; a limit or a shard left others out at random";
            case CHOSEN ->
                "; they were named one by one (--sample-ids), and no bound allows for that choice";
            case NOT_RECORDED -> "; others are not in the partial recording, and nothing says why";
            case UNFINISHED -> "";
          });
    }
    return why.append('.').toString();
  }
}
