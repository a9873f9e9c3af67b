package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewcombeIntervalTest {

  @Test
  void unpairedAgreesWithStatsmodels() {
    for (FixtureRow row : References.of("newcombe-statsmodels.tsv")) {
      Interval interval =
          NewcombeUnpairedInterval.interval(
              References.count(row, "successes1"),
              References.count(row, "n1"),
              References.count(row, "successes2"),
              References.count(row, "n2"),
              row.number("level"));
      assertNear(interval.lower(), row.number("lower"), row);
      assertNear(interval.upper(), row.number("upper"), row);
    }
  }

  @Test
  void pairedAgreesWithR() {
    for (FixtureRow row : References.of("newcombe-paired-r.tsv")) {
      Interval interval =
          NewcombePairedInterval.interval(
              new PairedCounts(
                  References.count(row, "both"),
                  References.count(row, "first_only"),
                  References.count(row, "second_only"),
                  References.count(row, "neither")),
              row.number("level"));
      assertNear(interval.lower(), row.number("lower"), row);
      assertNear(interval.upper(), row.number("upper"), row);
    }
  }

  @Test
  void exchangingTheTwoChangesTheSign() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      PairedCounts counts =
          new PairedCounts(
              random.nextInt(40), random.nextInt(9), random.nextInt(9), random.nextInt(40));
      Interval paired = NewcombePairedInterval.interval(counts, 0.9);
      Interval swapped = NewcombePairedInterval.interval(counts.swapped(), 0.9);
      assertNear(-swapped.upper(), paired.lower(), counts);
      assertNear(-swapped.lower(), paired.upper(), counts);
      assertThat(paired.lower()).isBetween(-1.0, 1.0);
      if (counts.n() > 0) {
        double difference = ((double) counts.firstOnly() - counts.secondOnly()) / counts.n();
        assertThat(paired.contains(difference)).as("%s", counts).isTrue();
      }
      assertThat(NewcombePairedInterval.interval(counts, 0.95).contains(paired)).isTrue();
      Interval unpaired =
          NewcombeUnpairedInterval.interval(
              counts.both(), counts.both() + 3, counts.neither(), counts.neither() + 5, 0.9);
      Interval reversed =
          NewcombeUnpairedInterval.interval(
              counts.neither(), counts.neither() + 5, counts.both(), counts.both() + 3, 0.9);
      assertNear(-reversed.upper(), unpaired.lower(), counts);
      assertNear(-reversed.lower(), unpaired.upper(), counts);
    }
  }

  @Test
  void doublingTheItemsNarrows() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      PairedCounts counts =
          new PairedCounts(
              random.nextInt(40), random.nextInt(9), random.nextInt(9), 1 + random.nextInt(40));
      assertThat(NewcombePairedInterval.interval(counts.plus(counts), 0.95).width())
          .as("%s", counts)
          .isLessThan(NewcombePairedInterval.interval(counts, 0.95).width());
    }
  }

  @Test
  void nothingIsKnownWithoutItems() {
    assertThat(NewcombePairedInterval.interval(new PairedCounts(0, 0, 0, 0), 0.95))
        .isEqualTo(new Interval(-1, 1, 0.95, "newcombe-paired"));
    assertThat(NewcombeUnpairedInterval.interval(3, 5, 0, 0, 0.95))
        .isEqualTo(new Interval(-1, 1, 0.95, "newcombe-unpaired"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewcombeUnpairedInterval.interval(3, 5, 7, 6, 0.95))
        .withMessage("successes 7 is outside [0, 6]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewcombePairedInterval.interval(new PairedCounts(0, 0, 0, 0), 2))
        .withMessage("level 2.0 is outside (0, 1)");
  }
}
