/** Payments in cash at convenience stores, by a barcode. */
package kr.pgsdk.iamport.cvs;
