/**
 * The programs that are compared: each finds a payment its own way, two also confirm and cancel.
 */
@NullMarked
package kr.pgsdk.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
