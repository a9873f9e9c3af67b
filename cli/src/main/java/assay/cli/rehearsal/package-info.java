/**
 * What the launcher has done once, unseen, when it makes the start-up cache: a small run against an
 * endpoint within the process, so that the JVM has seen what a real run needs. No command uses it.
 */
@NullMarked
package assay.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
