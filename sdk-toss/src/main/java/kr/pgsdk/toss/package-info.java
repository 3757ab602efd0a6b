/**
 * Toss Payments v1: {@link kr.pgsdk.toss.TossGateway} has the five verbs, {@link
 * kr.pgsdk.toss.TossClient} has one typed method per REST call.
 */
@NullMarked
package kr.pgsdk.toss;

import org.jspecify.annotations.NullMarked;
