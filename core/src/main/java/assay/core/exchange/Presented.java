package assay.core.exchange;

import assay.core.AnswerKind;
import assay.core.Media;
import assay.core.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial showed: the question and the options as they were put, after an arm has shuffled,
 * renamed or dropped some. An extractor needs no more than this and the reply.
 *
 * @param kind the kind of answer asked for
 * @param question the question's text as shown
 * @param options the options as shown, in order
 * @param media the pictures shown, in order
 * @param unit the unit in which a number is asked for, or null
 * @param language BCP 47 tag of the question
 */
public record Presented(
    AnswerKind kind,
    String question,
    List<Option> options,
    List<Media> media,
    @Nullable String unit,
    String language) {
  public Presented {
    options = List.copyOf(options);
    media = List.copyOf(media);
  }
}
