/** Clocks, deadlines, waiting, and Korean time. */
@NullMarked
package kr.pgsdk.core.internal.time;

import org.jspecify.annotations.NullMarked;
