/**
 * HTTP clients that could stand behind the SDK's port, bare, in one process each: what decision
 * 0005 chose from. Whole commands are measured elsewhere.
 */
@NullMarked
package assay.perf.client;

import org.jspecify.annotations.NullMarked;
