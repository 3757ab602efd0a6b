/** Payouts, and the bank transfers they are made by. */
package kr.pgsdk.portone.platform.payout;
