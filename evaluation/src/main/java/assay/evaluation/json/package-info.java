/**
 * The JSON forms of core's records, as run files and the cache hold them: one class a record,
 * fields in a fixed order, so the same record always gives the same bytes.
 */
@NullMarked
package assay.evaluation.json;

import org.jspecify.annotations.NullMarked;
