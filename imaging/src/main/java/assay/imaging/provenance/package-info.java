/**
 * The record of how a prepared image came from the publisher's bytes: every step in order with its
 * parameters, and its JSON. The steps themselves are done elsewhere.
 */
@NullMarked
package assay.imaging.provenance;

import org.jspecify.annotations.NullMarked;
