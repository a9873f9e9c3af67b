package assay.evaluation.plan;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a trial of the plan is not put to the reader. The id stands in run files and in every count;
 * what it means for numbers is said here alone.
 */
public enum SkipReason {
  /** A {@code --limit} drew other samples: chance left this one out. */
  LIMIT("limit", Meaning.DRAWN),
  /** Another part of a divided plan holds it, by the hash of its id. */
  SHARD("shard", Meaning.DRAWN),
  /** It was not among the samples that somebody named. */
  SAMPLE_IDS("sample-ids", Meaning.CHOSEN),
  /** The budget was spent before its turn came; a larger one puts it still. */
  BUDGET("budget", Meaning.UNFINISHED),
  /** The recording says of itself that it is a part, and does not hold it. */
  NOT_RECORDED("not in the partial recording", Meaning.NOT_RECORDED);

  private final String id;
  private final Meaning meaning;

  /** What it means for a result that such a trial is not in it. */
  public enum Meaning {
    /** The rest is a random sample of the whole. */
    DRAWN,
    /** A person picked the rest: nothing says what it stands for. */
    CHOSEN,
    /** It belongs to the result and is missing, as a failed one is. */
    UNFINISHED,
    /** Nobody ever asked it here, and nothing says why. */
    NOT_RECORDED
  }

  SkipReason(String id, Meaning meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  /** As run files and counts have it. */
  public String id() {
    return id;
  }

  /** What it means for results. */
  public Meaning meaning() {
    return meaning;
  }

  /** Whether whoever ran it left it out, and not the recording. */
  public boolean isOurs() {
    return meaning != Meaning.NOT_RECORDED;
  }

  /** Whether it was never to be asked: its want is no failure, and no bound allows for it. */
  public boolean isLeftOut() {
    return meaning != Meaning.UNFINISHED;
  }

  /** The reason of an id; empty where there is none. */
  public static Optional<SkipReason> byId(String id) {
    return Arrays.stream(values()).filter(reason -> reason.id.equals(id)).findFirst();
  }
}
