/**
 * From run files to what people and machines read: tables, JSON, pages. No estimate is made here,
 * only shown.
 */
@NullMarked
package assay.report;

import org.jspecify.annotations.NullMarked;
