/**
 * From scores of several systems on several tasks to an order of the systems, and how sure that
 * order is: win/tie/loss tables, Borda, Kemeny, strengths by Bradley–Terry and Plackett–Luce, ranks
 * under resampling. More is better in every table; cells may be missing.
 */
@NullMarked
package assay.statistics.aggregation;

import org.jspecify.annotations.NullMarked;
