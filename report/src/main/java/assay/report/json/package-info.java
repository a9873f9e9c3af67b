/** Results as JSON for machines; the form is fixed by {@code schema/results.schema.json}. */
@NullMarked
package assay.report.json;

import org.jspecify.annotations.NullMarked;
