/** Promotions of the card companies: instant discounts and installments without interest. */
package kr.pgsdk.toss.promotion;
