package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * GeneGPT's rules for GeneTuring and GeneHop: outer blanks off, "Answer: " taken out; then by task.
 *
 * <ul>
 *   <li>{@code genegpt}: nothing more (aliases, names, diseases, human alignment, functions);
 *   <li>{@code genegpt-location}: the last word, {@code chr} put before it where it does not hold
 *       it (locations of genes and SNPs);
 *   <li>{@code genegpt-coding}: {@code Yes} is {@code TRUE}, {@code No} is {@code NA};
 *   <li>{@code genegpt-species}: Latin names of species are their common ones.
 * </ul>
 */
public final class GeneGptExtractor extends ReplyRule {

  private static final String SOURCE =
      "Jin et al. 2024, arXiv:2304.09667; evaluate.py of github.com/ncbi/GeneGPT, 0a2a327";

  private static final Map<String, String> SPECIES = species();

  private final UnaryOperator<String> rule;

  private GeneGptExtractor(String name, String title, UnaryOperator<String> rule) {
    super(new Descriptor(name, 1, title, SOURCE), EnumSet.of(AnswerKind.TEXT));
    this.rule = rule;
  }

  /** {@code genegpt}. */
  public static GeneGptExtractor plain() {
    return new GeneGptExtractor("genegpt", "the reply without 'Answer: '", said -> said);
  }

  /** {@code genegpt-location}. */
  public static GeneGptExtractor location() {
    return new GeneGptExtractor(
        "genegpt-location", "the last word of the reply, with 'chr'", GeneGptExtractor::place);
  }

  /** {@code genegpt-coding}. */
  public static GeneGptExtractor coding() {
    return new GeneGptExtractor(
        "genegpt-coding",
        "Yes as TRUE, No as NA",
        said ->
            switch (said) {
              case "Yes" -> "TRUE";
              case "No" -> "NA";
              default -> said;
            });
  }

  /** {@code genegpt-species}. */
  public static GeneGptExtractor commonNames() {
    return new GeneGptExtractor(
        "genegpt-species",
        "Latin names of species as common ones",
        said -> SPECIES.getOrDefault(said, said));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = PythonText.strip(reply.text()).replace("Answer: ", "");
    String said = text.isBlank() ? "" : rule.apply(text);
    return said.isBlank()
        ? Unread.EMPTY
        : Readings.read(new Answer.Text(said), 0, reply.text().length());
  }

  private static String place(String said) {
    int start = said.length();
    while (start > 0 && !PythonText.isSpace(said.charAt(start - 1))) {
      start--;
    }
    String last = said.substring(start);
    return last.contains("chr") ? last : "chr" + last;
  }

  private static Map<String, String> species() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("Caenorhabditis elegans", "worm");
    names.put("Homo sapiens", "human");
    names.put("Danio rerio", "zebrafish");
    names.put("Mus musculus", "mouse");
    names.put("Saccharomyces cerevisiae", "yeast");
    names.put("Rattus norvegicus", "rat");
    names.put("Gallus gallus", "chicken");
    return names;
  }
}
