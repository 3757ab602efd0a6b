/** Virtual accounts: a bank account of its own for an order, which the buyer pays into. */
package kr.pgsdk.toss.virtualaccount;
