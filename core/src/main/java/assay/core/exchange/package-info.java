/**
 * What goes to a reader and what comes back: requests, replies, failures, and the ports behind
 * which readers stand. How requests are made from samples lives in {@code evaluation}; the readers
 * themselves in {@code models} and {@code phantoms}.
 */
@NullMarked
package assay.core.exchange;

import org.jspecify.annotations.NullMarked;
