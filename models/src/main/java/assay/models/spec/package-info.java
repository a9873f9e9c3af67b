/**
 * How a model is named on the command line, and the list of all readers that can be named. What is
 * behind a name lives in {@code endpoint}, {@code reference} and other rooms.
 */
@NullMarked
package assay.models.spec;

import org.jspecify.annotations.NullMarked;
