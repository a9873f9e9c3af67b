package assay.datasets.definition;

import java.util.List;

/** Where several texts of a sample come from: tags, references, keys, labels. */
public sealed interface TextsRule {

  /** Each template gives one text; blank ones give none. */
  record Templates(List<Template> templates) implements TextsRule {
    public Templates {
      templates = List.copyOf(templates);
    }
  }

  /** A column gives them. */
  record FromColumn(Lookup lookup) implements TextsRule {}
}
