package assay.datasets.definition;

import assay.core.AnswerKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a row becomes a sample.
 *
 * @param id the sample's id
 * @param kind the kind of answer
 * @param question the question's text
 * @param language where the language comes from, or null for the benchmark's
 * @param options where the options come from, or null for none
 * @param media where the pictures come from, in order
 * @param targets the rule for the gold answer of each kind
 * @param optionalTarget whether a row may lack a gold answer, which is then not stated
 * @param tags tag to its values
 * @param clusters cluster level to its key; a blank key is none
 * @param links links to other samples
 */
public record SampleRule(
    Template id,
    KindRule kind,
    Template question,
    @Nullable TextsRule language,
    @Nullable OptionsRule options,
    List<MediaRule> media,
    SequencedMap<AnswerKind, TargetRule> targets,
    boolean optionalTarget,
    SequencedMap<String, TextsRule> tags,
    SequencedMap<String, Template> clusters,
    List<LinkRule> links) {

  public SampleRule {
    media = List.copyOf(media);
    targets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(targets));
    tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
    clusters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(clusters));
    links = List.copyOf(links);
  }

  /** Whether a choice can have several right options. */
  boolean severalRight() {
    return targets.get(AnswerKind.CHOICE) instanceof TargetRule.ChoiceByKeys choice
        && choice.several();
  }

  /**
   * A link to another sample.
   *
   * @param type the link's type, {@code pair}
   * @param to the other sample's id; blank is no link
   */
  public record LinkRule(String type, Template to) {}
}
