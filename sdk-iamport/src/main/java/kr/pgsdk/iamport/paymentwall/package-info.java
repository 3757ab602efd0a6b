/** Deliveries of Paymentwall's payments. */
package kr.pgsdk.iamport.paymentwall;
