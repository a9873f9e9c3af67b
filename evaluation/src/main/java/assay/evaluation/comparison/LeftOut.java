package assay.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of which nothing could be scored, so that there is nothing to compare: the others of
 * several are compared without it.
 *
 * @param address the part as the user named it
 * @param model name of the reader; null where the run holds several
 * @param reason why it is left out
 * @param remedy what to do about it
 */
public record LeftOut(String address, @Nullable String model, String reason, String remedy) {

  /** A side none of whose samples has a score, with what became of them; empty where one has. */
  public static Optional<LeftOut> of(Side side) {
    if (side.scored() > 0) {
      return Optional.empty();
    }
    Map<SampleOutcome.Status, Integer> counts = new LinkedHashMap<>();
    for (SampleOutcome.Status status : SampleOutcome.Status.values()) {
      counts.put(status, 0);
    }
    side.samples().values().forEach(sample -> counts.merge(sample.status(), 1, Integer::sum));
    List<String> became = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    counts.forEach(
        (status, count) -> {
          if (count > 0) {
            became.add(count + " " + words(status));
            remedies.add(remedy(status));
          }
        });
    int all = side.samples().size();
    return Optional.of(
        new LeftOut(
            side.address(),
            side.model(),
            "of its "
                + all
                + (all == 1 ? " question" : " questions")
                + " none has a score: "
                + String.join(", ", became),
            String.join("; ", remedies)));
  }

  private static String words(SampleOutcome.Status status) {
    return switch (status) {
      case SCORED -> "scored";
      case FAILED -> "failed or still to be asked";
      case UNRECORDED -> "not in the recording";
      case UNDEFINED -> "with an answer whose score is undefined";
      case NOT_ASKED -> "not to be asked";
    };
  }

  private static String remedy(SampleOutcome.Status status) {
    return switch (status) {
      case SCORED -> "";
      case FAILED ->
          "'assay show RUN --items failed' says what failed, 'assay resume RUN' asks again";
      case UNRECORDED -> "give the recording of these questions";
      case UNDEFINED -> "'assay show RUN' says why, 'assay score RUN --scorer …' scores otherwise";
      case NOT_ASKED -> "run it without the limit that left them out";
    };
  }
}
