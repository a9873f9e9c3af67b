/**
 * What the tests of several rooms share: the loopback endpoint with scripted faults, generators,
 * and the way to the shared data. Never on the class path of the instrument itself.
 */
@NullMarked
package assay.testkit;

import org.jspecify.annotations.NullMarked;
