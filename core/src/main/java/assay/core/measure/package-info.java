/**
 * The ports of measurement: extractors read replies, scorers compare readings with targets, metrics
 * sum outcomes up. The rules themselves live in the room {@code reading}.
 */
@NullMarked
package assay.core.measure;

import org.jspecify.annotations.NullMarked;
