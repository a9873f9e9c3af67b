package assay.models.reference;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.SamplePool;
import assay.core.exchange.ReferenceReader;
import assay.models.spec.ModelScheme;
import assay.models.spec.ModelSpec;
import assay.models.spec.ReaderEntry;
import assay.models.spec.SpecOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reference readers of this room, as {@code reader:NAME} names them. */
public enum ReferenceKind {
  /** Right with a known probability. */
  ORACLE(
      "oracle",
      "tells the truth with a known probability, else what is wrong",
      List.of(
          new SpecOption("accuracy", "0 to 1", "how often it tells the truth; 1"), Seed.OPTION)) {
    @Override
    ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool) {
      return new OracleReader(accuracy(spec), seed);
    }
  },
  /** Guesses. */
  RANDOM("random", "guesses, each option as likely", List.of(Seed.OPTION)) {
    @Override
    ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool) {
      return new RandomReader(seed);
    }
  },
  /** Takes what comes first. */
  FIRST("first", "takes the first option shown; yes", List.of()) {
    @Override
    ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool) {
      return new FirstReader();
    }
  },
  /** Says what is most often right. */
  PRIOR("prior", "gives the most frequent gold of its kind without looking", List.of()) {
    @Override
    ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool) {
      return new PriorReader(GoldTally.of(pool.get()));
    }
  },
  /** Says nothing. */
  SILENT("silent", "replies nothing", List.of()) {
    @Override
    ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool) {
      return new SilentReader();
    }
  };

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a list of records, copied when the enum is made
  private final List<SpecOption> options;

  ReferenceKind(String id, String title, List<SpecOption> options) {
    this.id = id;
    this.title = title;
    this.options = List.copyOf(options);
  }

  /** The reader's name after {@code reader:}. */
  public String id() {
    return id;
  }

  /** Its line in the list of readers. */
  public ReaderEntry entry() {
    return new ReaderEntry(ModelScheme.READER, id, title, options);
  }

  /** The reader of this name, or empty where this room has none. */
  public static Optional<ReferenceKind> byId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /**
   * Makes the reader that a specification names.
   *
   * @param spec of scheme {@code reader}, its subject this kind's id
   * @param runSeed the run's seed, which holds unless the specification gives one
   * @param pool the samples; asked for only by a reader that needs them
   * @throws AssayException if an option's value is not what it must be
   */
  public ReferenceReader create(ModelSpec spec, long runSeed, Supplier<SamplePool> pool) {
    String given = spec.options().get(Seed.OPTION.key());
    return open(spec, given == null ? runSeed : Seed.read(spec, given), pool);
  }

  abstract ReferenceReader open(ModelSpec spec, long seed, Supplier<SamplePool> pool);

  private static double accuracy(ModelSpec spec) {
    String given = spec.options().getOrDefault("accuracy", "1");
    try {
      double accuracy = Double.parseDouble(given);
      if (accuracy >= 0 && accuracy <= 1) {
        return accuracy;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    throw AssayException.usage(
        Problem.of("'" + given + "' is no probability")
            .at(spec.text(), null, "accuracy")
            .expected("a number from 0 to 1"));
  }

  private static final class Seed {
    static final SpecOption OPTION =
        new SpecOption("seed", "a whole number", "seed of its draws; by default the run's");

    static long read(ModelSpec spec, String given) {
      try {
        return Long.parseLong(given);
      } catch (NumberFormatException e) {
        throw AssayException.usage(
            Problem.of("'" + given + "' is no seed")
                .at(spec.text(), null, "seed")
                .expected("a whole number"));
      }
    }
  }
}
