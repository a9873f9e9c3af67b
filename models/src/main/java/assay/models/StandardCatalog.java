package assay.models;

import assay.models.endpoint.EndpointSpec;
import assay.models.reference.ReferenceKind;
import assay.models.spec.ModelScheme;
import assay.models.spec.ReaderCatalog;
import assay.models.spec.ReaderEntry;
import assay.models.spec.SpecOption;
import java.util.List;

/** The list of readers that this room knows: endpoints, recordings, reference readers. */
public final class StandardCatalog {

  private static final List<SpecOption> RECORDED =
      List.of(
          new SpecOption("split", "a split's name", "the split that was answered"),
          new SpecOption("subset", "a subset's name", "the subset that was answered"),
          new SpecOption("system", "text", "the name that the recording gets in results"),
          new SpecOption("join", "id, position", "how its records find their samples"),
          new SpecOption("id", "a template", "the sample's id, made of a record's fields"),
          new SpecOption("matches", "a template", "what the id is compared with"),
          new SpecOption("reply", "a path", "where a record holds the reply"),
          new SpecOption("error", "a path", "where it says why there is no reply"),
          new SpecOption("reasoning", "a path", "where it holds reasoning kept apart"),
          new SpecOption("gold", "a path", "where it repeats the gold answer, to check"),
          new SpecOption("check", "a column", "a further column to compare with the benchmark's"),
          new SpecOption("duplicates", "first, last, error", "which of doubled records counts"),
          new SpecOption("partial", "true, false", "whether samples without an answer are skipped"),
          new SpecOption("reading", "a path", "what the publisher read, as extractor 'recorded'"),
          new SpecOption("score", "a path", "what the publisher scored, as scorer 'recorded'"),
          new SpecOption("usage.prompt", "a path", "tokens of the request"),
          new SpecOption("usage.completion", "a path", "tokens of the reply"),
          new SpecOption("usage.reasoning", "a path", "tokens of reasoning among them"),
          new SpecOption("usage.cached", "a path", "tokens of the request that were cached"),
          new SpecOption("cost", "a path", "what the exchange cost"),
          new SpecOption("seconds", "a path", "how long the exchange took"),
          new SpecOption("finish", "a path", "why the reply ended"),
          new SpecOption("model", "a path", "the model that answered"),
          new SpecOption("format", "a format's name", "the file's format, where its name misleads"),
          new SpecOption("records", "a path", "where the file holds its records"),
          new SpecOption("sheet", "a sheet's name", "the sheet of a workbook"));

  private StandardCatalog() {}

  /** The catalog; rooms with readers of their own add them to it. */
  public static ReaderCatalog create() {
    ReaderCatalog catalog =
        ReaderCatalog.empty()
            .with(entry(ModelScheme.OPENAI, EndpointSpec.OPTIONS))
            .with(entry(ModelScheme.RECORDED, RECORDED));
    for (ReferenceKind kind : ReferenceKind.values()) {
      catalog = catalog.with(kind.entry());
    }
    return catalog;
  }

  private static ReaderEntry entry(ModelScheme scheme, List<SpecOption> options) {
    return new ReaderEntry(scheme, null, scheme.title(), options);
  }
}
