/**
 * Questions put to an endpoint on this machine, as whole commands: the endpoint that all programs
 * are measured against, the questions, the clients beside it, and the tables. Bare HTTP clients
 * within a process are measured elsewhere.
 */
@NullMarked
package assay.perf.endpoint;

import org.jspecify.annotations.NullMarked;
