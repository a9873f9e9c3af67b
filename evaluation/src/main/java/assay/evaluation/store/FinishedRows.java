package assay.evaluation.store;

import assay.core.exchange.Attempt;
import assay.core.exchange.Part;
import assay.core.exchange.Reply;
import assay.evaluation.json.LogprobsJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes the rows of trials that have ended: state, request, pictures, reply. */
final class FinishedRows implements AutoCloseable {

  private final PreparedStatement reply;
  private final RequestRows requests;
  private final PreparedStatement media;
  private final PreparedStatement trial;

  FinishedRows(Connection connection) throws SQLException {
    reply =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    requests = new RequestRows(connection);
    media = connection.prepareStatement("INSERT OR IGNORE INTO media VALUES (?, ?, ?, ?, ?)");
    trial =
        connection.prepareStatement(
            "UPDATE trial SET state = ?, reason = ?, message = ?, attempts = attempts + ?, request"
                + " = ? WHERE ordinal = ?");
  }

  void write(Finished finished) throws SQLException {
    @Nullable Long request =
        finished.request() == null ? null : requests.number(finished.request());
    for (Part.ImagePart image : finished.images()) {
      Sql.bind(
          media, image.sha256(), image.mime(), image.width(), image.height(), image.provenance());
      media.executeUpdate();
    }
    switch (finished.attempt()) {
      case Attempt.Answered answered -> {
        write(finished.trial(), answered.reply(), finished.fromCache());
        Sql.bind(trial, "answered", null, null, finished.attempts(), request, finished.trial());
      }
      case Attempt.Failed failed -> {
        boolean skipped = finished.skipped() != null;
        Sql.bind(
            trial,
            skipped ? "skipped" : "failed",
            skipped ? finished.skipped() : failed.kind().id(),
            skipped ? null : failed.message(),
            finished.attempts(),
            request,
            finished.trial());
      }
    }
    trial.executeUpdate();
  }

  private void write(long ordinal, Reply answer, boolean fromCache) throws SQLException {
    Sql.bind(
        reply,
        ordinal,
        answer.text(),
        answer.reasoning(),
        answer.finish().id(),
        answer.usage().promptTokens(),
        answer.usage().completionTokens(),
        answer.usage().reasoningTokens(),
        answer.usage().cachedTokens(),
        answer.cost(),
        answer.seconds(),
        LogprobsJson.write(answer.logprobs()),
        answer.model(),
        answer.raw(),
        answer.recorded() == null ? null : answer.recorded().reading(),
        answer.recorded() == null ? null : answer.recorded().score(),
        fromCache ? 1 : 0);
    reply.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    try (reply;
        requests;
        media) {
      trial.close();
    }
  }
}
