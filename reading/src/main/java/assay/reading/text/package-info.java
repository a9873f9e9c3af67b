/**
 * What a text is made of, for rules that read and compare: the visible part of a reply, letters of
 * many scripts, numbers, units and days, polarity words, and ways to normalise. Nothing here knows
 * replies, options or scores.
 */
@NullMarked
package assay.reading.text;

import org.jspecify.annotations.NullMarked;
