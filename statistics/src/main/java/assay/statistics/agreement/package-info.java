/** How far two readers agree beyond chance. Accuracy against a truth is not agreement. */
@NullMarked
package assay.statistics.agreement;

import org.jspecify.annotations.NullMarked;
