/** Payouts to sellers, and the sellers, of Toss Payments v2: see {@link TossPayouts}. */
package kr.pgsdk.toss.payouts;
