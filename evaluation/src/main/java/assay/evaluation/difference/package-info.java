/**
 * Why two runs of the same questions differ, question by question: what each cause explains of the
 * gap between their scores. Whether a gap is more than chance is asked elsewhere.
 */
@NullMarked
package assay.evaluation.difference;

import org.jspecify.annotations.NullMarked;
