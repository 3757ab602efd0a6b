/** The command, its table, and the file that keeps the last three runs. */
@NullMarked
package kr.pgsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
