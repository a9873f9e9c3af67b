/**
 * How a sample becomes a request: arms decide what is shown, the prompt decides in which words.
 * Never looks at the target's meaning, but for worked examples, which come from another split.
 */
@NullMarked
package assay.evaluation.protocol;

import org.jspecify.annotations.NullMarked;
