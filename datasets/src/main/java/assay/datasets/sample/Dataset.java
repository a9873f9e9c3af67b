package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.data.ContentStore;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.yaml.Nearest;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one split of a benchmark, or of one subset of it: checked as a whole when it was
 * opened, and streamed again and again. Memory does not grow with the files but for some bytes a
 * sample while it is checked.
 */
public final class Dataset implements SamplePool, AutoCloseable {

  private final BenchmarkDefinition definition;
  private final String split;
  private final @Nullable String subset;
  private final Path root;
  private final SplitReader reader;
  private final SampleMaker maker;
  private final DatasetSummary summary;

  /** Of a check that found nothing wrong. */
  Dataset(SplitCheck check, @Nullable String subset) {
    this.definition = check.definition();
    this.split = check.split();
    this.subset = subset;
    this.root = check.root();
    this.reader = check.reader();
    this.maker = check.maker();
    this.summary = check.summary();
  }

  /**
   * Opens a split and checks it whole: files are there, with the SHA-256 and counts declared; every
   * row makes a valid sample; ids are unique; links lead to samples; media exist.
   *
   * @param dataFolder the folder that holds the benchmark's files, or the folder of that name
   * @param split the split, or null for the benchmark's first
   * @param subset the subset it is narrowed to, or null for the whole
   * @param store where pictures go that stand inside tables
   * @throws AssayException with every problem found; of the category usage where there is no such
   *     split, subset or folder
   */
  public static Dataset open(
      BenchmarkDefinition definition,
      Path dataFolder,
      @Nullable String split,
      @Nullable String subset,
      ContentStore store) {
    try (DatasetOpening opening = begin(definition, dataFolder, split, subset, store)) {
      return opening.finish();
    }
  }

  /**
   * Begins to open a split, like {@link #open}: it is checked while its samples are taken for the
   * first time.
   *
   * @throws AssayException if there is no such split, subset or folder
   */
  public static DatasetOpening begin(
      BenchmarkDefinition definition,
      Path dataFolder,
      @Nullable String split,
      @Nullable String subset,
      ContentStore store) {
    return new DatasetOpening(inspect(definition, dataFolder, split, subset, store), subset);
  }

  /**
   * Checks a split whole, like {@link #open}, and gives what was found together with what is wrong.
   *
   * @throws AssayException if there is no such split, subset or folder
   */
  public static DatasetCheck check(
      BenchmarkDefinition definition,
      Path dataFolder,
      @Nullable String split,
      @Nullable String subset,
      ContentStore store) {
    try (SplitCheck check = inspect(definition, dataFolder, split, subset, store)) {
      check.finish();
      return new DatasetCheck(check.summary(), check.problems());
    }
  }

  private static SplitCheck inspect(
      BenchmarkDefinition definition,
      Path dataFolder,
      @Nullable String split,
      @Nullable String subset,
      ContentStore store) {
    List<String> splits = definition.benchmark().splits();
    String chosen = split == null ? splits.getFirst() : split;
    require("split", chosen, splits, definition);
    if (subset != null) {
      require("subset", subset, definition.benchmark().subsets(), definition);
    }
    return SplitCheck.begin(definition, dataFolder, chosen, subset, store);
  }

  private static void require(
      String what, String name, List<String> known, BenchmarkDefinition definition) {
    if (!known.contains(name)) {
      throw AssayException.usage(
          Problem.of("benchmark '" + definition.name() + "' has no " + what + " '" + name + "'")
              .expected(Nearest.phrase(name, known, 20)));
    }
  }

  /** The samples in scope: those of the subset, or all. */
  @Override
  public Stream<Sample> samples() {
    return rows().map(SampleRow::sample);
  }

  /** The samples in scope with their rows. To be closed by the caller. */
  public Stream<SampleRow> rows() {
    return stream(subset);
  }

  /**
   * The samples of the whole split with their rows, whatever the subset in scope. To be closed by
   * the caller.
   */
  public Stream<SampleRow> wholeSplit() {
    return stream(null);
  }

  private Stream<SampleRow> stream(@Nullable String only) {
    PlacedRows rows = reader.open(only, (file, records) -> {});
    Iterator<SampleRow> samples = new SampleRows(rows, maker);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                samples, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(rows::close);
  }

  private record SampleRows(PlacedRows rows, SampleMaker maker) implements Iterator<SampleRow> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public SampleRow next() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException("no more samples");
      }
      PlacedRow placed = rows.next();
      ProblemReport problems = new ProblemReport();
      Sample sample = maker.make(placed.row(), placed.subset(), problems, () -> {});
      problems.throwIfAny(AssayException.Category.DATA);
      if (sample == null) {
        throw new IllegalStateException("a row gave neither a sample nor a problem");
      }
      return new SampleRow(sample, placed.row(), placed.position());
    }
  }

  /** The gold answer of a sample's row as the file has it, to be compared as text. */
  public String rawTarget(SampleRow row) {
    return maker.rawTarget(row.row());
  }

  public BenchmarkDefinition definition() {
    return definition;
  }

  /** The split's name. */
  public String split() {
    return split;
  }

  /** The subset in scope, or null for all. */
  public @Nullable String subset() {
    return subset;
  }

  /** The folder in which paths of files and media hold. */
  public Path root() {
    return root;
  }

  /** What the check found. */
  public DatasetSummary summary() {
    return summary;
  }

  /** Nothing is held open between streams. */
  @Override
  public void close() {}
}
