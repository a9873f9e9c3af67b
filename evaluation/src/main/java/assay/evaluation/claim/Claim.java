package assay.evaluation.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A claim file.
 *
 * @param name stable name
 * @param title for people
 * @param sha256 of the file's bytes: what registers it
 * @param benchmark name of the benchmark
 * @param version of its description, or null for any
 * @param split the split, or null for any
 * @param level confidence level that all statements of a family hold together
 * @param multiplicity how the statements of a family are held together
 * @param extractor rule that reads; null for the headline's
 * @param scorer rule that scores; null for the headline's
 * @param by cluster level or type of link by which samples are paired; null for their ids
 * @param seed of permutations
 * @param roles in the order in which runs are named
 * @param statements in order
 */
public record Claim(
    String name,
    String title,
    String sha256,
    String benchmark,
    @Nullable String version,
    @Nullable String split,
    double level,
    Multiplicity multiplicity,
    @Nullable String extractor,
    @Nullable String scorer,
    @Nullable String by,
    long seed,
    List<Role> roles,
    List<Statement> statements) {

  public Claim {
    roles = List.copyOf(roles);
    statements = List.copyOf(statements);
  }

  /** The roles that need a run of their own. */
  public List<Role> withRuns() {
    return roles.stream().filter(role -> role.of() == null).toList();
  }

  /** Statements that are judged together, by the name of their family. */
  public SequencedMap<String, List<Statement>> families() {
    SequencedMap<String, List<Statement>> families = new LinkedHashMap<>();
    for (Statement statement : statements) {
      families
          .computeIfAbsent(statement.common().family(), name -> new ArrayList<>())
          .add(statement);
    }
    return families;
  }
}
