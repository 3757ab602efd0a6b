/** find, confirm and cancel over loopback, through the SDK and through what it is compared with. */
@NullMarked
package kr.pgsdk.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
