/** Payments with Benepia points. */
package kr.pgsdk.iamport.benepia;
