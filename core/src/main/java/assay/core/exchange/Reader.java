package assay.core.exchange;

/** Anybody who answers. Calls block and are made on virtual threads, many at once. */
public sealed interface Reader extends AutoCloseable permits Model, ReferenceReader, Recording {

  /**
   * The reader's name in results, as its specification gives it, for example {@code recorded:gpt-4o
   * cot}.
   */
  String name();

  /**
   * What decides a reply besides the request, for the cache's key: kind, address, model; no keys.
   * The same text means the same reader.
   */
  String identity();

  /** Lets go of connections and files. */
  @Override
  default void close() {}
}
