/** Both gateways in one process of its own, which answers from memory. */
@NullMarked
package kr.pgsdk.benchmarks.server;

import org.jspecify.annotations.NullMarked;
