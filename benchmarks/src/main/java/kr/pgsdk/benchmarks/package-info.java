/** The command, and the page with the table. */
@NullMarked
package kr.pgsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
