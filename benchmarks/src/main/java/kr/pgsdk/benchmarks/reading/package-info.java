/** Reading a payment's JSON into the full typed object. */
@NullMarked
package kr.pgsdk.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
