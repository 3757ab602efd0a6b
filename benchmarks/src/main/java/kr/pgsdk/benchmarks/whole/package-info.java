/** Whole programs, each in a process of its own: how fast they start, and what they hold on to. */
@NullMarked
package kr.pgsdk.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
