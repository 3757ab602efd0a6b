/** Small parts of a call: the cached token, the verifier. */
@NullMarked
package kr.pgsdk.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
