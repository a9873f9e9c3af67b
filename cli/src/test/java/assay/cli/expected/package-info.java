/**
 * Writes {@code benchmarks/<name>/expected.yaml} from the tables of figures that stand beside the
 * publishers' files, and checks that what is committed is what they give. Nothing here runs Assay's
 * own rules: a figure that Assay prints never becomes a figure that it must print.
 */
@NullMarked
package assay.cli.expected;

import org.jspecify.annotations.NullMarked;
