/** Results in words and tables for people at a terminal. */
@NullMarked
package assay.report.text;

import org.jspecify.annotations.NullMarked;
