/**
 * Those who answer: endpoints, recordings, reference readers. The only room that speaks to a
 * network; no model here sees a target, but for the reference readers behind their own port.
 */
@NullMarked
package assay.models;

import org.jspecify.annotations.NullMarked;
