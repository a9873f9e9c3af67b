/**
 * Puts trials to a reader: how many at once, how often again, when to stop. Every end is handed to
 * the store; nothing is read or scored here.
 */
@NullMarked
package assay.evaluation.runner;

import org.jspecify.annotations.NullMarked;
