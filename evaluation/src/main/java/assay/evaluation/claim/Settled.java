package assay.evaluation.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * A claim with everything that was found.
 *
 * @param claim the claim
 * @param file the claim file, as it was named
 * @param parties who plays which role
 * @param findings one for each statement, in order
 */
public record Settled(Claim claim, String file, List<Party> parties, List<Finding> findings) {

  public Settled {
    parties = List.copyOf(parties);
    findings = List.copyOf(findings);
  }

  /**
   * A reader in its role.
   *
   * @param role name of the role
   * @param address the run or part
   * @param part by what it is narrowed besides reader and arm ({@link
   *     assay.evaluation.comparison.Side#part}); empty where it is the whole
   * @param model name of the reader
   * @param arm name of the arm
   * @param extractor rule that read
   * @param scorer rule that scored
   * @param isSealed whether the run is sealed, so that changes would be found out
   * @param postHoc why its run does not make the claim pre-registered; empty where it does
   */
  public record Party(
      String role,
      String address,
      SequencedMap<String, String> part,
      String model,
      String arm,
      String extractor,
      String scorer,
      boolean isSealed,
      SequencedSet<PostHoc> postHoc) {
    public Party {
      part = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(part));
      postHoc = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(postHoc));
    }

    /** The part as people write it, {@code exam=step1}; empty where it is the whole. */
    public String partName() {
      return part.entrySet().stream()
          .map(one -> one.getKey() + "=" + one.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /** What the part of a role is called; empty where it is the whole. */
  public String partName(String role) {
    return parties.stream()
        .filter(party -> party.role().equals(role))
        .map(Party::partName)
        .findFirst()
        .orElse("");
  }

  /** Whether every run carried the claim before its first call, and nothing was picked after. */
  public boolean isPreRegistered() {
    return parties.stream().allMatch(party -> party.postHoc().isEmpty());
  }

  /** Whether every statement is supported. */
  public boolean isSupported() {
    return findings.stream().allMatch(f -> f.decision() == Decision.SUPPORTED);
  }

  /** How many statements came to this. */
  public long count(Decision decision) {
    return findings.stream().filter(f -> f.decision() == decision).count();
  }
}
