/**
 * Toss Payments v1 as documented: routes and headers here, then idempotency records and the life of
 * a payment, which know no HTTP.
 */
@NullMarked
package kr.pgsdk.sandbox.toss;

import org.jspecify.annotations.NullMarked;
