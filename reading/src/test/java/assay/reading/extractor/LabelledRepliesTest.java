package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.measure.Extractor;
import assay.reading.Extractors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replies labelled by hand: how often the default rule reads what a careful reader reads. */
class LabelledRepliesTest {

  private static final Extractor LAYERED = Extractors.standard().byName("layered");

  private static final Extractor LETTERS = Extractors.standard().byName("letters");

  /** Traps that the files must hold, by the group or the words of the reply. */
  private static final List<String> TRAPS =
      List.of(
          "The image is abnormal.",
          "There is no pneumothorax.",
          "A mass.",
          "Hepatitis B is a viral disease",
          "Yes, there is no doubt.",
          "I notice",
          "The answer is A. Wait, that is wrong.",
          "D. Ventricular tachycardia.",
          "<think>The answer is B.",
          "I cannot answer this question.");

  @Test
  void theDefaultRuleReadsAsACarefulReader() {
    ReadingQuality quality = ReadingQuality.of(LAYERED, LabelledReply.development());
    assertThat(quality.precision()).as(report(quality)).isGreaterThanOrEqualTo(0.99);
    assertThat(quality.coverage()).as(report(quality)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theDefaultRuleReadsRepliesItWasNotMadeWith() {
    ReadingQuality quality = ReadingQuality.of(LAYERED, LabelledReply.heldOut());
    assertThat(quality.precision()).as(report(quality)).isGreaterThanOrEqualTo(0.95);
    assertThat(quality.coverage()).as(report(quality)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theDefaultRuleReadsTheRepliesOfStrangers() {
    ReadingQuality unseen = ReadingQuality.of(LAYERED, LabelledReply.unseen());
    assertThat(unseen.precision()).as(report(unseen)).isGreaterThanOrEqualTo(0.99);
    ReadingQuality strangers = ReadingQuality.of(LAYERED, LabelledReply.strangers());
    assertThat(strangers.precision()).as(report(strangers)).isGreaterThanOrEqualTo(0.99);
    assertThat(strangers.coverage()).as(report(strangers)).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void theRuleForSeveralReadsAsACarefulReader() {
    ReadingQuality quality =
        ReadingQuality.of(
            LETTERS,
            LabelledReply.development().stream().filter(LabelledReply::asksForSet).toList());
    assertThat(quality.replies()).isGreaterThanOrEqualTo(60);
    assertThat(quality.precision()).as(report(quality)).isGreaterThanOrEqualTo(0.99);
    assertThat(quality.coverage()).as(report(quality)).isGreaterThanOrEqualTo(0.95);
  }

  /**
   * Where one option is right, the rule for several takes that one or none; where a reply names two
   * to a question that has one, which is unreadable, it takes both.
   */
  @Test
  void theRuleForSeveralTakesNoOtherOption() {
    List<String> otherwise =
        Stream.of(LabelledReply.development(), LabelledReply.heldOut(), LabelledReply.unseen())
            .flatMap(List::stream)
            .filter(reply -> reply.kind() == AnswerKind.CHOICE)
            .filter(reply -> isOtherwise(reply.readBy(LETTERS), reply))
            .map(LabelledReply::toString)
            .toList();
    assertThat(otherwise).isEmpty();
  }

  private static boolean isOtherwise(String read, LabelledReply reply) {
    boolean nothing = List.of("unreadable", "refused", "truncated").contains(read);
    boolean two = read.contains("+") && !reply.readable() && !reply.asksForSet();
    return !nothing && !two && !read.equals(reply.expected());
  }

  @Test
  void thereAreManyRepliesAndEveryNamedTrap() {
    List<LabelledReply> all =
        Stream.concat(LabelledReply.development().stream(), LabelledReply.heldOut().stream())
            .toList();
    assertThat(LabelledReply.development()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(LabelledReply.heldOut()).hasSizeGreaterThanOrEqualTo(120);
    for (String trap : TRAPS) {
      assertThat(all).as(trap).anyMatch(reply -> reply.reply().contains(trap));
    }
    assertThat(all.stream().map(LabelledReply::language).distinct().count()).isGreaterThan(12);
  }

  @Test
  void noReplyStandsTwice() {
    Set<String> seen = new HashSet<>();
    Stream.concat(LabelledReply.development().stream(), LabelledReply.heldOut().stream())
        .forEach(
            reply ->
                assertThat(
                        seen.add(
                            reply.kind()
                                + reply.language()
                                + "|"
                                + reply.question()
                                + reply.options()
                                + reply.reply()))
                    .as(reply.toString())
                    .isTrue());
  }

  private static String report(ReadingQuality quality) {
    return "%d replies, %d readable, %d read, %d right; not as labelled:%n%s"
        .formatted(
            quality.replies(),
            quality.readable(),
            quality.read(),
            quality.right(),
            String.join("\n", quality.differences()).replace("%", "%%"));
  }
}
