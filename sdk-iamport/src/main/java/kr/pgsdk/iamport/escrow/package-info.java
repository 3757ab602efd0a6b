/** Deliveries of goods that were paid with escrow. */
package kr.pgsdk.iamport.escrow;
