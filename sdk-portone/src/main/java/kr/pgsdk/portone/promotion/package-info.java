/** Discounts of the shop's and of card companies. */
package kr.pgsdk.portone.promotion;
