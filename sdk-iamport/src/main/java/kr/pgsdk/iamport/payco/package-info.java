/** The status of Payco's orders. */
package kr.pgsdk.iamport.payco;
