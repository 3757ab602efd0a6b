/** Cash receipts. */
package kr.pgsdk.portone.receipt;
