/** Cash receipts: for money that was paid in cash or into an account. */
package kr.pgsdk.toss.receipt;
