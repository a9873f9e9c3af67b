package assay.evaluation.store;

import assay.core.exchange.Attempt;
import assay.core.exchange.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial that has come to its end, ready to be written.
 *
 * @param trial its ordinal
 * @param attempt how it ended
 * @param attempts how often it was tried
 * @param request canonical text of the request, or null where none was made (it could not be
 *     rendered)
 * @param images the pictures of the request
 * @param cacheKey under which the reply is to be cached, or null for not at all
 * @param fromCache whether the reply came from the cache
 * @param skipped why the trial is to count as skipped instead, or null
 */
public record Finished(
    long trial,
    Attempt attempt,
    int attempts,
    @Nullable String request,
    List<Part.ImagePart> images,
    @Nullable String cacheKey,
    boolean fromCache,
    @Nullable String skipped) {
  public Finished {
    images = List.copyOf(images);
  }
}
