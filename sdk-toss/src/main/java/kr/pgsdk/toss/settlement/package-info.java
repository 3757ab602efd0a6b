/** Settlements: what Toss pays out to the merchant for each transaction. */
package kr.pgsdk.toss.settlement;
