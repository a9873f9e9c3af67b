package assay.datasets.recording;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Stated;
import assay.core.exchange.Usage;
import assay.datasets.spill.KeyedRecords;
import assay.datasets.spill.RecordReader;
import assay.datasets.spill.RecordWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Recorded answers by sample and epoch. Many of them lie in a private temporary file, so that the
 * memory they take hardly grows with them. Safe for several threads.
 */
public final class KeptAnswers implements AutoCloseable {

  /** No run has more epochs. */
  public static final int MOST_EPOCHS = 10_000;

  private final KeyedRecords records = new KeyedRecords();
  private int epochs = 1;

  /**
   * Where and in what file of logs an answer stands, for messages.
   *
   * @param task what was asked, or nothing
   * @param place file and line
   */
  public record Place(String task, String place) {}

  /** How many epochs there are: the highest of any answer, at least 1. */
  public synchronized int epochs() {
    return epochs;
  }

  /**
   * Keeps an answer unless there is one of this sample and epoch.
   *
   * @param error why there was no reply, or null
   * @return where the other one stands, or empty
   */
  public synchronized Optional<Place> put(
      String sampleId, int epoch, Reply reply, @Nullable String error, Place place) {
    RecordWriter record = write(sampleId, epoch, reply, error, place);
    int number = records.add(record);
    if (number < 0) {
      RecordReader earlier = records.read(-number - 1);
      return Optional.of(new Place(earlier.required(), earlier.required()));
    }
    epochs = Math.max(epochs, epoch);
    return Optional.empty();
  }

  /** Keeps an answer in the place of the one of this sample and epoch. */
  synchronized void replace(
      String sampleId, int epoch, Reply reply, @Nullable String error, Place place) {
    records.replace(
        records.find(key(sampleId, epoch)), write(sampleId, epoch, reply, error, place));
  }

  /** Whether there is an answer of a sample, or a failure, in any epoch. */
  boolean has(String sampleId) {
    for (int epoch = 1; epoch <= epochs(); epoch++) {
      if (records.find(key(sampleId, epoch)) != KeyedRecords.NONE) {
        return true;
      }
    }
    return false;
  }

  /**
   * The answer of a sample in an epoch.
   *
   * @param missing what is said where there is none
   * @param says what begins the message of a failure
   */
  public Attempt attempt(String sampleId, int epoch, String missing, String says) {
    int number = records.find(key(sampleId, epoch));
    if (number == KeyedRecords.NONE) {
      return new Attempt.Failed(FailureKind.NOT_RECORDED, missing);
    }
    RecordReader record = records.read(number);
    record.required();
    record.required();
    String error = record.text();
    return error == null
        ? new Attempt.Answered(reply(record))
        : new Attempt.Failed(FailureKind.RECORDED_FAILURE, says + error);
  }

  private static String key(String sampleId, int epoch) {
    return epoch + " " + sampleId;
  }

  private static RecordWriter write(
      String sampleId, int epoch, Reply reply, @Nullable String error, Place place) {
    RecordWriter record =
        new RecordWriter(key(sampleId, epoch)).text(place.task()).text(place.place()).text(error);
    return error == null ? write(record, reply) : record;
  }

  private static RecordWriter write(RecordWriter record, Reply reply) {
    if (!reply.logprobs().isEmpty()) {
      throw new IllegalArgumentException("a recorded reply has no log-probabilities");
    }
    record
        .text(reply.text())
        .text(reply.reasoning())
        .text(reply.finish().id())
        .count(reply.usage().promptTokens())
        .count(reply.usage().completionTokens())
        .count(reply.usage().reasoningTokens())
        .count(reply.usage().cachedTokens())
        .figure(reply.cost())
        .figure(reply.seconds())
        .text(reply.model())
        .text(reply.raw());
    Recorded recorded = reply.recorded();
    record.whole(recorded == null ? 0 : 1);
    if (recorded == null) {
      return record;
    }
    Stated stated = recorded.stated();
    record.text(recorded.reading()).text(recorded.score()).text(stated.prompt());
    List<String> images = stated.images();
    record.whole(images == null ? -1 : images.size());
    if (images != null) {
      images.forEach(record::text);
    }
    record.whole(stated.settings().size());
    stated.settings().forEach((name, value) -> record.text(name).text(value));
    return record;
  }

  private static Reply reply(RecordReader record) {
    return new Reply(
        record.required(),
        record.text(),
        finish(record.required()),
        new Usage(record.count(), record.count(), record.count(), record.count()),
        record.figure(),
        record.figure(),
        List.of(),
        record.text(),
        record.required(),
        record.whole() == 0 ? null : recorded(record));
  }

  private static Recorded recorded(RecordReader record) {
    String reading = record.text();
    String score = record.text();
    String prompt = record.text();
    int count = record.whole();
    List<String> images = count < 0 ? null : new ArrayList<>(count);
    for (int i = 0; images != null && i < count; i++) {
      images.add(record.required());
    }
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (int left = record.whole(); left > 0; left--) {
      settings.put(record.required(), record.required());
    }
    return new Recorded(reading, score, new Stated(prompt, images, settings));
  }

  private static FinishReason finish(String id) {
    return Arrays.stream(FinishReason.values())
        .filter(reason -> reason.id().equals(id))
        .findFirst()
        .orElse(FinishReason.UNKNOWN);
  }

  /** Lets go of all answers. */
  @Override
  public void close() {
    records.close();
  }
}
