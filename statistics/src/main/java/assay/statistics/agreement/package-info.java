/**
 * How far readers agree: on classes beyond chance (κ, α, AC1), on numbers (ICC, concordance, limits
 * of agreement), on order (correlations). Accuracy against a truth is not agreement, and a
 * correlation is not agreement either: it does not see one reader being higher throughout.
 */
@NullMarked
package assay.statistics.agreement;

import org.jspecify.annotations.NullMarked;
