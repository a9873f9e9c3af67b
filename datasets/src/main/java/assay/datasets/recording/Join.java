package assay.datasets.recording;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.core.data.FieldPath;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.core.exchange.Reply;
import assay.datasets.definition.RecordingRule;
import assay.datasets.definition.Template;
import assay.datasets.format.RowSources;
import assay.datasets.sample.Dataset;
import assay.datasets.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins the rows of files to samples, and compares what is to be compared in every row. */
final class Join implements AutoCloseable {

  /** How many rows of one kind of fault a message names. */
  private static final int MOST_NAMED = 10;

  /**
   * The samples that are measured.
   *
   * @param samples how many
   * @param missing how many of them have no row
   * @param missingIds the first of these
   */
  record Scope(long samples, long missing, List<String> missingIds) {}

  /** How gold answers are compared. */
  enum Gold {
    /**
     * As text. Two editions of a set can differ in how they write their numbers alone, so a
     * benchmark that declares its recordings tells them apart.
     */
    AS_TEXT,
    /** Numbers by their value, the others as text. */
    NUMBERS_BY_VALUE
  }

  private final Dataset dataset;
  private final Gold gold;
  private final ProblemReport problems;
  private final Map<YamlNode.Mapping, SampleIndex> indices = new HashMap<>();
  private final KeptAnswers answers;
  private final List<RecordedFile> files = new ArrayList<>();
  private @Nullable SampleIndex last;

  /**
   * A join.
   *
   * @param gold how gold answers are compared
   */
  Join(Dataset dataset, Gold gold, ProblemReport problems, KeptAnswers answers) {
    this.dataset = dataset;
    this.gold = gold;
    this.problems = problems;
    this.answers = answers;
  }

  /** Joins one file; what is wrong goes into the report. */
  void add(RecordingFile file) {
    SampleIndex index =
        indices.computeIfAbsent(
            file.rule().source(), source -> SampleIndex.of(dataset, file.rule(), problems));
    last = index;
    OneFile one = new OneFile(file, index);
    try (RowSource rows = RowSources.open(file.table())) {
      while (rows.hasNext()) {
        one.take(rows.next());
      }
    } catch (AssayException e) {
      problems.addAll(e);
      one.finishInPart();
      return;
    }
    one.finish();
    files.add(one.summary());
  }

  /** What was made of each file. */
  List<RecordedFile> files() {
    return files;
  }

  /** Which samples are measured, and which of them have no answer. */
  Scope scope(int most) {
    if (last == null) {
      return new Scope(0, 0, List.of());
    }
    long[] counts = new long[2];
    List<String> missing = new ArrayList<>();
    last.forEach(
        slot -> {
          if (!slot.inScope()) {
            return;
          }
          counts[0]++;
          if (!answers.has(slot.id())) {
            counts[1]++;
            if (missing.size() < most) {
              missing.add(slot.id());
            }
          }
        });
    return new Scope(counts[0], counts[1], List.copyOf(missing));
  }

  /** Lets go of the samples. */
  @Override
  public void close() {
    indices.values().forEach(SampleIndex::close);
  }

  private final class OneFile {
    private final RecordingFile file;
    private final RecordingRule rule;
    private final SampleIndex index;
    private final ReplyMaker maker;
    private final FaultList mismatches = new FaultList(MOST_NAMED);
    private final FaultList doubles = new FaultList(MOST_NAMED);
    private final FaultList foreigners = new FaultList(MOST_NAMED);
    private final FaultList nameless = new FaultList(MOST_NAMED);
    private final FaultList timeless = new FaultList(MOST_NAMED);
    private long rows;
    private long joined;
    private long doubled;
    private long elsewhere;
    private long matched;

    OneFile(RecordingFile file, SampleIndex index) {
      this.file = file;
      this.rule = file.rule();
      this.index = index;
      this.maker = new ReplyMaker(rule);
    }

    void take(Row row) {
      rows++;
      SampleIndex.Slot slot = slot(row);
      if (slot == null) {
        return;
      }
      matched++;
      compare(row, slot);
      if (!slot.inScope()) {
        elsewhere++;
        return;
      }
      int epoch = epoch(row);
      if (epoch < 1) {
        return;
      }
      Reply reply = maker.make(row.values());
      @Nullable String error = maker.error(row.values());
      KeptAnswers.Place place = new KeptAnswers.Place("", row.locate(null).toString());
      Optional<KeptAnswers.Place> earlier = answers.put(slot.id(), epoch, reply, error, place);
      if (earlier.isEmpty()) {
        joined++;
        return;
      }
      doubled++;
      switch (rule.duplicates()) {
        case FIRST -> {}
        case LAST -> answers.replace(slot.id(), epoch, reply, error, place);
        case ERROR ->
            doubles.add(
                Problem.of(
                        "sample '"
                            + Quoted.text(slot.id())
                            + (epoch == 1 ? "'" : "', epoch " + epoch + ",")
                            + " has a row already, at "
                            + earlier.get().place())
                    .at(row.file(), row.locate(null).line(), null));
      }
    }

    /** The repetition that a row is of; 0, and told, where it says none. */
    private int epoch(Row row) {
      FieldPath path = rule.epoch();
      if (path == null) {
        return 1;
      }
      String text = path.in(row.values()).asText().strip();
      if (text.matches("[0-9]{1,5}")) {
        int epoch = Integer.parseInt(text);
        if (epoch >= 1 && epoch <= KeptAnswers.MOST_EPOCHS) {
          return epoch;
        }
      }
      timeless.add(at(row, path.toString(), Problem.of("'" + Quoted.text(text) + "' is no epoch")));
      return 0;
    }

    /** The sample of a row; null, and told, where there is none. */
    private SampleIndex.@Nullable Slot slot(Row row) {
      if (rule.join() == RecordingRule.Join.POSITION) {
        SampleIndex.Slot slot = index.at(row.number(), file.subset());
        if (slot == null) {
          foreigners.add(
              at(row, null, Problem.of("row " + (row.number() + 1) + " is one too many")));
        }
        return slot;
      }
      Value.Fields record = file.withParts(row.values(), row.number());
      Template id = rule.id() == null ? dataset.definition().sample().id() : rule.id();
      var missing = id.missing(record);
      if (missing.isPresent()) {
        nameless.add(
            at(
                row,
                missing.get(),
                Problem.of("the row has no value for its id").expected(id.toString())));
        return null;
      }
      String key = id.render(record);
      SampleIndex.Slot slot = index.byKey(key);
      if (slot == null || (file.subset() != null && !file.subset().equals(slot.subset()))) {
        foreigners.add(
            at(row, null, Problem.of("no sample has the id '" + Quoted.text(key) + "'")));
        return null;
      }
      return slot;
    }

    private void compare(Row row, SampleIndex.Slot slot) {
      if (rule.gold() != null) {
        compare(row, slot, rule.gold(), slot.gold(), byValue(slot), "gold answer");
      }
      for (int i = 0; i < rule.check().size(); i++) {
        RecordingRule.Check check = rule.check().get(i);
        compare(
            row, slot, check.recorded(), slot.checks().get(i), false, "'" + check.sample() + "'");
      }
    }

    private boolean byValue(SampleIndex.Slot slot) {
      return gold == Gold.NUMBERS_BY_VALUE && slot.numeric();
    }

    private void compare(
        Row row,
        SampleIndex.Slot slot,
        FieldPath path,
        String expected,
        boolean byValue,
        String what) {
      String found = path.in(row.values()).asText();
      if (!found.equals(expected) && !(byValue && Decimals.areEqual(found, expected))) {
        mismatches.add(
            at(
                row,
                path.toString(),
                Problem.of(
                    "the row has '"
                        + Quoted.text(found)
                        + "', sample '"
                        + Quoted.text(slot.id())
                        + "' has the "
                        + what
                        + " '"
                        + Quoted.text(expected)
                        + "' ("
                        + slot.place()
                        + ")")));
      }
    }

    private Problem at(Row row, @Nullable String field, Problem problem) {
      Location place = row.locate(field);
      return problem.at(place.file(), place.line(), place.field());
    }

    /**
     * Tells what is wrong with the rows of a file that could not be read whole, as far as that can
     * be known: positions behind a lost row may be those of others.
     */
    void finishInPart() {
      if (rule.join() == RecordingRule.Join.ID && rows > 0) {
        finish();
      }
    }

    void finish() {
      mismatches.report(
          problems,
          count ->
              Problem.of(
                      Quoted.count(count, "value")
                          + " of "
                          + Quoted.count(rows, "row")
                          + (count == 1 ? " differs" : " differ")
                          + " from the samples they were joined to"
                          + (rule.join() == RecordingRule.Join.POSITION
                              ? " by position"
                              : " by id"))
                  .at(file.name())
                  .expected(
                      "equal gold answers in every row, compared "
                          + (gold == Gold.AS_TEXT ? "as text" : "by value where they are numbers"))
                  .remedy(
                      "the file is of another split or edition, or joined in the wrong way: compare"
                          + " join=id and join=position"));
      doubles.report(
          problems,
          count ->
              Problem.of(
                      Quoted.count(count, "row")
                          + (count == 1 ? " is of a sample that has" : " are of samples that have")
                          + " one already")
                  .at(file.name())
                  .expected("one row for each sample")
                  .remedy("duplicates=first or duplicates=last says which counts"));
      nameless.report(
          problems,
          count ->
              Problem.of("no id in " + count + " of " + Quoted.count(rows, "row")).at(file.name()));
      timeless.report(
          problems,
          count ->
              Problem.of("no epoch in " + count + " of " + Quoted.count(rows, "row"))
                  .at(file.name())
                  .expected("a whole number from 1 to " + KeptAnswers.MOST_EPOCHS));
      if (matched == 0 && rows > 0 && nameless.isEmpty()) {
        foreigners.report(
            problems,
            count ->
                Problem.of("none of " + Quoted.count(rows, "row") + " is of a sample of the split")
                    .at(file.name())
                    .expected("rows whose id is that of a sample")
                    .remedy("check split, edition, and how the file is joined"));
      } else if (rule.gold() == null && rule.check().isEmpty() && foreigners.count() > rows / 2) {
        foreigners.report(
            problems,
            count ->
                Problem.of(
                        Quoted.count(count, "row")
                            + " of "
                            + rows
                            + " are of no sample, and no gold answer says whether the others belong"
                            + " to theirs")
                    .at(file.name())
                    .expected("ids of the split's samples, or gold=FIELD to check them by")
                    .remedy(
                        "check split, edition, and how the file is joined: id={FIELD} or"
                            + " join=position"));
      } else if (rows == 0) {
        problems.add(Problem.of("the file holds no rows").at(file.name()));
      }
    }

    RecordedFile summary() {
      return new RecordedFile(
          file.name(),
          sha256(),
          file.pattern(),
          rows,
          joined,
          doubled,
          foreigners.count(),
          elsewhere);
    }

    private String sha256() {
      try (InputStream in = Files.newInputStream(file.path())) {
        return Sha256.of(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file.name() + " again", e);
      }
    }
  }
}
