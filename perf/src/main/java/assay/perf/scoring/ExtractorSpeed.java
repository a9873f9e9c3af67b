package assay.perf.scoring;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.reading.Extractors;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How many replies an extractor reads a second, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExtractorSpeed {

  private static final int REPLIES = 1200;

  /** The extractor's name. */
  @Param("layered")
  public String extractor = "";

  private List<Reply> replies = List.of();
  private Extractor rule = Extractors.standard().all().getFirst();
  private Presented presented = StoredReplies.presented(AnswerKind.CHOICE);

  /** Before anything is measured. */
  @Setup
  public void prepare() {
    replies = StoredReplies.replies(REPLIES);
    rule = Extractors.standard().byName(extractor);
    presented = StoredReplies.presented(kind(rule));
  }

  /** Choice where the rule is meant for it, else the first kind that it is meant for. */
  static AnswerKind kind(Extractor rule) {
    return rule.kinds().contains(AnswerKind.CHOICE)
        ? AnswerKind.CHOICE
        : rule.kinds().stream().min(Enum::compareTo).orElse(AnswerKind.TEXT);
  }

  /** Reads all replies. */
  @Benchmark
  @OperationsPerInvocation(REPLIES)
  public void read(Blackhole sink) {
    for (Reply reply : replies) {
      sink.consume(rule.read(reply, presented));
    }
  }
}
