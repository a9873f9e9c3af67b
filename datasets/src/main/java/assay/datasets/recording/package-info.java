/**
 * Answers that others recorded: finds the files that a definition's {@code recordings} describe,
 * joins their rows to samples by id or position, and compares gold answers in every row, so that a
 * wrong join is an error and never a silent score. What a reply says is read elsewhere.
 */
@NullMarked
package assay.datasets.recording;

import org.jspecify.annotations.NullMarked;
