/**
 * Iamport, Toss Payments and PortOne V2 as servers on loopback, with state, and faults on demand:
 * start at {@link kr.pgsdk.sandbox.Sandbox}.
 */
@NullMarked
package kr.pgsdk.sandbox;

import org.jspecify.annotations.NullMarked;
