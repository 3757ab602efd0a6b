/**
 * Toss Payments v1: {@link kr.pgsdk.toss.TossGateway} keeps the contract, {@link
 * kr.pgsdk.toss.TossClient} has everything.
 */
@NullMarked
package kr.pgsdk.toss;

import org.jspecify.annotations.NullMarked;
