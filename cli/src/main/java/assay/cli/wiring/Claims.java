package assay.cli.wiring;

import assay.cli.claim.ClaimFile;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.datasets.yaml.Nearest;
import assay.evaluation.claim.Claim;
import assay.evaluation.claim.ClaimJudge;
import assay.evaluation.claim.PostHoc;
import assay.evaluation.claim.Role;
import assay.evaluation.claim.Settled;
import assay.evaluation.comparison.Side;
import assay.evaluation.store.ClaimRows;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Seal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings claims and runs together. */
public final class Claims {

  private static final int NAMED = 20;

  private Claims() {}

  /**
   * Decides a claim.
   *
   * @param runs a run for each role that has one of its own: in their order, or {@code ROLE=RUN}
   * @throws AssayException if the claim file or a run cannot be used, or they do not belong
   *     together
   */
  public static Settled settle(Path file, List<String> runs) {
    Claim claim = ClaimFile.read(file).claim();
    SequencedMap<String, Address> addresses = addresses(claim, file, runs);
    SequencedMap<String, Side> sides = new LinkedHashMap<>();
    List<Settled.Party> parties = new ArrayList<>();
    addresses.forEach(
        (role, address) -> {
          Side side = Sides.readFixed(address.text(), claim);
          sides.put(role, side);
          parties.add(
              new Settled.Party(
                  role,
                  address.text(),
                  side.part(),
                  side.model(),
                  side.arm(),
                  side.extractor(),
                  side.scorer(),
                  isSealed(address),
                  postHoc(address, claim)));
        });
    requireTheSame(claim, file, sides);
    return new Settled(claim, file.toString(), parties, new ClaimJudge(claim, sides).judge());
  }

  private static boolean isSealed(Address address) {
    try (RunFile run = RunFile.openReadOnly(RunPart.parse(address.text()).file())) {
      return Seal.of(run).isPresent();
    }
  }

  /** Why a run does not make the claim pre-registered. */
  private static SequencedSet<PostHoc> postHoc(Address address, Claim claim) {
    SequencedSet<PostHoc> why = new LinkedHashSet<>();
    try (RunFile run = RunFile.openReadOnly(RunPart.parse(address.text()).file())) {
      if (!ClaimRows.isPreRegistered(run, claim.sha256())) {
        why.add(
            ClaimRows.isCarried(run, claim.sha256())
                ? PostHoc.ANSWERED_BEFORE
                : PostHoc.NOT_CARRIED);
      }
    }
    if (address.narrowed()) {
      why.add(PostHoc.NARROWED);
    }
    return why;
  }

  /**
   * Where a role's part lies.
   *
   * @param narrowed whether whoever decides the claim picked some of the samples; who reads, under
   *     which arm, is a choice among several that a run may hold, and leaves all samples in
   */
  private record Address(String text, boolean narrowed) {

    private static final Set<String> FREE = Set.of("model", "arm");

    static Address of(String given, SequencedMap<String, String> part) {
      Set<String> wanted = RunPart.parse(given).wanted().keySet();
      return new Address(Claims.narrowed(given, part), !FREE.containsAll(wanted));
    }
  }

  /** The address of each role's part: that of its run, narrowed. */
  private static SequencedMap<String, Address> addresses(
      Claim claim, Path file, List<String> runs) {
    List<String> names = claim.withRuns().stream().map(Role::name).toList();
    Map<String, String> given = new LinkedHashMap<>();
    List<String> inOrder = new ArrayList<>();
    for (String run : runs) {
      int equals = run.indexOf('=');
      if (equals > 0 && names.contains(run.substring(0, equals))) {
        String role = run.substring(0, equals);
        if (given.put(role, run.substring(equals + 1)) != null) {
          throw AssayException.usage(
              Problem.of("the role '" + role + "' is given twice")
                  .at(file.toString(), null, "runs")
                  .expected("a run for each of " + String.join(", ", names)));
        }
      } else {
        requireNoRole(run, names, file);
        inOrder.add(run);
      }
    }
    List<String> open = names.stream().filter(name -> !given.containsKey(name)).toList();
    if (open.size() != inOrder.size()) {
      throw AssayException.usage(
          Problem.of(
                  "the claim needs "
                      + names.size()
                      + (names.size() == 1 ? " run" : " runs")
                      + ", "
                      + runs.size()
                      + (runs.size() == 1 ? " is given" : " are given"))
              .at(file.toString(), null, "runs")
              .expected("in this order, or as ROLE=RUN: " + String.join(", ", names)));
    }
    for (int i = 0; i < open.size(); i++) {
      given.put(open.get(i), inOrder.get(i));
    }
    SequencedMap<String, Address> addresses = new LinkedHashMap<>();
    for (Role role : claim.roles()) {
      String owner = role.name();
      for (@Nullable Role r = role; r != null && r.of() != null; r = named(claim, r.of())) {
        owner = r.of();
      }
      addresses.put(role.name(), Address.of(given.getOrDefault(owner, ""), role.part()));
    }
    return addresses;
  }

  /** A misspelt role would be looked for as a file. */
  private static void requireNoRole(String run, List<String> names, Path file) {
    int equals = run.indexOf('=');
    int hash = run.indexOf('#');
    boolean before = equals > 0 && (hash < 0 || equals < hash);
    if (before && !Files.exists(RunPart.parse(run).file())) {
      String role = run.substring(0, equals);
      throw AssayException.usage(
          Problem.of("'" + run + "' is no file, and the claim has no role '" + role + "'")
              .at(file.toString(), null, "runs")
              .expected(
                  Nearest.phrase(role, names, NAMED) + ", as in " + names.getFirst() + "=RUN"));
    }
  }

  private static @Nullable Role named(Claim claim, String name) {
    return claim.roles().stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
  }

  private static String narrowed(String address, SequencedMap<String, String> part) {
    StringBuilder text = new StringBuilder(address);
    boolean narrowed = !RunPart.parse(address).wanted().isEmpty();
    for (Map.Entry<String, String> one : part.entrySet()) {
      text.append(narrowed ? ',' : '#').append(one.getKey()).append('=').append(one.getValue());
      narrowed = true;
    }
    return text.toString();
  }

  private static void requireTheSame(Claim claim, Path file, Map<String, Side> sides) {
    ProblemReport problems = new ProblemReport();
    for (Side side : sides.values()) {
      require(problems, file, side, "benchmark", claim.benchmark(), side.benchmark());
      require(problems, file, side, "split", claim.split(), side.split());
      require(
          problems,
          file,
          side,
          "version",
          claim.version(),
          side.settings().getOrDefault("benchmark version", ""));
    }
    problems.throwIfAny(AssayException.Category.USAGE);
  }

  private static void require(
      ProblemReport problems,
      Path file,
      Side side,
      String field,
      @Nullable String claimed,
      String found) {
    if (claimed != null && !claimed.equals(found)) {
      problems.add(
          Problem.of("the claim is about " + field + " " + claimed + ", the run about " + found)
              .at(side.address())
              .expected("a run of what " + file + " names"));
    }
  }
}
