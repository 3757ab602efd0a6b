/** How each row of the table is measured: one class for each group of rows. */
@NullMarked
package kr.pgsdk.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
