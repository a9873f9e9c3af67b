/** What a sample can show: power, sample size, smallest detectable difference. */
@NullMarked
package assay.statistics.power;

import org.jspecify.annotations.NullMarked;
