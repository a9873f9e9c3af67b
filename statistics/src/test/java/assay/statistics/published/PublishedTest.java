package assay.statistics.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.interval.BinomialInterval;
import assay.statistics.published.Grim.Unit;
import assay.statistics.published.IntervalRecognition.Match;
import assay.statistics.test.SignTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked cases are printed in papers; the properties are checked by printing and reading. */
class PublishedTest {

  private static PrintedNumber printed(String text) {
    return PrintedNumber.of(text);
  }

  private static List<String> methods(String share, long n, String lower, String upper) {
    return IntervalRecognition.matches(
            printed(share), Unit.PERCENT, n, printed(lower), printed(upper), 0.95)
        .stream()
        .map(Match::method)
        .distinct()
        .toList();
  }

  @Test
  void percentagesThatCannotComeFrom200CanFrom198() {
    List<PrintedNumber> both = List.of(printed("83.84"), printed("77.27"));
    for (PrintedNumber share : both) {
      assertThat(Grim.isPossible(share, Unit.PERCENT, 200)).isFalse();
    }
    assertThat(Grim.counts(both.get(0), Unit.PERCENT, 198).only()).hasValue(166);
    assertThat(Grim.counts(both.get(1), Unit.PERCENT, 198).only()).hasValue(153);
    assertThat(Grim.sizes(both, Unit.PERCENT, 190, 210)).containsExactly(198);
  }

  @Test
  void percentagesGiveTheirCounts() {
    String[] shares = {"45.82", "31.09", "17.79"};
    long[] counts = {510, 346, 198};
    for (int i = 0; i < shares.length; i++) {
      assertThat(Grim.counts(printed(shares[i]), Unit.PERCENT, 1113).only()).hasValue(counts[i]);
    }
  }

  @Test
  void intervalsShowTheirMethod() {
    assertThat(methods("61", 934, "58", "64")).contains("wilson");
    List<Match> of80 =
        IntervalRecognition.matches(
            printed("80"), Unit.PERCENT, 69, printed("68"), printed("88"), 0.95);
    assertThat(of80)
        .contains(new Match("clopper-pearson", 55))
        .noneMatch(m -> m.method().equals("wilson"));
    List<Match> of58 =
        IntervalRecognition.matches(
            printed("58"), Unit.PERCENT, 69, printed("45"), printed("70"), 0.95);
    assertThat(of58)
        .contains(new Match("clopper-pearson", 40))
        .noneMatch(m -> m.method().equals("wilson"));
    assertThat(methods("80", 69, "69", "88")).contains("wilson").doesNotContain("clopper-pearson");
    assertThat(methods("58", 69, "46", "69")).contains("wilson").doesNotContain("clopper-pearson");
    assertThat(methods("58", 69, "10", "99")).isEmpty();
  }

  @Test
  void everyMethodIsRecognisedFromItsOwnBounds() {
    Random random = new Random(9);
    for (int round = 0; round < 40; round++) {
      long n = 5 + random.nextInt(500);
      long k = random.nextInt((int) n + 1);
      for (BinomialInterval method : BinomialInterval.all()) {
        var bounds = method.interval(k, n, 0.95);
        List<Match> matches =
            IntervalRecognition.matches(
                print((double) k / n, 4),
                Unit.SHARE,
                n,
                print(bounds.lower(), 4),
                print(bounds.upper(), 4),
                0.95);
        assertThat(matches).contains(new Match(method.id(), k));
      }
    }
    assertThat(
            IntervalRecognition.matches(
                printed("0.10"), Unit.SHARE, 10, printed("-0.09"), printed("0.29"), 0.95))
        .contains(new Match("wald", 1));
    assertThat(
            IntervalRecognition.matches(
                printed("0.50"), Unit.SHARE, 10, printed("0.12"), printed("0.88"), 0.95))
        .contains(new Match("t", 5));
  }

  private static PrintedNumber print(double value, int decimals) {
    return new PrintedNumber(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  @Test
  void whatCanBePrintedIsPossibleInEveryRounding() {
    for (long n = 1; n <= 60; n++) {
      for (long k = 0; k <= n; k++) {
        BigDecimal exact = BigDecimal.valueOf(100 * k);
        for (RoundingMode mode :
            new RoundingMode[] {
              RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN
            }) {
          PrintedNumber share = new PrintedNumber(exact.divide(BigDecimal.valueOf(n), 1, mode));
          long own = k;
          assertThat(Grim.counts(share, Unit.PERCENT, n).stream()).anyMatch(c -> c == own);
        }
      }
    }
    assertThat(Grim.counts(printed("104.0"), Unit.PERCENT, 50).isEmpty()).isTrue();
    assertThat(Grim.counts(printed("-3"), Unit.PERCENT, 50).isEmpty()).isTrue();
    assertThat(Grim.counts(printed("0.5"), Unit.SHARE, 3).only()).isEmpty();
    assertThat(Grim.counts(printed("1"), Unit.SHARE, 3).stream()).containsExactly(3L);
  }

  /** 13 wins of 18 is p = 0.096. */
  @Test
  void winsHaveAP() {
    assertThat(printed("0.096").couldBe(SignTest.test(13, 5).p())).isTrue();
  }

  @Test
  void partsMissTheirWholeByRounding() {
    List<PrintedNumber> parts = Stream.of("12.1", "49.8", "38.2").map(PrintedNumber::of).toList();
    BigDecimal hundred = BigDecimal.valueOf(100);
    assertThat(PrintedParts.of(parts, hundred))
        .isEqualTo(
            new PrintedParts(
                new BigDecimal("100.1"),
                List.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN)));
    parts = Stream.of("12.1", "49.8", "38.4").map(PrintedNumber::of).toList();
    assertThat(PrintedParts.of(parts, hundred).isPossible()).isFalse();
  }

  @Test
  void differencesNeedTheirDiscordance() {
    // 70 against 60 of 100: not significant on different items, nor paired if they differ much.
    PrintedDifference difference = new PrintedDifference(70, 60, 100);
    assertThat(difference.unpairedP()).isBetween(0.17, 0.19);
    assertThat(difference.leastDiscordant()).isEqualTo(10);
    assertThat(difference.mostDiscordant()).isEqualTo(70);
    assertThat(difference.pairedP(10)).isLessThan(0.01);
    long largest = difference.largestSignificantDiscordance(0.95).orElseThrow();
    assertThat(difference.pairedP(largest)).isLessThanOrEqualTo(0.05);
    assertThat(difference.pairedP(largest + 2)).isGreaterThan(0.05);
    assertThat(new PrintedDifference(5, 2, 100).largestSignificantDiscordance(0.95)).isEmpty();
    assertThat(new PrintedDifference(5, 5, 100).largestSignificantDiscordance(0.95)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> difference.pairedP(11))
        .withMessage("discordant 11 and difference 10; expected both even or both odd");
  }

  @Test
  void gainsArePointsOrRelative() {
    PrintedNumber before = printed("40.0");
    PrintedNumber after = printed("50.0");
    assertThat(PrintedGain.of(before, after, printed("10.0")))
        .isEqualTo(new PrintedGain(true, false));
    assertThat(PrintedGain.of(before, after, printed("25.0")))
        .isEqualTo(new PrintedGain(false, true));
    assertThat(PrintedGain.of(before, after, printed("12")))
        .isEqualTo(new PrintedGain(false, false));
    assertThat(PrintedGain.of(printed("98"), printed("99"), printed("1")))
        .isEqualTo(new PrintedGain(true, true));
    assertThat(PrintedGain.of(printed("0"), printed("5"), printed("5")))
        .isEqualTo(new PrintedGain(true, false));
    assertThat(PrintedGain.of(printed("50"), printed("-5"), printed("-110")).isRelative()).isTrue();
  }

  @Test
  void numbersKeepTheirDecimals() {
    assertThat(printed(" 83.80 ").halfUnit()).isEqualByComparingTo("0.005");
    assertThat(PrintedNumber.of(83.8, 2)).isEqualTo(printed("83.80"));
    assertThat(PrintedNumber.of(61, 0)).hasToString("61");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> printed("6I"))
        .withMessage("'6I' is no number; expected one such as 83.84");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintedNumber.of(1.25, 1))
        .withMessage("1.25 has more than 1 decimals");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grim.isPossible(printed("5"), Unit.PERCENT, 0))
        .withMessage("n 0 is outside [1, 9223372036854775807]");
  }

  @Test
  void partsThatMissByAHalfEachNeedARuleForHalves() {
    BigDecimal hundred = BigDecimal.valueOf(100);
    assertThat(rules("50", "49", hundred)).containsExactly(RoundingMode.HALF_DOWN);
    assertThat(rules("50", "51", hundred)).containsExactly(RoundingMode.HALF_UP);
    assertThat(rules("50", "48", new BigDecimal("99")))
        .containsExactly(RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN);
    assertThat(rules("50", "50", new BigDecimal("100"))).hasSize(3);
    assertThat(rules("50", "48", hundred)).isEmpty();
  }

  private static List<RoundingMode> rules(String one, String other, BigDecimal whole) {
    return PrintedParts.of(List.of(printed(one), printed(other)), whole).rules();
  }

  /** 0.05^(1/20) = 0.8609. */
  @Test
  void oneSidedBoundsOfNoneAndAllAreKnown() {
    assertThat(methods("100", 20, "86.1", "100")).containsExactly("clopper-pearson-one-sided");
    assertThat(methods("0", 20, "0", "13.9")).containsExactly("clopper-pearson-one-sided");
    assertThat(methods("50", 20, "30.2", "100")).isEmpty();
    assertThat(
            IntervalRecognition.matches(
                printed("50"), Unit.PERCENT, 20, printed("27.2"), null, 0.95))
        .containsExactly(new Match("clopper-pearson", 10));
    assertThat(
            IntervalRecognition.matches(
                printed("50"), Unit.PERCENT, 20, null, printed("69.8"), 0.95))
        .containsExactly(new Match("clopper-pearson-one-sided", 10));
  }

  /** Nothing is claimed that does not hold for every pair of counts: all of them are tried. */
  @Test
  void whatIsSaidOfADifferenceHoldsForAllCountsThatArePrintedSo() {
    Random random = new Random(21);
    for (int round = 0; round < 60; round++) {
      long n = 150 + random.nextInt(500);
      PrintedComparison comparison =
          new PrintedComparison(
              Grim.counts(printed("" + (3 + random.nextInt(95))), Unit.PERCENT, n),
              Grim.counts(printed("" + (3 + random.nextInt(95))), Unit.PERCENT, n),
              n);
      double least = 1;
      double most = 0;
      long fewest = n;
      long largest = 0;
      boolean always = true;
      boolean ever = false;
      long surely = comparison.surelySignificantTo(0.95).orElse(-1);
      long perhaps = comparison.perhapsSignificantTo(0.95).orElse(-1);
      for (long first : comparison.first().stream().toArray()) {
        for (long second : comparison.second().stream().toArray()) {
          PrintedDifference pair = new PrintedDifference(first, second, n);
          least = Math.min(least, pair.unpairedP());
          most = Math.max(most, pair.unpairedP());
          fewest = Math.min(fewest, pair.leastDiscordant());
          largest = Math.max(largest, pair.mostDiscordant());
          for (long m = pair.leastDiscordant(); m <= pair.mostDiscordant(); m += 2) {
            boolean significant = pair.pairedP(m) <= 0.05;
            always &= significant;
            ever |= significant;
            assertThat(significant || m > surely).isTrue();
            assertThat(significant && m > perhaps).isFalse();
          }
        }
      }
      assertThat(comparison.leastUnpairedP()).isCloseTo(least, within(1e-12));
      assertThat(comparison.mostUnpairedP()).isCloseTo(most, within(1e-12));
      assertThat(comparison.leastDiscordant()).isEqualTo(fewest);
      assertThat(comparison.mostDiscordant()).isEqualTo(largest);
      assertThat(comparison.paired(0.95))
          .isEqualTo(
              always
                  ? PrintedComparison.Answer.YES
                  : ever ? PrintedComparison.Answer.CANNOT_BE_TOLD : PrintedComparison.Answer.NO);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrintedComparison(new Grim.Counts(3, 2), new Grim.Counts(4, 5), 20))
        .withMessageStartingWith("no count is printed so: Counts[least=3, most=2]");
  }
}
