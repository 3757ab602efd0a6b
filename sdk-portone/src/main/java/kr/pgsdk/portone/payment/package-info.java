/** Payments in lists, and what is done with one besides the five verbs. */
package kr.pgsdk.portone.payment;
