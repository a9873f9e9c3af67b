/**
 * Seeded generators for property tests: text as hostile as it comes in life, JSON, option sets,
 * replies of models with a known answer, damaged bytes, edge-case numbers. A generator is a pure
 * function of its seed; {@link assay.testkit.generate.SeededTest} runs a test over many seeds and
 * names the one that failed. No shrinking and no assertions.
 */
@NullMarked
package assay.testkit.generate;

import org.jspecify.annotations.NullMarked;
