/**
 * The run file: one SQLite file a run, which a stranger can read with {@code sqlite3} ({@code
 * docs/formats/run-file.md}); and the cache of replies. Nobody else in the house writes SQL of it.
 */
@NullMarked
package assay.evaluation.store;

import org.jspecify.annotations.NullMarked;
