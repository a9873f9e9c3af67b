package assay.datasets.sample;

import assay.core.AnswerKind;
import assay.core.Link;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.Target;
import assay.core.data.ContentStore;
import assay.core.data.Row;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.DataRule;
import assay.datasets.definition.MediaRule;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a split whole, sample by sample as they are asked for; every problem goes into one report.
 */
final class SplitCheck implements AutoCloseable {

  private final BenchmarkDefinition definition;
  private final Path root;
  private final String split;
  private final @Nullable String subset;

  /** Of the files as wholes; told first, since they explain what is wrong with rows. */
  private final ProblemReport ofFiles = new ProblemReport();

  private final ProblemReport problems = new ProblemReport();
  private final SplitReader reader;
  private final PictureIndex pictures;
  private final MediaMaker mediaMaker;
  private final SampleMaker maker;
  private final FileCensus files;
  private final ColumnCensus columns;
  private final IdCensus ids = new IdCensus();
  private final Set<String> suspects = new HashSet<>();
  private final Map<AnswerKind, Long> kinds = new EnumMap<>(AnswerKind.class);
  private final SequencedMap<String, Long> subsets = new LinkedHashMap<>();
  private long samples;
  private long severalRight;
  private long media;
  private long missingMedia;
  private @Nullable RowWalk walk;
  private boolean done;
  private boolean readWhole;

  private SplitCheck(
      BenchmarkDefinition definition,
      Path dataFolder,
      String split,
      @Nullable String subset,
      ContentStore store) {
    this.definition = definition;
    this.split = split;
    this.subset = subset;
    root = SplitFiles.root(definition, dataFolder, split);
    reader =
        new SplitReader(
            definition,
            split,
            SplitFiles.find(definition, root, split, ofFiles),
            SplitFiles.tables(definition, root, ofFiles));
    pictures = new PictureIndex();
    mediaMaker = new MediaMaker(definition.sample().media(), root, store, pictures);
    maker = new SampleMaker(definition.sample(), definition.benchmark().language(), mediaMaker);
    files = new FileCensus(definition, reader.files(), ofFiles);
    columns = new ColumnCensus(definition);
    definition.data().subsets().keySet().forEach(name -> subsets.put(name, 0L));
  }

  /** Begins to check a split: what is wrong with whole files is found meanwhile. */
  static SplitCheck begin(
      BenchmarkDefinition definition,
      Path dataFolder,
      String split,
      @Nullable String subset,
      ContentStore store) {
    return new SplitCheck(definition, dataFolder, split, subset, store);
  }

  /**
   * The next sample of the split, whatever the subset in scope; its row and itself were checked.
   *
   * @return null after the last: the check is at its end, and its results stand
   */
  @Nullable Sample next() {
    RowWalk pass = walk;
    if (done) {
      return null;
    }
    if (pass == null) {
      indexPictures();
      pass = new RowWalk(reader.open(null, files::counted), problems);
      walk = pass;
    }
    Sample sample = pass.next(this::check);
    if (sample == null) {
      done = true;
      conclude(pass);
    }
    return sample;
  }

  private void conclude(RowWalk pass) {
    pass.close();
    readWhole = pass.isWhole();
    files.checkContents();
    files.checkCounts();
    checkColumns();
    checkSampleCounts();
    lookAgain();
  }

  /** Carries out what is left of the check. */
  void finish() {
    while (next() != null) {
      // each sample is checked while it is made
    }
  }

  /** Lets go of the files. */
  @Override
  public void close() {
    try (files) {
      if (walk != null) {
        walk.close();
      }
    }
  }

  private void indexPictures() {
    List<MediaRule> rules = definition.sample().media();
    if (!PictureIndex.isNeeded(rules)) {
      return;
    }
    ProblemReport unheard = new ProblemReport(); // the pass over all rows tells them again
    eachRow(
        placed ->
            rules.stream()
                .filter(MediaRule.Base64.class::isInstance)
                .map(MediaRule.Base64.class::cast)
                .forEach(rule -> pictures.add(rule, placed.row(), mediaMaker, unheard)));
  }

  private @Nullable Sample check(PlacedRow placed) {
    columns.see(placed.row());
    if (placed.subset() == null && !subsets.isEmpty()) {
      problems.add(
          RowProblems.at(
              placed.row(),
              null,
              Problem.of("the row belongs to no subset")
                  .expected("a row of one of " + String.join(", ", subsets.keySet()))));
    }
    Sample sample = maker.make(placed.row(), placed.subset(), problems, () -> missingMedia++);
    if (sample != null) {
      count(sample);
    }
    return sample;
  }

  private void count(Sample sample) {
    samples++;
    media += sample.media().size();
    kinds.merge(sample.kind(), 1L, Long::sum);
    if (sample.target() instanceof Target.Choice choice && choice.keys().size() > 1) {
      severalRight++;
    }
    if (sample.subset() != null) {
      subsets.merge(sample.subset(), 1L, Long::sum);
    }
    if (!ids.add(sample.id())) {
      suspects.add(sample.id());
    }
  }

  /** Goes once more through every row; what is wrong with files was told, or will be. */
  private void eachRow(Consumer<PlacedRow> visitor) {
    try (RowWalk pass = new RowWalk(reader.open(null, files::counted), new ProblemReport())) {
      pass.next(
          placed -> {
            visitor.accept(placed);
            return null;
          });
    }
  }

  private void checkColumns() {
    if (readWhole && samples > 0) {
      columns.problems().forEach(problems::add);
    }
  }

  private void checkSampleCounts() {
    DataRule data = definition.data();
    if (!readWhole || !ofFiles.isEmpty()) {
      return; // what could not be read, or is another file than was meant, is told already
    }
    Long expected = data.samples().get(split);
    if (expected != null && expected != samples) {
      problems.add(count("split '" + split + "' has " + samples + " samples", expected));
    }
    data.subsets()
        .forEach(
            (name, rule) -> {
              Long inSubset = rule.samples().get(split);
              long found = subsets.getOrDefault(name, 0L);
              if (inSubset != null && inSubset != found) {
                problems.add(count("subset '" + name + "' has " + found + " samples", inSubset));
              }
            });
    if (samples == 0 && problems.isEmpty() && ofFiles.isEmpty()) {
      problems.add(Problem.of("split '" + split + "' has no samples").at(definition.displayName()));
    }
  }

  private Problem count(String what, long expected) {
    return Problem.of(what).at(definition.displayName()).expected(Long.toString(expected));
  }

  /** Settles which ids stand twice and which links lead nowhere. */
  private void lookAgain() {
    boolean links = !definition.sample().links().isEmpty();
    if (suspects.isEmpty() && !links) {
      return;
    }
    Map<String, Location> first = new HashMap<>();
    ProblemReport unheard = new ProblemReport(); // they were told by the first pass
    eachRow(
        placed -> {
          Sample sample = maker.make(placed.row(), placed.subset(), unheard, () -> {});
          if (sample != null) {
            checkUnique(sample, placed.row(), first);
            sample.links().forEach(link -> checkLink(link, placed.row()));
          }
        });
  }

  private void checkUnique(Sample sample, Row row, Map<String, Location> first) {
    if (!suspects.contains(sample.id())) {
      return;
    }
    Location here = Objects.requireNonNull(row.locate(null));
    Location there = first.putIfAbsent(sample.id(), here);
    if (there != null) {
      problems.add(
          RowProblems.at(
              row,
              null,
              Problem.of(
                      "the id '"
                          + RowProblems.abridged(sample.id())
                          + "' was given before, at "
                          + there)
                  .expected("an id for each sample of its own: " + definition.sample().id())));
    }
  }

  private void checkLink(Link link, Row row) {
    if (!ids.mayContain(link.sampleId())) {
      problems.add(
          RowProblems.at(
              row,
              null,
              Problem.of(
                      "the link '"
                          + link.type()
                          + "' leads to '"
                          + RowProblems.abridged(link.sampleId())
                          + "', which is no sample")
                  .expected("the id of a sample of the split")));
    }
  }

  BenchmarkDefinition definition() {
    return definition;
  }

  String split() {
    return split;
  }

  Path root() {
    return root;
  }

  SplitReader reader() {
    return reader;
  }

  SampleMaker maker() {
    return maker;
  }

  List<Problem> problems() {
    return Stream.concat(
            ofFiles.problems().stream(), RowProblems.inOrder(problems.problems()).stream())
        .toList();
  }

  DatasetSummary summary() {
    SequencedMap<AnswerKind, Long> byKind = new LinkedHashMap<>(kinds);
    Long expected = definition.data().samples().get(split);
    return new DatasetSummary(
        definition.name(),
        definition.benchmark().version(),
        split,
        subset,
        files.summaries(),
        samples,
        expected == null && !definition.data().rows().containsKey(split)
            ? files.expectedRecords()
            : expected,
        subsets,
        byKind,
        severalRight,
        media,
        missingMedia);
  }
}
