/** Deliveries of payments under escrow. */
package kr.pgsdk.portone.escrow;
