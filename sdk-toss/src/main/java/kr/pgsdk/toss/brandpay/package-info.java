/** Brandpay: a customer's wallet at the shop, its cards and accounts, and payments with them. */
package kr.pgsdk.toss.brandpay;
