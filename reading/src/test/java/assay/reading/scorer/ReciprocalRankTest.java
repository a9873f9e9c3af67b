package assay.reading.scorer;

class ReciprocalRankTest extends ScorerContract {

  ReciprocalRankTest() {
    super("reciprocal-rank");
  }

  /** A reference that holds a comma is two items of an answer. */
  @Override
  boolean reachesItsBest() {
    return false;
  }
}
