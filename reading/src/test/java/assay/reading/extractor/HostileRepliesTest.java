package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No reply makes a rule throw, hang or take memory without bound. Ten megabytes of what makes
 * careless parsers go back and forth are read by every rule: a rule of quadratic time would take
 * days over them. What a rule allocates grows as its reply does, not faster.
 */
class HostileRepliesTest {

  private static final int TEN_MEGABYTES = 10 << 20;

  /** Pieces that are repeated; the last mixes them all. */
  private static final List<String> PIECES =
      List.of(
          "[{(\"<",
          "\u202e\u2067א(\u2069",
          "\ud83e",
          "the answer is not (A), but B. ",
          "{\"answer\": \"",
          "\\boxed{<answer>#### 1/2-3 mm ",
          "12/3/2021 to 5 cm, ");

  @ParameterizedTest
  @MethodSource("rules")
  void tenMegabytesAreRead(String name) {
    Extractor rule = Extractors.standard().byName(name);
    for (String piece : PIECES) {
      String text = piece.repeat(TEN_MEGABYTES / piece.length());
      Presented presented = presented(rule.kinds().iterator().next());
      assertThat(rule.read(Reply.of(text), presented)).as(piece).isNotNull();
    }
  }

  /**
   * Four times the reply takes at most six times the memory, and no more than 400 times its own.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void whatIsAllocatedGrowsAsTheReplyDoes(String name) {
    Extractor rule = Extractors.standard().byName(name);
    for (String piece : PIECES) {
      for (AnswerKind kind : rule.kinds()) {
        allocated(rule, kind, piece, 1 << 12);
        long little = allocated(rule, kind, piece, 1 << 16);
        long much = allocated(rule, kind, piece, 1 << 18);
        assertThat(much)
            .as("%s, %s, %s: %d bytes, then %d", name, kind, piece, little, much)
            .isLessThan(6 * little + (1 << 20))
            .isLessThan(400L * (1 << 18) + (1 << 20));
      }
    }
  }

  @SeededTest(count = 150)
  void anyMixtureIsReadTheSameWayTwice(Generators draw) {
    StringBuilder text = new StringBuilder();
    int pieces = draw.between(1, 40);
    for (int i = 0; i < pieces; i++) {
      text.append(draw.oneIn(3) ? draw.text() : draw.pick(PIECES));
    }
    Reply reply = Reply.of(text.toString());
    for (Extractor rule : Extractors.standard().all()) {
      for (AnswerKind kind : rule.kinds()) {
        Reading first = rule.read(reply, presented(kind));
        assertThat(rule.read(reply, presented(kind))).isEqualTo(first);
      }
    }
  }

  static List<String> rules() {
    return Extractors.standard().names();
  }

  private static long allocated(Extractor rule, AnswerKind kind, String piece, int length) {
    Reply reply = Reply.of(piece.repeat(length / piece.length()));
    Presented presented = presented(kind);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Reading reading = rule.read(reply, presented);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(reading).isNotNull();
    return after - before;
  }

  private static Presented presented(AnswerKind kind) {
    boolean offers = kind == AnswerKind.CHOICE || kind == AnswerKind.LABELS;
    List<Option> options =
        offers
            ? List.of(
                new Option("A", "5 cm"), new Option("B", "the answer"), new Option("C", "not (A)"))
            : List.of();
    return new Presented(kind, "Which is it, A or B?", options, List.of(), null, "en");
  }
}
