/** What the simulated gateways need to speak HTTP and JSON, without knowing any of them. */
@NullMarked
package kr.pgsdk.sandbox.wire;

import org.jspecify.annotations.NullMarked;
